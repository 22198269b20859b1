using System.Net.Security;

namespace HiPerf.Ftp;

/// <summary>One logged-in control connection and what its login found out: what commands and transfers work with.</summary>
internal sealed class FtpLink
{
    public required FtpControl Control { get; init; }

    public required FtpConnectOptions Options { get; init; }

    public required InternetTimeouts Timeouts { get; init; }

    public required Dialer Dialer { get; init; }

    public required PhaseListener Listener { get; init; }

    /// <summary>What is remembered of the host.</summary>
    public required FtpHostMemory Memory { get; init; }

    /// <summary>The rules of TLS, the same object for the control connection and every data connection, or sessions do not resume; null in clear.</summary>
    public SslClientAuthenticationOptions? Tls { get; init; }

    /// <summary>Whether data connections are under TLS: PROT P was accepted.</summary>
    public bool ProtectsData { get; init; }

    public FtpFeatures Features { get; init; }

    public required FtpReplyMessage Greeting { get; init; }

    /// <summary>The type the server was told last; null before the first.</summary>
    public FtpTransferType? Type { get; set; }

    /// <summary>Whose turn it is.</summary>
    public required FtpTurn Turn { get; init; }

    public ConnectionKey Key => Control.Key;
}
