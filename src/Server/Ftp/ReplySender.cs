using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using HiPerf.Ftp;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server;

/// <summary>Puts the replies of one control connection on their way. What is written waits for <see cref="FlushAsync"/>, so that replies leave together.</summary>
/// <remarks>A client that does not take its replies is aborted: no reply may hold a session for ever.</remarks>
internal sealed class ReplySender : IDisposable
{
    private readonly FtpFolderOptions _options;
    private readonly ConnectionContext _connection;
    private readonly ServerSession _session;
    private readonly PipeWriter _output;
    private readonly Deadline _deadline;

    public ReplySender(FtpFolderOptions options, ConnectionContext connection, ServerSession session, TimeProvider clock)
    {
        _options = options;
        _connection = connection;
        _session = session;
        _output = connection.Transport.Output;
        _deadline = new Deadline(clock,
            static connection => ((ConnectionContext)connection!).Abort(new ConnectionAbortedException("The client takes too little.")), connection);
    }

    /// <summary>Octets written and not yet flushed.</summary>
    public int Unflushed { get; private set; }

    /// <summary>Writes a reply of one line.</summary>
    public void Write(int code, ReadOnlySpan<byte> text)
    {
        if (!FtpReplyWriter.TryWrite(_output.GetSpan(Room(text)), code, text, out var written))
        {
            throw new InvalidOperationException("A reply had no room.");
        }

        Count(written);
    }

    /// <summary>Writes the first line of a reply of many.</summary>
    public void WriteFirst(int code, ReadOnlySpan<byte> text)
    {
        if (!FtpReplyWriter.TryWriteLine(_output.GetSpan(Room(text)), code, text, out var written))
        {
            throw new InvalidOperationException("A reply had no room.");
        }

        Count(written);
    }

    /// <summary>Writes a line between that bears no code.</summary>
    public void WriteIndented(ReadOnlySpan<byte> text)
    {
        if (!FtpReplyWriter.TryWriteIndented(_output.GetSpan(Room(text)), text, out var written))
        {
            throw new InvalidOperationException("A reply had no room.");
        }

        Count(written);
    }

    /// <summary>Writes the reply 257 with a path.</summary>
    public void WritePath(ReadOnlySpan<byte> path)
    {
        if (!FtpReplyWriter.TryWritePath(_output.GetSpan(Room(path)), path, out var written))
        {
            throw new InvalidOperationException("A reply had no room.");
        }

        Count(written);
    }

    /// <summary>Hands everything written to the socket and waits until it has taken it.</summary>
    /// <exception cref="ConnectionAbortedException">The client is gone, or took too little in its time.</exception>
    public ValueTask FlushAsync() => Unflushed == 0 ? default : FlushWrittenAsync();

    /// <summary>Ends this direction, where the transport can; everything was flushed.</summary>
    public async ValueTask EndAsync()
    {
        if (_connection.Features.Get<IHalfClose>() is { } halfClose)
        {
            await halfClose.ShutdownSendAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _deadline.Dispose();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FlushWrittenAsync()
    {
        // Before the wait begins, not once it is known to be one: nobody sees a held writer whose time does not run.
        _ = _deadline.Start(InternetTimeout.Send, InternetPhase.SendingContent, _options.SendGrace + TimeSpan.FromSeconds((double)Unflushed / _options.MinSendRate));
        var result = await _output.FlushAsync().ConfigureAwait(false);
        _ = _deadline.Stop();
        Unflushed = 0;
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new ConnectionAbortedException("The client is gone, or takes too little.");
        }
    }

    // Code, separator, CRLF, quotes; every octet might be doubled.
    private static int Room(ReadOnlySpan<byte> text) => (2 * text.Length) + 16;

    private void Count(int octets)
    {
        _output.Advance(octets);
        Unflushed += octets;
        _session.CountSent(octets);
    }
}
