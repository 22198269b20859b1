namespace HiPerf.Gopher;

/// <summary>One form in which an item may be had.</summary>
/// <param name="ContentType">As in <c>text/plain</c>; servers write others too.</param>
/// <param name="Language">As in <c>En_US</c>; null when none is told.</param>
/// <param name="Size">Octets, about: servers tell thousands; null when not told.</param>
/// <remarks>Gopher+ section 2.6.</remarks>
public sealed record GopherRepresentation(string ContentType, string? Language, long? Size)
{
    /// <summary>What asks for it: the value of <see cref="GopherOpenOptions.View"/>.</summary>
    public string View => Language is null ? ContentType : $"{ContentType} {Language}";
}
