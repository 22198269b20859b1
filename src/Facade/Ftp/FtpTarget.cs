namespace HiPerf.Ftp;

/// <summary>What a logged-in connection is to whom, and what two uses must agree in to share one: the peer, the rules of TLS, the login, the options.</summary>
/// <param name="Key">The peer and the rules of TLS.</param>
/// <param name="Options">The options, port and TLS mode settled, the context left out; compared by value, secrets too, and printed without them.</param>
internal sealed record FtpTarget(ConnectionKey Key, FtpConnectOptions Options)
{
    public const int ImplicitPort = 990;

    public const int ControlPort = 21;

    /// <summary>Settles port and TLS mode.</summary>
    /// <param name="dialer">Names the connection.</param>
    /// <param name="scheme"><c>ftp</c>, or <c>ftps</c>, which is never read as less than explicit TLS.</param>
    /// <param name="host">The host in canonical form.</param>
    /// <param name="port">1 to 65535; 0 is the default of the mode.</param>
    /// <param name="options">The rest.</param>
    public static FtpTarget Of(Dialer dialer, string scheme, string host, int port, FtpConnectOptions options)
    {
        var mode = options.Tls;
        if (scheme == "ftps" && mode is (FtpTlsMode.Automatic or FtpTlsMode.Off or FtpTlsMode.Opportunistic))
        {
            mode = port is 0 or ImplicitPort ? FtpTlsMode.Implicit : FtpTlsMode.Explicit;
        }

        mode = mode == FtpTlsMode.Automatic ? FtpTlsMode.Off : mode;
        port = port != 0 ? port : mode == FtpTlsMode.Implicit ? ImplicitPort : ControlPort;
        var key = dialer.KeyOf(mode is FtpTlsMode.Explicit or FtpTlsMode.Implicit ? "ftps" : "ftp", host, port, mode != FtpTlsMode.Off);
        return new FtpTarget(key, options with { Port = port, Tls = mode, Context = null });
    }
}
