namespace HiPerf.Gopher;

/// <summary>The parts of a request that is written: octets that stay the caller's.</summary>
/// <remarks>RFC 1436 sections 2 and 3.7, Gopher+ section 2.3.</remarks>
public readonly ref struct GopherRequestText
{
    /// <summary>Makes a request for an item.</summary>
    /// <param name="selector">Any octets but HTAB, CR, LF and NUL; may be empty.</param>
    public GopherRequestText(ReadOnlySpan<byte> selector)
    {
        Selector = selector;
    }

    /// <summary>Any octets but HTAB, CR, LF and NUL; may be empty.</summary>
    public ReadOnlySpan<byte> Selector { get; }

    /// <summary>Whether search words follow, be they empty.</summary>
    public bool HasSearch { get; init; }

    /// <summary>Search words: any octets but HTAB, CR, LF and NUL. Written only when <see cref="HasSearch"/>.</summary>
    public ReadOnlySpan<byte> Search { get; init; }

    /// <summary>What is asked for.</summary>
    public GopherRequestKind Kind { get; init; }

    /// <summary>A representation (<c>text/plain En_US</c>), or names of blocks (<c>+VIEWS+ADMIN</c>); any octets but HTAB, CR, LF and NUL. Empty for <see cref="GopherRequestKind.Item"/>.</summary>
    public ReadOnlySpan<byte> Argument { get; init; }

    /// <summary>Whether a data block follows the line; with <see cref="GopherRequestKind.Representation"/> alone.</summary>
    public bool HasDataBlock { get; init; }
}
