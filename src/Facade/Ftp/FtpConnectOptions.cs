using System.Text;

namespace HiPerf.Ftp;

/// <summary>How a connection to an FTP server is made and used. Immutable; connections made under equal options may stand for each other.</summary>
public sealed record FtpConnectOptions
{
    internal static readonly FtpConnectOptions Default = new();

    /// <summary>1 to 65535; 0, the default, is 21, or 990 under <see cref="FtpTlsMode.Implicit"/>.</summary>
    public int Port { get; init; }

    /// <summary>Who logs in; null, the default, is <c>anonymous</c>.</summary>
    public string? UserName { get; init; }

    /// <summary>The password; null with a user name is an empty one, without a user name <see cref="AnonymousPassword"/>. A password without a user name is refused.</summary>
    public string? Password { get; init; }

    /// <summary>What ACCT says where the server asks for an account (332); null fails there.</summary>
    public string? Account { get; init; }

    /// <summary>The password of anonymous logins; <c>anonymous@</c>, which tells nobody's address.</summary>
    public string AnonymousPassword { get; init; } = "anonymous@";

    /// <summary>Whether and when TLS begins.</summary>
    public FtpTlsMode Tls { get; init; }

    /// <summary>Whether data is protected too (PROT P); true. Looked at only where the control connection is.</summary>
    public bool ProtectsData { get; init; } = true;

    /// <summary>Which side connects for data.</summary>
    public FtpDataMode DataMode { get; init; }

    /// <summary>What an operation does while another one holds the connection.</summary>
    public FtpBusyBehavior BusyBehavior { get; init; }

    /// <summary>The virtual host to ask for (HOST, RFC 7151); null asks for none.</summary>
    public string? VirtualHost { get; init; }

    /// <summary>The language of replies to ask for (LANG, RFC 2640), as in <c>en</c>; null asks for none.</summary>
    public string? Language { get; init; }

    /// <summary>The charset of names; null, the default, is UTF-8, and ISO-8859-1 for names that are none.</summary>
    public Encoding? NameEncoding { get; init; }

    /// <summary>Added to times of listings that name no zone to make them UTC is its negative: the server's zone; zero.</summary>
    public TimeSpan ServerTimeOffset { get; init; }

    /// <summary>How long the connection may be idle before NOOP keeps it open; <see cref="Timeout.InfiniteTimeSpan"/>, the default, never asks.</summary>
    public TimeSpan KeepAlive { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How long the server may take to connect in active mode, strangers turned away meanwhile; 60 s. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    public TimeSpan AcceptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the last reply to a transfer that was given up is waited for before its connection is; as well, the server's own end of a protected upload behind its last reply; 5 s. <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    public TimeSpan SettleTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Octets a second at most in either direction of data, 1 to 2^40; 0, the default, is no limit.</summary>
    public long MaxBytesPerSecond { get; init; }

    /// <summary>How much of a reply is read before it is refused.</summary>
    public FtpLimits Limits { get; init; } = FtpLimits.Default;

    /// <summary>How much of a listing is read before it is refused.</summary>
    public FtpListingLimits ListingLimits { get; init; } = FtpListingLimits.Default;

    /// <summary>Carried by the connection and its files; null inherits the session's.</summary>
    public object? Context { get; init; }

    /// <summary>These options with the port, the login and the protection that a URL asks for.</summary>
    /// <param name="url">An ftp or ftps URL; ftps is never taken for less than explicit TLS. A URL without user leaves the login as it is.</param>
    /// <exception cref="NotSupportedException">The scheme is another.</exception>
    public FtpConnectOptions For(InternetUrl url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (url.Scheme is not ("ftp" or "ftps"))
        {
            throw new NotSupportedException($"The URL's scheme is not ftp or ftps but '{url.Scheme}'.");
        }

        var mode = url.Scheme == "ftps" && Tls is FtpTlsMode.Automatic or FtpTlsMode.Off or FtpTlsMode.Opportunistic
            ? url.Port == FtpTarget.ImplicitPort ? FtpTlsMode.Implicit : FtpTlsMode.Explicit
            : Tls;
        var options = this with { Port = url.Port, Tls = mode };
        return url.UserName.Length == 0 && url.Password.Length == 0 ? options : options with { UserName = url.UserName, Password = url.Password, Account = null };
    }

    /// <summary>The user and the limits, without any secret.</summary>
    public override string ToString() => $"{nameof(FtpConnectOptions)} {{ UserName = {UserName ?? "anonymous"}, Port = {Port}, Tls = {Tls}, DataMode = {DataMode} }}";
}
