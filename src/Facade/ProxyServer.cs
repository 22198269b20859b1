using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace HiPerf;

/// <summary>One proxy: what it speaks, where it is, who asks. Immutable; what is no proxy cannot be made. Prints without its user name and password.</summary>
/// <remarks>Part of the pool's key with its user name and password: a connection made through one proxy, or for one user of it, serves no other.</remarks>
public sealed class ProxyServer : IEquatable<ProxyServer>
{
    /// <summary>Octets of UTF-8 that a host, and with SOCKS a user name or a password, may have: 255. RFC 1928 section 5, RFC 1929 section 2.</summary>
    public const int MaxNameLength = 255;

    // What would end a host within a URL, and the white space a URL's reader takes out of it.
    private static readonly SearchValues<char> s_notHost = SearchValues.Create("/\\?#@ \t\r\n");

    /// <summary>Names a proxy.</summary>
    /// <param name="kind">What it speaks.</param>
    /// <param name="host">A name or an address, without a port; at most <see cref="MaxNameLength"/> octets.</param>
    /// <param name="port">1 to 65535; 0 for the usual one: 80 for HTTP, 1080 for SOCKS, 21 for FTP.</param>
    /// <param name="userName">The user; null for none. Without control characters; for HTTP without a colon (RFC 7617); for SOCKS 1 to 255 octets.</param>
    /// <param name="password">The password; null for none. Without control characters; for SOCKS5 1 to 255 octets; SOCKS4 has none.</param>
    /// <exception cref="ArgumentException">One of them is not what it must be.</exception>
    public ProxyServer(ProxyKind kind, string host, int port = 0, string? userName = null, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (Refusal(kind, host, port, userName, password, out var canonical) is { } refusal)
        {
            throw new ArgumentException(refusal);
        }

        Kind = kind;
        Host = canonical;
        Port = port > 0 ? port : DefaultPort(kind);
        UserName = userName;
        Password = password;
        EndPoint = Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
    }

    /// <summary>What it speaks.</summary>
    public ProxyKind Kind { get; }

    /// <summary>The host in canonical form, an IPv6 address without brackets.</summary>
    public string Host { get; }

    /// <summary>The port, 1 to 65535.</summary>
    public int Port { get; }

    /// <summary>Who asks; null for nobody in particular.</summary>
    public string? UserName { get; }

    /// <summary>The password; null when there is none.</summary>
    public string? Password { get; }

    /// <summary>Host and port as errors and logs name them.</summary>
    internal string EndPoint { get; }

    /// <summary>Reads a proxy: <c>[scheme://][user[:password]@]host[:port]</c>. Schemes are http (also when there is none), socks4, socks4a, socks5, socks5h, and
    /// ftp for USER@HOST; user name and password are percent-encoded.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UriFormatException">It names no proxy; the message says why, without the text, which may hold a password.</exception>
    public static ProxyServer Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, out var refusal) ?? throw new UriFormatException(refusal);
    }

    /// <summary>Reads a proxy as <see cref="Parse"/> does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="proxy">The proxy, null when the text names none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ProxyServer? proxy)
    {
        proxy = ParseOrNull(text);
        return proxy is not null;
    }

    /// <summary>Reads a proxy as <see cref="Parse"/> does; null when the text names none.</summary>
    /// <param name="text">The text.</param>
    public static ProxyServer? ParseOrNull(string? text) => text is null ? null : Read(text, out _);

    /// <inheritdoc />
    public bool Equals(ProxyServer? other) => other is not null && Kind == other.Kind && Port == other.Port && Host == other.Host
        && UserName == other.UserName && Password == other.Password;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ProxyServer);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Host, Port, UserName, Password);

    /// <summary>Scheme, host and port; neither user name nor password.</summary>
    public override string ToString() => $"{SchemeOf(Kind)}://{EndPoint}";

    /// <summary>Reads a proxy; null with the reason when the text names none.</summary>
    internal static ProxyServer? Read(string text, out string? refusal)
    {
        // A URL's reader takes white space and line ends out, or leaves them escaped; neither is what was meant.
        if (text.AsSpan().ContainsAnyInRange('\0', ' ') || text.Contains('\x7F'))
        {
            refusal = "A proxy holds neither blanks nor control characters.";
            return null;
        }

        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (KindOf(mark < 0 ? "http" : text[..mark]) is not { } kind)
        {
            refusal = "A proxy's scheme is http, socks4, socks4a, socks5, socks5h or ftp; TLS to a proxy is not spoken.";
            return null;
        }

        // Two schemes with different defaults tell a port that is not there from one that is the default.
        var rest = mark < 0 ? text : text[(mark + 3)..];
        var url = InternetUrl.ParseOrNull("http://" + rest);
        var again = InternetUrl.ParseOrNull("ftp://" + rest);
        if (url is null || again is null || url.Path != "/" || rest.AsSpan().ContainsAny("?#\\") || (url.Port == 0 && again.Port == 0))
        {
            refusal = "A proxy is [scheme://][user[:password]@]host[:port].";
            return null;
        }

        var port = url.Port == again.Port ? url.Port : 0;
        var user = url.EncodedUserName.Length > 0 ? url.UserName : null;
        var password = url.EncodedPassword.Length > 0 ? url.Password : null;
        refusal = Refusal(kind, url.Host, port, user, password, out _);
        return refusal is null ? new ProxyServer(kind, url.Host, port, user, password) : null;
    }

    private static string? Refusal(ProxyKind kind, string host, int port, string? user, string? password, out string canonical)
    {
        canonical = string.Empty;
        if (kind is < ProxyKind.Http or > ProxyKind.FtpUserAtHost)
        {
            return "The kind of the proxy is none.";
        }

        if (port is < 0 or > ushort.MaxValue)
        {
            return "The proxy's port is outside 1 to 65535.";
        }

        var literal = host.Contains(':') && !host.StartsWith('[') ? $"[{host}]" : host;
        if (host.Length == 0 || host.AsSpan().ContainsAny(s_notHost) || InternetUrl.ParseOrNull($"http://{literal}/") is not { } url || url.HostName != url.HostAndPort)
        {
            return "The proxy's host is no host.";
        }

        canonical = url.Host;
        if (canonical.Length > MaxNameLength)
        {
            return $"The proxy's host is longer than {MaxNameLength} octets.";
        }

        if (password is not null && user is null)
        {
            return "A proxy's password needs a user name.";
        }

        return RefusalOfUser(kind, user) ?? RefusalOfPassword(kind, password, user);
    }

    private static string? RefusalOfUser(ProxyKind kind, string? user)
    {
        if (user is null)
        {
            return null;
        }

        if (HoldsControl(user) || (kind == ProxyKind.Http && user.Contains(':')))
        {
            return "The proxy's user name holds a character it must not.";
        }

        return IsSocks(kind) && Encoding.UTF8.GetByteCount(user) is 0 or > MaxNameLength ? $"A user name has 1 to {MaxNameLength} octets with SOCKS." : null;
    }

    private static string? RefusalOfPassword(ProxyKind kind, string? password, string? user)
    {
        if (password is not null && HoldsControl(password))
        {
            return "The proxy's password holds a control character.";
        }

        return kind switch
        {
            ProxyKind.Socks4 or ProxyKind.Socks4a when password is not null => "SOCKS4 has no password.",
            ProxyKind.Socks5 when user is not null && Encoding.UTF8.GetByteCount(password ?? string.Empty) is 0 or > MaxNameLength =>
                $"A password has 1 to {MaxNameLength} octets with SOCKS5.",
            _ => null,
        };
    }

    private static bool IsSocks(ProxyKind kind) => kind is ProxyKind.Socks4 or ProxyKind.Socks4a or ProxyKind.Socks5;

    // Half a surrogate pair is replaced by the enumerator: it has no UTF-8.
    private static bool HoldsControl(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return true;
            }
        }

        return false;
    }

    private static int DefaultPort(ProxyKind kind) => kind switch
    {
        ProxyKind.Http => 80,
        ProxyKind.FtpUserAtHost => 21,
        _ => 1080,
    };

    private static ProxyKind? KindOf(string scheme) => scheme.ToLowerInvariant() switch
    {
        "http" => ProxyKind.Http,
        "socks4" => ProxyKind.Socks4,
        "socks4a" => ProxyKind.Socks4a,
        "socks5" or "socks5h" => ProxyKind.Socks5,
        "ftp" => ProxyKind.FtpUserAtHost,
        _ => null,
    };

    private static string SchemeOf(ProxyKind kind) => kind switch
    {
        ProxyKind.Http => "http",
        ProxyKind.Socks4 => "socks4",
        ProxyKind.Socks4a => "socks4a",
        ProxyKind.Socks5 => "socks5",
        _ => "ftp",
    };
}
