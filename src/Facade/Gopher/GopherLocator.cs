namespace HiPerf.Gopher;

/// <summary>Where a Gopher item is had: host, port, selector, and of what type it is. Always absolute. Immutable; equal when the same octets go to the same peer for the same type.</summary>
/// <remarks>RFC 1436 section 2, RFC 4266 section 2.1. The display name is carried along and not compared.</remarks>
public sealed record GopherLocator
{
    private readonly byte[] _selector = [];

    /// <summary>Makes a locator.</summary>
    /// <param name="host">A name or an address, without a port; IPv6 with or without brackets.</param>
    /// <param name="selector">What is sent, as UTF-8; empty for the server's top menu. No HTAB, CR, LF or NUL.</param>
    /// <param name="type">The item's type.</param>
    /// <exception cref="ArgumentException">The host is no host, the selector cannot be sent, or the type is not registered: see <see cref="TypeOctet"/>.</exception>
    public GopherLocator(string host, string selector = "", GopherItemType type = GopherItemType.Menu)
    {
        throw new NotSupportedException();
    }

    /// <summary>The host in canonical form, an IPv6 address without brackets.</summary>
    public string Host { get; }

    /// <summary>The port, 1 to 65535; 70.</summary>
    public int Port { get; init; } = GopherPortPolicy.DefaultPort;

    /// <summary>Whether it is had over TLS alone (<c>gophers</c>).</summary>
    public bool UsesTls { get; init; }

    /// <summary>The octet of the type, registered or not.</summary>
    public byte TypeOctet { get; init; }

    /// <summary>The registered type, <see cref="GopherItemType.Unknown"/> for any other.</summary>
    public GopherItemType Type => GopherItemTypes.Find(TypeOctet);

    /// <summary>What is sent, as text: UTF-8, or ISO-8859-1 where it is none.</summary>
    public string Selector => throw new NotSupportedException();

    /// <summary>What is sent, as octets.</summary>
    public ReadOnlyMemory<byte> SelectorOctets => _selector;

    /// <summary>Search words of the URL, RFC 4266 section 2.2; null where none are named, which is not the same as none.</summary>
    public string? Query { get; init; }

    /// <summary>What the server can do beyond RFC 1436, as the menu said.</summary>
    public GopherPlusMark Plus { get; init; }

    /// <summary>What it is called; null when nobody said.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Reads a gopher or gophers URL.</summary>
    /// <exception cref="UriFormatException">It is none, or its path is none: the message names the octet.</exception>
    public static GopherLocator Parse(string url) => throw new NotSupportedException();

    /// <summary>Reads a gopher or gophers URL.</summary>
    /// <returns>Null when it is none.</returns>
    public static GopherLocator? ParseOrNull(string? url) => throw new NotSupportedException();

    /// <summary>Reads a gopher or gophers URL.</summary>
    /// <exception cref="UriFormatException">It is none, or its path is none.</exception>
    public static GopherLocator FromUrl(InternetUrl url) => throw new NotSupportedException();

    /// <summary>The URL, RFC 4266.</summary>
    public InternetUrl ToUrl() => throw new NotSupportedException();

    /// <summary>The text of the URL.</summary>
    public override string ToString() => throw new NotSupportedException();
}
