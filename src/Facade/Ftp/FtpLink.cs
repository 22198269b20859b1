using System.Net.Security;
using System.Security.Authentication;
using HiPerf.Transport;

namespace HiPerf.Ftp;

/// <summary>One logged-in control connection and what its login found out: what commands and transfers work with.</summary>
internal sealed class FtpLink : IIdleItem
{
    public required FtpControl Control { get; init; }

    public required FtpConnectOptions Options { get; init; }

    public required Dialer Dialer { get; init; }

    public InternetTimeouts Timeouts => Control.Timeouts;

    public PhaseListener Listener => Control.Listener;

    /// <summary>What is remembered of the host.</summary>
    public required FtpHostMemory Memory { get; init; }

    /// <summary>The rules of TLS, the same object for the control connection and every data connection, or sessions do not resume; null in clear.</summary>
    public SslClientAuthenticationOptions? Tls { get; init; }

    /// <summary>Whether data connections are under TLS: PROT P was accepted.</summary>
    public bool ProtectsData { get; init; }

    public FtpFeatures Features { get; init; }

    public required FtpReplyMessage Greeting { get; init; }

    /// <summary>Whether the server is known to leave commands unread while data flows, and to answer them in order behind it: vsftpd. Others answer out of order, or drop the transfer.</summary>
    public bool QueuesCommands => Greeting.Lines is [var line, ..] && line.StartsWith("(vsFTPd ", StringComparison.Ordinal);

    /// <summary>Where the login led, as PWD said; null where the server did not tell.</summary>
    public string? LoginDirectory { get; init; }

    /// <summary>The type the server was told last; null before the first.</summary>
    public FtpTransferType? Type { get; set; }

    /// <summary>The algorithm that HASH uses now; None where it is not known.</summary>
    public FtpHashAlgorithms SelectedHash { get; set; }

    /// <summary>Whose turn it is.</summary>
    public required FtpTurn Turn { get; init; }

    /// <summary>What is kept from one data connection to the next.</summary>
    public FtpDataState Data { get; } = new();

    /// <summary>Whether the control connection is under TLS 1.3, and might be under 1.2 instead.</summary>
    public bool IsTls13 => Key.Tls?.Protocols == SslProtocols.None && Control.Stream is TlsStream { Session.SslProtocol: SslProtocols.Tls13 };

    public ConnectionKey Key => Control.Key;

    /// <inheritdoc/>
    public long IdleSince { get; set; }

    /// <summary>Takes the turn on a connection that is open, and reads first what a transfer that was given up still owes.</summary>
    /// <exception cref="FtpException">Busy; or ConnectionAborted: the connection is closed.</exception>
    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        var entering = Turn.EnterAsync(cancellationToken);
        return entering.IsCompletedSuccessfully ? Entered() : WaitAsync(entering);
    }

    /// <inheritdoc/>
    public bool IsQuiet() => !Turn.IsTaken && Control.IsQuiet();

    /// <inheritdoc/>
    public void Release(PhaseListener listener)
    {
        Control.Listener = listener;
        Control.Release();
    }

    private ValueTask Entered()
    {
        if (!Control.IsClosed)
        {
            Control.Phase = InternetPhase.ReceivingHead;
            return Control.State.Outstanding == 0 ? default : SettleAsync();
        }

        Turn.Leave();
        return ValueTask.FromException(FtpErrors.Aborted(Control.Phase, Key));
    }

    private async ValueTask WaitAsync(ValueTask entering)
    {
        await entering.ConfigureAwait(false);
        await Entered().ConfigureAwait(false);
    }

    private async ValueTask SettleAsync()
    {
        if (!await FtpSettlement.RunAsync(this).ConfigureAwait(false))
        {
            Turn.Leave();
            throw FtpErrors.Aborted(Control.Phase, Key);
        }
    }
}
