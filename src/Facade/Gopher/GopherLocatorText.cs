using System.Buffers;
using System.Text;

namespace HiPerf.Gopher;

/// <summary>How a locator's parts stand as octets and as text.</summary>
internal static class GopherLocatorText
{
    // The longest normal form of a host that Core writes.
    private const int MaxHost = 1024;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<byte> s_breakers = SearchValues.Create([0, (byte)'\t', (byte)'\n', (byte)'\r']);

    /// <summary>Whether octets stay within their field of a request.</summary>
    public static bool IsField(ReadOnlySpan<byte> octets) => !octets.ContainsAny(s_breakers);

    /// <summary>The octets of a text that is to be sent.</summary>
    /// <exception cref="ArgumentException">It would end its field, or is no Unicode.</exception>
    public static byte[] Encode(string text, string parameter)
    {
        byte[] octets = Utf8(text, parameter);
        return IsField(octets) ? octets : throw new ArgumentException("What is sent holds no HTAB, CR, LF or NUL (RFC 1436 section 2).", parameter);
    }

    /// <summary>The octets of a text.</summary>
    /// <exception cref="ArgumentException">It is no Unicode.</exception>
    public static byte[] Utf8(string text, string parameter)
    {
        try
        {
            return s_strict.GetBytes(text);
        }
        catch (EncoderFallbackException error)
        {
            throw new ArgumentException("Half of a surrogate pair has no octets.", parameter, error);
        }
    }

    public static string Decode(ReadOnlySpan<byte> octets) => System.Text.Unicode.Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : Encoding.Latin1.GetString(octets);

    /// <summary>The host as it is connected to and compared; null where it is none.</summary>
    public static string? CanonicalHost(string host) => CanonicalHost(Encoding.UTF8.GetBytes(host));

    /// <inheritdoc cref="CanonicalHost(string)"/>
    public static string? CanonicalHost(ReadOnlySpan<byte> host)
    {
        if (host.Contains((byte)':') && host[0] != (byte)'[')
        {
            return host.Length < MaxHost ? CanonicalHost([(byte)'[', .. host, (byte)']']) : null;
        }

        Span<byte> normal = stackalloc byte[MaxHost];
        if (!UrlHost.Normalize(host, normal, out int length, out UrlHostKind kind).IsDone)
        {
            return null;
        }

        return Encoding.ASCII.GetString(kind == UrlHostKind.IPv6 ? normal[1..(length - 1)] : normal[..length]);
    }

    /// <summary>The URL of a locator; that of a top menu has no path beyond its slash.</summary>
    public static string UrlOf(GopherLocator locator)
    {
        var url = new StringBuilder(locator.UsesTls ? "gophers://" : "gopher://", 64);
        bool isIPv6 = locator.Host.Contains(':');
        url.Append(isIPv6 ? "[" : "").Append(locator.Host).Append(isIPv6 ? "]" : "");
        if (locator.Port != GopherPortPolicy.DefaultPort)
        {
            url.Append(':').Append(locator.Port);
        }

        if (locator.IsRoot)
        {
            return url.Append('/').ToString();
        }

        GopherRequestText request = locator.Request;
        byte[] path = new byte[(3 * (request.Selector.Length + request.Search.Length + request.Argument.Length)) + 16];
        _ = GopherUrlWriter.TryWrite(path, locator.TypeOctet, in request, out int written);
        return url.Append(Encoding.ASCII.GetString(path.AsSpan(0, written))).ToString();
    }
}
