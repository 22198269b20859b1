using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>Begins a transfer whose command is queued: awaits the reply that opens it, and TLS on its data connection.</summary>
/// <remarks>Some servers say 150 before they shake hands, some behind it: both are awaited at once. A refusal, or a handshake that fails, is told with the server's own reply.</remarks>
internal static class FtpTransferStart
{
    /// <summary>Sends what is queued and begins.</summary>
    /// <param name="link">The turn is the caller's, until the transfer has it.</param>
    /// <param name="request">What was queued.</param>
    /// <param name="port">Where data flows; closed here when the transfer does not begin.</param>
    /// <param name="holder">Who gets the link back at the transfer's end.</param>
    /// <param name="keepsTurn">Whether the turn stays with the caller.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="FtpException">It was refused; the connection may be used on unless it is closed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<FtpTransfer> RunAsync(FtpLink link, FtpTransferRequest request, FtpDataPort port, IFtpHolder? holder, bool keepsTurn,
        CancellationToken cancellationToken)
    {
        var control = link.Control;
        control.Phase = InternetPhase.ReceivingHead;
        Task? handshake = null;
        try
        {
            var opening = control.ReceiveAsync(cancellationToken);
            handshake = link.ProtectsData ? port.Channel?.SecureAsync(link, cancellationToken) : null;
            if (await opening.ConfigureAwait(false) >= 400)
            {
                throw FtpDataErrors.Refused(link, InternetPhase.ReceivingHead);
            }

            var length = request.Length ?? HintOf(control, in request);
            var name = request.Command == FtpCommand.Stou ? NameOf(control) : null;
            var channel = await port.TakeAsync(link, cancellationToken).ConfigureAwait(false);
            if (link.ProtectsData)
            {
                handshake ??= channel.SecureAsync(link, cancellationToken);
                await FinishHandshakeAsync(link, handshake, cancellationToken).ConfigureAwait(false);
            }

            if (request.IsUpload)
            {
                channel.SendAtOnce();
                channel.Listen();
            }

            return new FtpTransfer(link, in request, channel, holder) { Length = length, UniqueName = name, KeepsTurn = keepsTurn };
        }
        catch (Exception e)
        {
            // First, for it resets the data connection: its plain end would be an empty file to the server.
            if (control.State.HasTransfer)
            {
                control.Abort();
            }

            port.Dispose();
            Ignore(handshake);

            // A handshake that failed was judged where it did: the time that ran out behind it is only that of the server's word on it.
            var told = e is FtpException { Phase: InternetPhase.TlsHandshake } ? e : control.Translate(e, cancellationToken);
            if (ReferenceEquals(told, e))
            {
                throw;
            }

            throw told;
        }
    }

    private static async ValueTask FinishHandshakeAsync(FtpLink link, Task handshake, CancellationToken cancellationToken)
    {
        try
        {
            await handshake.ConfigureAwait(false);
        }
        catch (InternetException e) when (!cancellationToken.IsCancellationRequested && !link.Control.IsClosed)
        {
            // The data connection is closed: the server says what it thinks of it, which may be the reason.
            var refused = await IsRefusedAsync(link, cancellationToken).ConfigureAwait(false);
            throw refused && e.Kind is not (InternetErrorKind.CertificateRejected or InternetErrorKind.Timeout)
                ? FtpDataErrors.Refused(link, InternetPhase.TlsHandshake, e)
                : FtpErrors.FromTransport(e, InternetPhase.TlsHandshake, link.Key);
        }
    }

    private static async ValueTask<bool> IsRefusedAsync(FtpLink link, CancellationToken cancellationToken)
    {
        try
        {
            return await link.Control.FinishAsync(cancellationToken, link.Options.SettleTimeout).ConfigureAwait(false) >= 400;
        }
        catch (FtpException e) when (e.Kind == InternetErrorKind.Timeout)
        {
            // A server that resets what it has just accepted may have nothing to say (pyftpdlib): the handshake's failure is then all there is to tell.
            return false;
        }
    }

    private static long? HintOf(FtpControl control, in FtpTransferRequest request) =>
        request is { Command: FtpCommand.Retr, Type: FtpTransferType.Binary, Offset: 0 }
        && SizeParser.TryFindHint(control.Reply.LastText.In(control.ReplyOctets), out var size) ? size : null;

    // RFC 1123 section 4.1.2.9: "150 FILE: pppp".
    private static string? NameOf(FtpControl control)
    {
        var text = control.Reply.LastText.In(control.ReplyOctets);
        return text.StartsWith("FILE: "u8) ? control.Names.DecodeControl(text[6..]) : null;
    }

    private static void Ignore(Task? handshake) =>
        _ = handshake?.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
