using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>Writes the caller's octets to a transfer's data connection, and ends it so that the server knows the end for a good one.</summary>
internal sealed class FtpUpload(FtpTransfer transfer)
{
    // A piece is written under one limit of time, so that a large one is no stall.
    private const int PieceSize = 256 * 1024;

    private readonly FtpTextWriter? _text = transfer.IsText ? new FtpTextWriter() : null;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Enter();
        CancellationTokenRegistration guard = default;
        try
        {
            guard = transfer.Control.Guard(cancellationToken);
            while (!source.IsEmpty)
            {
                if (transfer.Pause is { } pause)
                {
                    await pause.WaitAsync(cancellationToken).ConfigureAwait(false);
                }

                var taken = Next(source, out var piece);
                await SendAsync(piece).ConfigureAwait(false);
                source = source[taken..];
            }
        }
        catch (Exception e)
        {
            throw transfer.Fail(await transfer.ExplainAsync(e).ConfigureAwait(false), cancellationToken);
        }
        finally
        {
            _ = guard.Unregister();
            transfer.Leave();
        }
    }

    /// <summary>The same by synchronous I/O.</summary>
    public void Write(ReadOnlySpan<byte> source)
    {
        Enter();
        try
        {
            while (!source.IsEmpty)
            {
                transfer.Pause?.Rest();
                var taken = _text is null ? transfer.Share(Math.Min(source.Length, PieceSize)) : _text.Encode(source[..transfer.Share(source.Length)]);
                var piece = _text is null ? source[..taken] : _text.Octets.Span;
                transfer.LimitStall();
                transfer.Channel.Stream.Write(piece);
                transfer.Count(piece.Length, waited: true);
                source = source[taken..];
            }
        }
        catch (Exception e)
        {
            throw transfer.Fail(transfer.Explain(e), CancellationToken.None);
        }
        finally
        {
            transfer.Leave();
        }
    }

    /// <summary>Ends the data and awaits the server's word. The data connection stays until then: closing it over octets that nobody read would be a reset.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        transfer.Enter();
        CancellationTokenRegistration guard = default;
        try
        {
            if (!transfer.IsComplete)
            {
                guard = transfer.Control.Guard(cancellationToken);
                transfer.LimitStall();
                await transfer.Channel.EndWriteAsync(transfer.Control.Key.Proxy is { Kind: ProxyKind.Http }).ConfigureAwait(false);
                transfer.Count(0, waited: true);
                transfer.EndData();
                var code = await transfer.Control.FinishAsync(CancellationToken.None).ConfigureAwait(false);
                if (transfer.Channel.IsSecure && code < 400)
                {
                    await transfer.Channel.HearOutAsync(transfer.Link.Options.SettleTimeout, transfer.Control.Time).ConfigureAwait(false);
                }

                transfer.Channel.Dispose();
                transfer.Conclude(code);
            }
        }
        catch (Exception e)
        {
            throw transfer.Fail(await transfer.ExplainAsync(e).ConfigureAwait(false), cancellationToken);
        }
        finally
        {
            _ = guard.Unregister();
            transfer.Leave();
        }
    }

    private void Enter()
    {
        transfer.Enter();
        if (transfer.IsComplete)
        {
            transfer.Leave();
            throw new InvalidOperationException("The file was completed: nothing more can be written.");
        }
    }

    private int Next(ReadOnlyMemory<byte> source, out ReadOnlyMemory<byte> piece)
    {
        var taken = transfer.Share(Math.Min(source.Length, PieceSize));
        if (_text is null)
        {
            piece = source[..taken];
            return taken;
        }

        taken = _text.Encode(source.Span[..taken]);
        piece = _text.Octets;
        return taken;
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> piece)
    {
        var writing = transfer.Channel.Stream.WriteAsync(piece, transfer.Channel.Closed);
        if (!writing.IsCompletedSuccessfully)
        {
            return WaitAsync(writing, piece.Length);
        }

        transfer.Count(piece.Length, waited: false);
        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitAsync(ValueTask writing, int length)
    {
        transfer.LimitStall();
        await writing.ConfigureAwait(false);
        transfer.Count(length, waited: true);
    }
}
