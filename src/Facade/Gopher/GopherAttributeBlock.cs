namespace HiPerf.Gopher;

/// <summary>One block of attributes as text.</summary>
/// <param name="Name">Its name, without plus sign and colon: <c>VIEWS</c>.</param>
/// <param name="Value">What stands on its first line behind the name; may be empty.</param>
/// <param name="Lines">The lines below, without the space that begins each.</param>
/// <remarks>Gopher+ section 2.4.</remarks>
public sealed record GopherAttributeBlock(string Name, string Value, IReadOnlyList<string> Lines);
