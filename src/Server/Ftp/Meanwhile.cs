using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using HiPerf.Ftp;
using HiPerf.Transport;

namespace HiPerf.Server;

/// <summary>Reads on while a transfer must wait: ABOR, STAT and QUIT are honoured, other commands kept back in their order. RFC 959 section 4.1.3, catalogue FS-07.</summary>
internal sealed class Meanwhile(FtpFolderOptions options, ParsePump pump, CommandReader commands, ReplySender replies, DataTransfer transfer, ServerSession session, Action wake)
{
    private Queue<byte[]>? _kept;
    private bool _isAborting;

    /// <summary>Whether QUIT was said: the transfer under way is the last, and nothing kept back is executed.</summary>
    public bool IsQuitting { get; private set; }

    /// <summary>Takes the oldest line that was kept back.</summary>
    public bool TryDequeue([NotNullWhen(true)] out byte[]? line)
    {
        line = null;
        return _kept is not null && _kept.TryDequeue(out line);
    }

    /// <summary>Whether ABOR was said since last asked.</summary>
    public bool TakeAbort()
    {
        var isAborting = _isAborting;
        _isAborting = false;
        return isAborting;
    }

    /// <summary>Reads commands until a part of the transfer has ended. Its end cancels the pending read.</summary>
    /// <remarks>Whatever this throws, that part has ended: nothing uses the source or the session's timer behind its back.</remarks>
    public async ValueTask ServeAsync(Task work)
    {
        work.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(wake);
        try
        {
            await ReadOnAsync(work).ConfigureAwait(false);
        }
        catch
        {
            transfer.Abort();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await work.ConfigureAwait(false);
    }

    private async ValueTask ReadOnAsync(Task work)
    {
        while (!work.IsCompleted && !_isAborting && !IsQuitting && (_kept?.Count ?? 0) < options.MaxQueuedCommands)
        {
            await replies.FlushAsync().ConfigureAwait(false);
            var result = await pump.ReadAsync(commands).ConfigureAwait(false);
            if (result.IsDone)
            {
                Take(result.Consumed);
            }
            else if (!result.NeedsMoreData || pump.EndOfInput)
            {
                // The main loop meets the same again, and ends the session.
                transfer.Abort();
                break;
            }
        }

        await replies.FlushAsync().ConfigureAwait(false);
    }

    private void Take(int length)
    {
        ref readonly var line = ref commands.Line;
        switch (line.Command)
        {
            case FtpCommand.Abor:
                _isAborting = true;
                transfer.Abort();
                break;
            case FtpCommand.Quit:
                IsQuitting = true;
                break;
            case FtpCommand.Stat when line.Argument.Length == 0:
                TellProgress();
                break;
            default:
                (_kept ??= new Queue<byte[]>()).Enqueue(pump.Buffer.Span[..length].ToArray());
                break;
        }

        pump.Advance(length);
        session.CountRequest();
        session.CountReceived(length);
    }

    private void TellProgress()
    {
        Span<byte> text = stackalloc byte[64];
        "A transfer is under way: "u8.CopyTo(text);
        _ = Utf8Formatter.TryFormat(transfer.Sent, text[25..], out var length);
        " bytes."u8.CopyTo(text[(25 + length)..]);
        replies.Write(211, text[..(32 + length)]);
    }
}
