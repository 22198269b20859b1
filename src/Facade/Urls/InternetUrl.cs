using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace HiPerf;

/// <summary>A URL, read once and normal ever after: what to connect to, what to ask for, what to compare. Immutable.</summary>
/// <remarks>
/// Read as web browsers do (<see cref="UrlNormalizer"/>), so what a user types works; the result is ASCII without white space or control characters in
/// everything that goes on the wire as it is: <see cref="Href"/> (but for spaces in an opaque path), <see cref="HostAndPort"/>, <see cref="PathAndQuery"/>.
/// <see cref="UserName"/> and <see cref="Password"/> are decoded and may hold anything: whoever writes them checks them.
/// <see cref="ToString"/> hides the password. Two URLs are equal when their <see cref="Href"/> is.
/// </remarks>
public sealed class InternetUrl : IEquatable<InternetUrl>
{
    /// <summary>How long a URL may be, in octets of UTF-8: 65536.</summary>
    public const int MaxLength = 64 * 1024;

    private readonly UrlParts _parts;

    private InternetUrl(string href, in UrlParts parts)
    {
        Href = href;
        _parts = parts;
    }

    /// <summary>The whole URL in its normal form, the password included.</summary>
    public string Href { get; }

    /// <summary>Where the parts stand in <see cref="Href"/>.</summary>
    public UrlParts Parts => _parts;

    /// <summary>The scheme in lower case, without its colon.</summary>
    public string Scheme => field ??= Slice(0, _parts.SchemeLength);

    /// <summary>Which scheme it is, when HiPerf knows it.</summary>
    public UrlScheme KnownScheme => _parts.Scheme;

    /// <summary>The user name, decoded; empty when there is none. May hold any character, CR and LF too; escapes that are no UTF-8 stay.</summary>
    public string UserName => field ??= Decode(EncodedUserName);

    /// <summary>The password, decoded; empty when there is none. May hold any character, CR and LF too; escapes that are no UTF-8 stay.</summary>
    public string Password => field ??= Decode(EncodedPassword);

    /// <summary>The user name as it stands in the URL.</summary>
    public string EncodedUserName => Slice(_parts.UserNameStart, _parts.UserNameLength);

    /// <summary>The password as it stands in the URL.</summary>
    public string EncodedPassword => Slice(_parts.PasswordStart, _parts.PasswordLength);

    /// <summary>The host to connect to: a domain in ASCII, an IPv4 address, or an IPv6 address without brackets; empty when there is none.</summary>
    public string Host => field ??= HostToConnect();

    /// <summary>The host as it stands in the URL, an IPv6 address in brackets.</summary>
    public string HostName => field ??= Slice(_parts.HostStart, _parts.HostLength);

    /// <summary>Host, and port where the URL names one that is not the default: the value of a Host field. RFC 9110 section 7.2.</summary>
    public string HostAndPort => field ??= _parts.PortLength < 0 ? HostName : Slice(_parts.HostStart, _parts.PortStart + _parts.PortLength - _parts.HostStart);

    /// <summary>The port to connect to: the one named, else the scheme's default; −1 for file and for schemes not known.</summary>
    public int Port => _parts.Port >= 0 ? _parts.Port : _parts.Scheme.DefaultPort();

    /// <summary>Whether <see cref="Port"/> is the scheme's default.</summary>
    public bool IsDefaultPort => Port == _parts.Scheme.DefaultPort();

    /// <summary>The path, percent-encoded.</summary>
    public string Path => field ??= Slice(_parts.PathStart, _parts.PathLength);

    /// <summary>The query without its question mark; empty when there is none.</summary>
    public string Query => field ??= Slice(_parts.QueryStart, _parts.QueryLength);

    /// <summary>The fragment without its number sign; empty when there is none.</summary>
    public string Fragment => field ??= Slice(_parts.FragmentStart, _parts.FragmentLength);

    /// <summary>Path and query: a request-target in origin-form. RFC 9112 section 3.2.1. A question mark before an empty query stays.</summary>
    public string PathAndQuery => field ??= MakePathAndQuery();

    /// <summary>Scheme, host and port as the web compares them; <c>null</c> (the text) for file and for schemes that are not special there, ftps and gopher too.</summary>
    /// <remarks>WHATWG URL section 4.7. To compare two URLs of any scheme: <see cref="HasSameOrigin"/>.</remarks>
    public string Origin => field ??= _parts.Scheme.IsSpecial() && _parts.Scheme != UrlScheme.File ? $"{Scheme}://{HostAndPort}" : "null";

    /// <summary>Reads an absolute URL.</summary>
    /// <param name="url">The text, at most <see cref="MaxLength"/> octets in UTF-8.</param>
    /// <exception cref="UriFormatException">It is none; the message names the error and the octet.</exception>
    public static InternetUrl Parse(string url)
    {
        var result = Read(url, baseUrl: null, out var parsed);
        return parsed ?? throw Refusal(result);
    }

    /// <summary>Reads an absolute URL.</summary>
    /// <param name="url">The text, at most <see cref="MaxLength"/> octets in UTF-8.</param>
    /// <param name="result">The URL, <see langword="null"/> when it is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? url, [NotNullWhen(true)] out InternetUrl? result)
    {
        result = ParseOrNull(url);
        return result is not null;
    }

    /// <summary>Reads an absolute URL; <see langword="null"/> when it is none.</summary>
    /// <param name="url">The text, at most <see cref="MaxLength"/> octets in UTF-8.</param>
    public static InternetUrl? ParseOrNull(string? url)
    {
        if (url is null)
        {
            return null;
        }

        Read(url, baseUrl: null, out var parsed);
        return parsed;
    }

    /// <summary>Reads a URL, relative to a base when there is one, and says what is wrong with it.</summary>
    /// <param name="url">The text, at most <see cref="MaxLength"/> octets in UTF-8.</param>
    /// <param name="baseUrl">What a relative reference is relative to.</param>
    /// <param name="parsed">The URL, <see langword="null"/> unless Done.</param>
    /// <returns>Done. InvalidData: the errors of <see cref="UrlNormalizer.Resolve"/>, and UrlTooLong; Position counts octets of UTF-8.</returns>
    public static ParseResult Read(string url, InternetUrl? baseUrl, out InternetUrl? parsed)
    {
        ArgumentNullException.ThrowIfNull(url);
        var result = InternetUrlReader.Read(url, baseUrl, out var href, out var parts);
        parsed = href is null ? null : new InternetUrl(href, parts);
        return result;
    }

    /// <summary>Takes over a URL that the base library has read.</summary>
    /// <param name="uri">An absolute one.</param>
    /// <exception cref="ArgumentException">It is relative.</exception>
    /// <exception cref="UriFormatException">It is more than <see cref="Uri"/> minds and less than a URL.</exception>
    public static InternetUrl FromUri(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri)
        {
            throw new ArgumentException("The URI is relative.", nameof(uri));
        }

        // The base library takes dot segments out of every path it does not know, a selector too.
        return Parse(uri.Scheme is "gopher" or "gophers" ? uri.OriginalString : uri.AbsoluteUri);
    }

    /// <summary>The URL for the base library, which reads it in its own way.</summary>
    public Uri ToUri() => new(Href, UriKind.Absolute);

    /// <summary>Reads a reference relative to this URL: a link, a Location.</summary>
    /// <param name="reference">Absolute or relative; empty means this URL without its fragment.</param>
    /// <exception cref="UriFormatException">It is none; the message names the error and the octet.</exception>
    /// <remarks>RFC 3986 section 5.</remarks>
    public InternetUrl Resolve(string reference)
    {
        var result = Read(reference, this, out var parsed);
        return parsed ?? throw Refusal(result);
    }

    /// <summary>Reads a reference relative to this URL.</summary>
    /// <param name="reference">Absolute or relative.</param>
    /// <param name="result">The URL, <see langword="null"/> when the reference is none.</param>
    public bool TryResolve([NotNullWhen(true)] string? reference, [NotNullWhen(true)] out InternetUrl? result)
    {
        result = ResolveOrNull(reference);
        return result is not null;
    }

    /// <summary>Reads a reference relative to this URL; <see langword="null"/> when it is none.</summary>
    /// <param name="reference">Absolute or relative.</param>
    public InternetUrl? ResolveOrNull(string? reference)
    {
        if (reference is null)
        {
            return null;
        }

        Read(reference, this, out var parsed);
        return parsed;
    }

    /// <summary>Whether scheme, host and effective port are those of another URL; never for URLs without a host.</summary>
    /// <param name="other">The other URL.</param>
    public bool HasSameOrigin(InternetUrl other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Host.Length > 0 && Port == other.Port && string.Equals(Scheme, other.Scheme, StringComparison.Ordinal)
            && string.Equals(Host, other.Host, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] InternetUrl? other) => other is not null && string.Equals(Href, other.Href, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as InternetUrl);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Href, StringComparison.Ordinal);

    /// <summary>The URL with three asterisks for its password: for logs and people.</summary>
    public override string ToString() => _parts.PasswordLength <= 0
        ? Href
        : string.Concat(Href.AsSpan(0, _parts.PasswordStart), "***", Href.AsSpan(_parts.PasswordStart + _parts.PasswordLength));

    /// <summary>The exception that tells a refusal.</summary>
    internal static UriFormatException Refusal(ParseResult result) =>
        new($"{result.Error} at octet {result.Position}: {result.Error.Message()} ({result.Error.RfcSection()})");

    private static string Decode(string encoded) => encoded.Contains('%') ? Uri.UnescapeDataString(encoded) : encoded;

    private string Slice(int start, int length) => length <= 0 ? string.Empty : Href.Substring(start, length);

    // Outside the special schemes the standard keeps a host as it was given; to connect it must be a domain or an address.
    private string HostToConnect()
    {
        if (_parts.HostKind == UrlHostKind.IPv6)
        {
            return HostName[1..^1];
        }

        if (_parts.HostKind != UrlHostKind.Opaque || !_parts.Scheme.RequiresHost())
        {
            return HostName;
        }

        Span<byte> normal = stackalloc byte[1024];
        return UrlHost.Normalize(Encoding.UTF8.GetBytes(HostName), normal, out var written, out _).IsDone
            ? Encoding.ASCII.GetString(normal[..written])
            : HostName;
    }

    private string MakePathAndQuery()
    {
        if (_parts.QueryLength < 0 && !_parts.HasOpaquePath)
        {
            return Path;
        }

        var end = _parts.QueryLength < 0 ? _parts.PathStart + _parts.PathLength : _parts.QueryStart + _parts.QueryLength;
        var text = Href[_parts.PathStart..end];

        // Only an opaque path keeps its spaces.
        return _parts.HasOpaquePath ? text.Replace(" ", "%20", StringComparison.Ordinal) : text;
    }
}
