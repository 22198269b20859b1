using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using HiPerf.Gopher;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server;

/// <summary>Puts the one answer of a connection on its way, by one flush where it is small.</summary>
/// <param name="options">The rate a client must take it at.</param>
/// <param name="connection">The connection.</param>
/// <param name="session">Counts what is sent.</param>
/// <param name="deadline">Aborts the connection when it runs out in phase SendingContent.</param>
internal sealed class GopherSender(GopherFolderOptions options, ConnectionContext connection, ServerSession session, Deadline deadline)
{
    private const int Block = 64 * 1024;

    private readonly PipeWriter _output = connection.Transport.Output;
    private int _unflushed;

    /// <summary>Sends an answer, and waits until the system has taken it. The answer's file is closed.</summary>
    /// <exception cref="ConnectionAbortedException">The client is gone, or took too little in its time.</exception>
    /// <exception cref="IOException">The file cannot be read to its end: the connection must not end as if it were whole.</exception>
    public ValueTask SendAsync(GopherAnswer answer)
    {
        if (answer.File is not null || answer.Octets.Length > Block)
        {
            return SendLongAsync(answer);
        }

        Write(answer.Status.Span);
        Write(answer.Octets.Span);
        return FlushAsync();
    }

    /// <summary>Ends this direction, where the transport can. Over TLS that says close_notify, which the client must take too.</summary>
    public async ValueTask EndAsync()
    {
        if (connection.Features.Get<IHalfClose>() is { } halfClose)
        {
            StartTime();
            await halfClose.ShutdownSendAsync().ConfigureAwait(false);
            _ = deadline.Stop();
        }
    }

    private async ValueTask SendLongAsync(GopherAnswer answer)
    {
        using var file = answer.File;
        Write(answer.Status.Span);
        for (var octets = answer.Octets; !octets.IsEmpty;)
        {
            var part = octets[..Math.Min(octets.Length, Block)];
            Write(part.Span);
            await FlushAsync().ConfigureAwait(false);
            octets = octets[part.Length..];
        }

        if (answer.IsText)
        {
            await SendTextAsync(answer).ConfigureAwait(false);
        }
        else if (file is not null)
        {
            await SendBinaryAsync(answer).ConfigureAwait(false);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendBinaryAsync(GopherAnswer answer)
    {
        for (long offset = 0; offset < answer.Length || _unflushed > 0;)
        {
            var wanted = (int)Math.Min(answer.Length - offset, Block);
            if (wanted > 0)
            {
                var count = await RandomAccess.ReadAsync(answer.File!, _output.GetMemory(wanted)[..wanted], offset).ConfigureAwait(false);
                Advance(CheckedCount(count));
                offset += count;
            }

            await FlushAsync().ConfigureAwait(false);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendTextAsync(GopherAnswer answer)
    {
        // The encoder is at home in the state machine; twice the octets are always room enough, and five for the end.
        const int Part = Block / 2;
        var encoder = new GopherTextEncoder(endsLines: true);
        var text = ArrayPool<byte>.Shared.Rent(Part);
        try
        {
            for (long offset = 0; offset < answer.Length;)
            {
                var wanted = (int)Math.Min(answer.Length - offset, Part);
                var count = CheckedCount(await RandomAccess.ReadAsync(answer.File!, text.AsMemory(0, wanted), offset).ConfigureAwait(false));
                _ = encoder.Encode(text.AsSpan(0, count), _output.GetSpan(2 * count), out _, out var written);
                Advance(written);
                offset += count;
                if (offset < answer.Length)
                {
                    await FlushAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }

        _ = encoder.TryComplete(_output.GetSpan(5), out var end);
        Advance(end);
        await FlushAsync().ConfigureAwait(false);
    }

    private static int CheckedCount(int count) =>
        count > 0 ? count : throw new IOException("The file became shorter while it was sent.");

    private void Write(ReadOnlySpan<byte> octets)
    {
        _output.Write(octets);
        Count(octets.Length);
    }

    private void Advance(int octets)
    {
        _output.Advance(octets);
        Count(octets);
    }

    private void Count(int octets)
    {
        _unflushed += octets;
        session.CountSent(octets);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FlushAsync()
    {
        StartTime();
        var result = await _output.FlushAsync().ConfigureAwait(false);
        _ = deadline.Stop();
        _unflushed = 0;
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new ConnectionAbortedException("The client is gone, or takes too little.");
        }
    }

    // Before the wait begins, not once it is known to be one: nobody sees a held writer whose time does not run.
    private void StartTime() => _ = deadline.Start(InternetTimeout.Send, InternetPhase.SendingContent,
        options.SendGrace + TimeSpan.FromSeconds((double)_unflushed / options.MinSendRate));
}
