namespace HiPerf.Gopher;

/// <summary>One representation of an item, as offsets.</summary>
/// <param name="ContentType">The content type; never empty.</param>
/// <param name="Language">The language; empty when none is named.</param>
/// <param name="Size">Octets, about: servers tell thousands, with decimals; −1 when not told.</param>
/// <remarks>Gopher+ section 2.6.</remarks>
public readonly record struct GopherView(GopherText ContentType, GopherText Language, long Size);
