namespace HiPerf.Gopher;

/// <summary>One line of a menu: plain data, offsets into the span that was parsed. Texts are octets as they were sent; their charset is the caller's business, and so is escaping
/// what a terminal would obey.</summary>
/// <remarks>RFC 1436 appendix, Gopher+ section 2.2.</remarks>
public record struct GopherMenuItem
{
    internal int FirstDeviation;
    internal Deviations Deviations;

    /// <summary>Item, Malformed or End; the other members mean something for the first two.</summary>
    public GopherLineKind Kind { readonly get; internal set; }

    /// <summary>What is wrong with the line.</summary>
    public GopherItemFaults Faults { readonly get; internal set; }

    /// <summary>The octet the line begins with, registered or not; 0 for an empty line.</summary>
    public byte TypeOctet { readonly get; internal set; }

    /// <summary>What is shown; the whole line where it has no tab and is no information line or error.</summary>
    public GopherText Display { readonly get; internal set; }

    /// <summary>What is sent to have the item; may be empty.</summary>
    public GopherText Selector { readonly get; internal set; }

    /// <summary>Where it is had.</summary>
    public GopherText Host { readonly get; internal set; }

    /// <summary>The port, 0 to 65535; −1 where there is none.</summary>
    public int Port { readonly get; internal set; }

    /// <summary>What the server can do beyond RFC 1436.</summary>
    public GopherPlusMark Plus { readonly get; internal set; }

    /// <summary>Which line of the menu this is, from 0 on.</summary>
    public int Index { readonly get; internal set; }

    /// <summary>For a redundant server, the <see cref="Index"/> of the item it mirrors: the last line before it that was neither redundant nor information; −1 when there is none.
    /// For any other line its own index.</summary>
    public int PrimaryIndex { readonly get; internal set; }

    /// <summary>For a redundant server, the type of the item it mirrors, 0 when there is none. For any other line its own type.</summary>
    public byte PrimaryTypeOctet { readonly get; internal set; }

    /// <summary>Octets of the line, its end not counted.</summary>
    public int LineLength { readonly get; internal set; }

    /// <summary>The registered type, <see cref="GopherItemType.Unknown"/> for any other.</summary>
    public readonly GopherItemType Type => GopherItemTypes.Find(TypeOctet);

    /// <summary>The registered type of what is mirrored, or the item's own.</summary>
    public readonly GopherItemType PrimaryType => GopherItemTypes.Find(PrimaryTypeOctet);

    /// <summary>What is known of the type; of the mirrored item's for a redundant server.</summary>
    public readonly GopherItemFlags Flags => GopherItemTypes.Flags(PrimaryType);

    /// <summary>Whether the item is a link: type <c>h</c>, selector <c>URL:</c> and a URL. <see cref="TryGetUrl"/> says whether to follow it.</summary>
    public bool IsLink { readonly get; internal set; }

    /// <summary>Whether selector, host and port may be used: an item that is had by Gopher, neither information, error nor link.</summary>
    public readonly bool IsRetrievable =>
        Kind == GopherLineKind.Item && !IsLink && TypeOctet is not ((byte)'i' or (byte)'3') && (Flags & GopherItemFlags.Session) == 0 && PrimaryIndex >= 0;

    /// <summary>The URL of a link, if it is http, https, gopher, gophers, ftp or ftps.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    /// <param name="url">The URL, not looked at any further; empty when false.</param>
    /// <returns>False for what is no link, and for <c>javascript:</c> and any other scheme.</returns>
    public readonly bool TryGetUrl(ReadOnlySpan<byte> buffer, out ReadOnlySpan<byte> url)
    {
        url = IsLink ? GopherLink.UrlOf(Selector.In(buffer)) : default;
        if (!GopherLink.MayFollow(url))
        {
            url = default;
        }

        return !url.IsEmpty;
    }

    internal void Let(Deviations deviation, int at)
    {
        FirstDeviation = Deviations == Deviations.None ? at : Math.Min(FirstDeviation, at);
        Deviations |= deviation;
    }

    // Within attributes the line begins behind the name of its block.
    internal void Move(int by)
    {
        Display = Display.Moved(by);
        Selector = Selector.Moved(by);
        Host = Host.Moved(by);
    }
}
