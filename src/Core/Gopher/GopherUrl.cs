namespace HiPerf.Gopher;

/// <summary>What the path of a Gopher URL names, as offsets in the octets that were decoded from it: plain data.</summary>
/// <remarks>RFC 4266 section 2.1.</remarks>
public record struct GopherUrl
{
    /// <summary>The octet of the item type; that of a menu where the path names none.</summary>
    public byte TypeOctet { readonly get; internal set; }

    /// <summary>The registered type, <see cref="GopherItemType.Unknown"/> for any other.</summary>
    public readonly GopherItemType Type => GopherItemTypes.Find(TypeOctet);

    /// <summary>What is sent; may be empty.</summary>
    public GopherText Selector { readonly get; internal set; }

    /// <summary>Whether search words are named, be they empty.</summary>
    public bool HasSearch { readonly get; internal set; }

    /// <summary>The search words; may be empty.</summary>
    public GopherText Search { readonly get; internal set; }

    /// <summary>What is asked for.</summary>
    public GopherRequestKind Kind { readonly get; internal set; }

    /// <summary>What follows the sign of Gopher+.</summary>
    public GopherText Argument { readonly get; internal set; }

    /// <summary>The request that has the item.</summary>
    /// <param name="decoded">What the parser wrote.</param>
    public readonly GopherRequestText RequestIn(ReadOnlySpan<byte> decoded) => new(Selector.In(decoded))
    {
        HasSearch = HasSearch,
        Search = Search.In(decoded),
        Kind = Kind,
        Argument = Argument.In(decoded),
    };
}
