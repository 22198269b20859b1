using System.Runtime.CompilerServices;
using System.Text;

namespace HiPerf.Ftp;

/// <summary>Opens files on a link: takes the turn, prepares the data connection, sends the command.</summary>
/// <remarks>The size is asked for only where the caller wants it. REST stands right before its transfer and must be answered with 350 first, or data could come from the start (catalogue FC-09).</remarks>
internal static class FtpTransfers
{
    /// <summary>Opens a file for reading.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<FtpFile> OpenReadAsync(FtpLink link, string path, FtpReadOptions? options, FtpOpening opening, CancellationToken cancellationToken)
    {
        options ??= FtpReadOptions.Default;
        Check(options.Offset, options.Type, nameof(options));
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        FtpTransfer transfer;
        try
        {
            var length = options.AsksSize && options.Type == FtpTransferType.Binary ? await SizeAsync(link, path, cancellationToken).ConfigureAwait(false) : null;
            var port = await FtpDataPort.OpenAsync(link, options.Type, cancellationToken).ConfigureAwait(false);
            var request = new FtpTransferRequest(FtpCommand.Retr, options.Type, options.Offset, length);
            transfer = await BeginAsync(link, request, path, port, opening.Holder, keepsTurn: false, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Return(link, opening.Holder);
            throw;
        }

        return new FtpFile(transfer, path, opening);
    }

    /// <summary>Opens a file for writing.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<FtpFile> OpenWriteAsync(FtpLink link, string path, FtpWriteOptions? options, FtpOpening opening, CancellationToken cancellationToken)
    {
        options ??= FtpWriteOptions.Default;
        Check(options.Offset, options.Type, nameof(options));
        if (options.Offset > 0 && options.Mode != FtpWriteMode.Create)
        {
            throw new ArgumentException("Only a file that is created has an offset.", nameof(options));
        }

        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        FtpTransfer transfer;
        try
        {
            if (options.Allocate is { } octets)
            {
                await AllocateAsync(link, octets, cancellationToken).ConfigureAwait(false);
            }

            var command = options.Mode switch
            {
                FtpWriteMode.Append => FtpCommand.Appe,
                FtpWriteMode.Unique => FtpCommand.Stou,
                _ => FtpCommand.Stor,
            };
            var port = await FtpDataPort.OpenAsync(link, options.Type, cancellationToken).ConfigureAwait(false);
            var request = new FtpTransferRequest(command, options.Type, options.Offset);
            transfer = await BeginAsync(link, request, path, port, opening.Holder, keepsTurn: false, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Return(link, opening.Holder);
            throw;
        }

        return new FtpFile(transfer, path, opening);
    }

    /// <summary>Opens the listing of a folder as the server sends it.</summary>
    public static async ValueTask<FtpFile> OpenListingAsync(FtpLink link, string path, FtpOpening opening, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        FtpTransfer transfer;
        try
        {
            transfer = await FtpListingStart.RunAsync(link, link.Control.Names.Encode(path), opening.Holder, keepsTurn: false, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Return(link, opening.Holder);
            throw;
        }

        return new FtpFile(transfer, path, opening);
    }

    /// <summary>Opens what a command of the caller's own moves.</summary>
    /// <exception cref="ArgumentException">The command is none that moves data that way, or holds a CR, LF or NUL.</exception>
    public static async ValueTask<FtpFile> OpenCommandAsync(FtpLink link, string command, FtpDataDirection direction, FtpTransferType type, FtpOpening opening,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var space = command.IndexOf(' ', StringComparison.Ordinal);
        var (verb, argument) = space < 0 ? (command, string.Empty) : (command[..space], command[(space + 1)..]);
        var request = new FtpTransferRequest(FtpCommands.Find(Encoding.Latin1.GetBytes(verb)), type);
        if (!FtpTransferRequest.IsTransfer(request.Command) || request.IsUpload != (direction == FtpDataDirection.Write))
        {
            throw new ArgumentException($"{PeerText.Shown(verb)} is no command that moves data that way.", nameof(command));
        }

        CheckText(argument, nameof(command));
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        FtpTransfer transfer;
        try
        {
            var port = await FtpDataPort.OpenAsync(link, type, cancellationToken).ConfigureAwait(false);
            transfer = await BeginAsync(link, request, argument, port, opening.Holder, keepsTurn: false, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Return(link, opening.Holder);
            throw;
        }

        return new FtpFile(transfer, argument, opening);
    }

    /// <summary>Sends REST where there is an offset, then the command, and begins the transfer; closes the port when it does not begin.</summary>
    public static ValueTask<FtpTransfer> BeginAsync(FtpLink link, FtpTransferRequest request, string path, FtpDataPort port, IFtpHolder? holder, bool keepsTurn,
        CancellationToken cancellationToken)
    {
        if (request.Offset > 0)
        {
            return RestartAsync(link, request, path, port, holder, keepsTurn, cancellationToken);
        }

        Write(link, in request, path, in port);
        return FtpTransferStart.RunAsync(link, request, port, holder, keepsTurn, cancellationToken);
    }

    /// <summary>Refuses an offset that no transfer can begin at.</summary>
    public static void Check(long offset, FtpTransferType type, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset, name);
        if (offset > 0 && type != FtpTransferType.Binary)
        {
            throw new ArgumentException("Text has no offset.", name);
        }
    }

    /// <summary>Asks for the size, as binary; no such file is left to RETR to say, and a server that cannot tell is no error.</summary>
    public static async ValueTask<long?> SizeAsync(FtpLink link, string path, CancellationToken cancellationToken)
    {
        var control = link.Control;
        if (link.Type != FtpTransferType.Binary)
        {
            control.Write(FtpCommand.Type, "I"u8);
            if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) >= 400)
            {
                throw control.Refused(InternetPhase.SendingRequest);
            }

            link.Type = FtpTransferType.Binary;
        }

        control.Write(FtpCommand.Size, path);
        if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) != 213)
        {
            return null;
        }

        var result = SizeParser.Parse(control.Reply.LastText.In(control.ReplyOctets), out var size);
        return result.IsDone ? size : throw FtpErrors.Protocol(result, InternetPhase.ReceivingHead, control.Key, "SIZE");
    }

    private static async ValueTask<FtpTransfer> RestartAsync(FtpLink link, FtpTransferRequest request, string path, FtpDataPort port, IFtpHolder? holder, bool keepsTurn,
        CancellationToken cancellationToken)
    {
        var control = link.Control;
        try
        {
            control.WriteNumber(FtpCommand.Rest, request.Offset);
            if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) >= 400)
            {
                throw control.Refused(InternetPhase.SendingRequest);
            }
        }
        catch
        {
            port.Dispose();
            throw;
        }

        Write(link, in request, path, in port);
        return await FtpTransferStart.RunAsync(link, request, port, holder, keepsTurn, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(FtpLink link, in FtpTransferRequest request, string path, in FtpDataPort port)
    {
        try
        {
            if (path.Length == 0)
            {
                link.Control.Write(request.Command);
            }
            else
            {
                link.Control.Write(request.Command, path);
            }

            if (request.AsksNextPort)
            {
                FtpPassive.Ask(link);
            }
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    private static void CheckText(string argument, string name)
    {
        if (argument.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new ArgumentException("A command holds no CR, LF or NUL (RFC 959 section 5.3).", name);
        }
    }

    // RFC 959 section 4.1.3: servers that need no announcement treat it as NOOP, or do not know it.
    private static async ValueTask AllocateAsync(FtpLink link, long octets, CancellationToken cancellationToken)
    {
        link.Control.WriteNumber(FtpCommand.Allo, octets);
        if (await link.Control.ReceiveAsync(cancellationToken).ConfigureAwait(false) is >= 400 and not (500 or 501 or 502 or 504))
        {
            throw link.Control.Refused(InternetPhase.SendingRequest);
        }
    }

    private static void Return(FtpLink link, IFtpHolder? holder)
    {
        link.Control.Data = null;
        link.Turn.Leave();
        holder?.Release(link, !link.Control.IsClosed && link.Control.State.IsIdle);
    }
}
