using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Gopher;

/// <summary>Where a Gopher item is had: host, port, selector, and of what type it is. Always absolute. Immutable; equal when the same octets go to the same peer for the same type.</summary>
/// <remarks>RFC 1436 section 2, RFC 4266 section 2.1. What was read from octets, of a menu or of a URL, is sent as the same octets, whatever charset they are of.
/// Display name and Gopher+ mark are carried along and not compared.</remarks>
public sealed record GopherLocator
{
    private readonly byte[] _selector;
    private readonly byte[]? _query;
    private readonly byte[]? _plusString;

    /// <summary>Makes a locator.</summary>
    /// <param name="host">A name or an address, without a port; IPv6 with or without brackets.</param>
    /// <param name="selector">What is sent, as UTF-8; empty for the server's top menu. No HTAB, CR, LF or NUL.</param>
    /// <param name="type">The item's type.</param>
    /// <exception cref="ArgumentException">The host is no host, the selector cannot be sent, or the type is not registered: see <see cref="TypeOctet"/>.</exception>
    public GopherLocator(string host, string selector = "", GopherItemType type = GopherItemType.Menu)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentNullException.ThrowIfNull(selector);
        if (GopherItemTypes.Find((byte)type) != type || type == GopherItemType.Unknown)
        {
            throw new ArgumentException("The type is not registered; TypeOctet takes any.", nameof(type));
        }

        Host = GopherLocatorText.CanonicalHost(host) ?? throw new ArgumentException("The host is no host.", nameof(host));
        _selector = GopherLocatorText.Encode(selector, nameof(selector));
        TypeOctet = (byte)type;
    }

    // All of it was looked at.
    internal GopherLocator(string canonicalHost, ReadOnlySpan<byte> selector, byte typeOctet)
    {
        Host = canonicalHost;
        _selector = selector.ToArray();
        TypeOctet = typeOctet;
    }

    /// <summary>The host in canonical form, an IPv6 address without brackets.</summary>
    public string Host { get; }

    /// <summary>The port, 1 to 65535; 70.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public int Port
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ushort.MaxValue);
            field = value;
        }
    }
    = GopherPortPolicy.DefaultPort;

    /// <summary>Whether it is had over TLS alone (<c>gophers</c>).</summary>
    public bool UsesTls { get; init; }

    /// <summary>The octet of the type, registered or not; no control, no space.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is a control or a space.</exception>
    public byte TypeOctet
    {
        get;
        init => field = value is > (byte)' ' and not 0x7F ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A type is no control and no space.");
    }

    /// <summary>The registered type, <see cref="GopherItemType.Unknown"/> for any other.</summary>
    public GopherItemType Type => GopherItemTypes.Find(TypeOctet);

    /// <summary>What is sent, as text: UTF-8, or ISO-8859-1 where it is none.</summary>
    public string Selector => field ??= GopherLocatorText.Decode(_selector);

    /// <summary>What is sent, as octets.</summary>
    public ReadOnlyMemory<byte> SelectorOctets => _selector;

    /// <summary>Search words, RFC 4266 section 2.2: UTF-8, or ISO-8859-1 where they are none. Null where none are named, which is not the same as empty ones; empty ones beside a <see cref="PlusString"/> are none.</summary>
    /// <exception cref="ArgumentException">They cannot be sent: a HTAB, CR, LF or NUL.</exception>
    public string? Query
    {
        get => HasQuery ? GopherLocatorText.Decode(_query) : null;
        init => _query = value is null ? null : GopherLocatorText.Encode(value, nameof(value));
    }

    /// <summary>The Gopher+ string of the URL, RFC 4266 section 2.1: <c>+</c> and perhaps a representation, <c>!</c> or <c>$</c> and perhaps names of attributes. Null asks for the item as RFC 1436 has it.</summary>
    /// <exception cref="ArgumentException">It begins with another character, or cannot be sent: a HTAB, CR, LF or NUL.</exception>
    public string? PlusString
    {
        get => _plusString is null ? null : GopherLocatorText.Decode(_plusString);
        init => _plusString = value switch
        {
            null => null,
            ['+' or '!' or '$', ..] => GopherLocatorText.Encode(value, nameof(value)),
            _ => throw new ArgumentException("A Gopher+ string begins with +, ! or $.", nameof(value)),
        };
    }

    /// <summary>What the server can do beyond RFC 1436, as the menu said; <see cref="GopherPlusMark.Plus"/> where a URL has a Gopher+ string. Not compared.</summary>
    public GopherPlusMark Plus { get; init; }

    /// <summary>What it is called; null when nobody said. Not compared.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the request that has the item.</summary>
    internal GopherRequestText Request => new(_selector)
    {
        HasSearch = HasQuery,
        Search = HasQuery ? _query : default,
        Kind = _plusString is null ? GopherRequestKind.Item : (GopherRequestKind)_plusString[0],
        Argument = _plusString is null ? default : _plusString.AsSpan(1),
    };

    internal bool IsRoot => TypeOctet == (byte)GopherItemType.Menu && _selector.Length == 0 && _query is null && _plusString is null;

    // With no words before the second tab an item is asked for and not searched.
    [MemberNotNullWhen(true, nameof(_query))]
    private bool HasQuery => _query is not null && (_query.Length > 0 || _plusString is null);

    /// <summary>Reads a gopher or gophers URL.</summary>
    /// <param name="url">An absolute URL without user name; a fragment is left out.</param>
    /// <exception cref="UriFormatException">It is none, or its path is none (a CR, LF or NUL, encoded or not; a third HTAB): the message names the octet.</exception>
    public static GopherLocator Parse(string url)
    {
        ParseResult result = GopherLocatorReader.Read(url, out GopherLocator? locator);
        return locator ?? throw InternetUrl.Refusal(result);
    }

    /// <summary>Reads a gopher or gophers URL.</summary>
    /// <param name="url">An absolute URL.</param>
    /// <param name="result">The locator; null when it is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? url, [NotNullWhen(true)] out GopherLocator? result)
    {
        result = ParseOrNull(url);
        return result is not null;
    }

    /// <summary>Reads a gopher or gophers URL.</summary>
    /// <param name="url">An absolute URL.</param>
    /// <returns>Null when it is none.</returns>
    public static GopherLocator? ParseOrNull(string? url)
    {
        GopherLocator? locator = null;
        if (url is not null)
        {
            GopherLocatorReader.Read(url, out locator);
        }

        return locator;
    }

    /// <summary>Reads a gopher or gophers URL.</summary>
    /// <param name="url">The URL.</param>
    /// <exception cref="UriFormatException">It is none, or its path is none.</exception>
    public static GopherLocator FromUrl(InternetUrl url)
    {
        ArgumentNullException.ThrowIfNull(url);
        ParseResult result = GopherLocatorReader.Read(url, out GopherLocator? locator);
        return locator ?? throw InternetUrl.Refusal(result);
    }

    /// <summary>Reads a gopher or gophers URL that the base library has read, from the text it was given: the base library takes dot segments out of a selector.</summary>
    /// <param name="uri">An absolute one.</param>
    /// <exception cref="ArgumentException">It is relative.</exception>
    /// <exception cref="UriFormatException">It is none, or its path is none.</exception>
    public static GopherLocator FromUri(Uri uri) => FromUrl(InternetUrl.FromUri(uri));

    /// <summary>The URL, RFC 4266.</summary>
    /// <exception cref="UriFormatException">It is longer than <see cref="InternetUrl.MaxLength"/>.</exception>
    public InternetUrl ToUrl() => InternetUrl.Parse(ToString());

    /// <summary>The URL for the base library, told to leave the path as it is.</summary>
    /// <exception cref="UriFormatException">The base library does not take the host.</exception>
    public Uri ToUri() => new(ToString(), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    /// <summary>The text of the URL; <see cref="Parse"/> makes the same locator of it.</summary>
    public override string ToString() => GopherLocatorText.UrlOf(this);

    /// <summary>Whether the same octets go to the same peer for the same type.</summary>
    /// <param name="other">The other locator.</param>
    public bool Equals(GopherLocator? other) => other is not null && UsesTls == other.UsesTls && Port == other.Port && TypeOctet == other.TypeOctet
        && string.Equals(Host, other.Host, StringComparison.Ordinal) && _selector.AsSpan().SequenceEqual(other._selector)
        && HasQuery == other.HasQuery && (!HasQuery || _query.AsSpan().SequenceEqual(other._query))
        && (_plusString is null) == (other._plusString is null) && _plusString.AsSpan().SequenceEqual(other._plusString);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(UsesTls);
        hash.Add(Host, StringComparer.Ordinal);
        hash.Add(Port);
        hash.Add(TypeOctet);
        hash.AddBytes(_selector);
        hash.Add(HasQuery ? _query.Length : -1);
        hash.AddBytes(HasQuery ? _query : default(ReadOnlySpan<byte>));
        hash.AddBytes(_plusString);
        return hash.ToHashCode();
    }

    /// <summary>Makes a locator of what a menu says.</summary>
    /// <param name="host">As it was sent.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="typeOctet">Any octet but a control or a space.</param>
    /// <param name="selector">As it was sent; no HTAB, CR, LF or NUL.</param>
    /// <returns>Null where any of these is none.</returns>
    internal static GopherLocator? FromOctets(ReadOnlySpan<byte> host, int port, byte typeOctet, ReadOnlySpan<byte> selector) =>
        port is >= 1 and <= ushort.MaxValue && typeOctet is > (byte)' ' and not 0x7F && GopherLocatorText.IsField(selector) && GopherLocatorText.CanonicalHost(host) is { } canonical
            ? new GopherLocator(canonical, selector, typeOctet) { Port = port }
            : null;

    /// <summary>The same item with other octets for search words and Gopher+ string, which were looked at.</summary>
    internal GopherLocator WithOctets(byte[]? query, byte[]? plusString) => new(this, query, plusString);

    private GopherLocator(GopherLocator other, byte[]? query, byte[]? plusString)
        : this(other)
    {
        (_query, _plusString) = (query, plusString);
    }
}
