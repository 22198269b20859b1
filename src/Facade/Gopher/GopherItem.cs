namespace HiPerf.Gopher;

/// <summary>One line of a menu: an item, information, an error, or a line that is none of them and is shown as it came.</summary>
public sealed record GopherItem : InternetEntry
{
    private readonly GopherLocator _menu;

    internal GopherItem(string displayName, bool isDirectory, GopherLocator menu)
        : base(displayName, isDirectory, null, null)
    {
        _menu = menu;
    }

    /// <summary>Where to open it: its place, or where its link leads; of what cannot be had, the menu it stands in.</summary>
    public override InternetUrl Url => Link ?? (Locator ?? _menu).ToUrl();

    /// <summary>Where to have it by Gopher; null for what is not had so: information, errors, links, lines that are malformed, and sessions (telnet, phone books), whose <see cref="Host"/> and
    /// <see cref="Port"/> say where another program may turn to.</summary>
    public GopherLocator? Locator { get; init; }

    /// <summary>Where a link leads (type <c>h</c>, selector <c>URL:</c>): http, https, gopher, gophers, ftp or ftps; null for what is no link, and for links elsewhere.</summary>
    public InternetUrl? Link { get; init; }

    /// <summary>The octet the line began with, registered or not; 0 for an empty line.</summary>
    public byte TypeOctet { get; init; }

    /// <summary>The registered type, <see cref="GopherItemType.Unknown"/> for any other; of the item that is mirrored, for a mirror.</summary>
    public GopherItemType Type { get; init; }

    /// <summary>Whether another server has what the last item before it names (type <c>+</c>).</summary>
    public bool IsMirror => TypeOctet == (byte)'+';

    /// <summary>Whether it is text to read and nothing to have (type <c>i</c>).</summary>
    public bool IsInformation => Type == GopherItemType.Information;

    /// <summary>Whether the server says an error in it (type <c>3</c>).</summary>
    public bool IsError => Type == GopherItemType.Error;

    /// <summary>Whether it wants search words (type <c>7</c>).</summary>
    public bool IsSearch => Type == GopherItemType.Search;

    /// <summary>What the server can do beyond RFC 1436.</summary>
    public GopherPlusMark Plus { get; init; }

    /// <summary>What is wrong with the line.</summary>
    public GopherItemFaults Faults { get; init; }

    /// <summary>The selector as it was sent.</summary>
    public ReadOnlyMemory<byte> SelectorOctets { get; init; }

    /// <summary>The host as it was sent, decoded; empty where there is none.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>The port; −1 where there is none.</summary>
    public int Port { get; init; } = -1;

    /// <inheritdoc/>
    public bool Equals(GopherItem? other) => other is not null && base.Equals(other) && TypeOctet == other.TypeOctet && Type == other.Type && Plus == other.Plus && Faults == other.Faults
        && Host == other.Host && Port == other.Port && SelectorOctets.Span.SequenceEqual(other.SelectorOctets.Span) && Locator == other.Locator && Equals(Link, other.Link) && _menu == other._menu;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), TypeOctet, Host, Port);
}
