using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using HiPerf.Http1;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server;

/// <summary>Puts the answers of one connection on their way. What is written waits for <see cref="FlushAsync"/>, so that answers to pipelined requests leave together.</summary>
/// <remarks>Whatever waits for the client to take octets is limited by a deadline of its own, which aborts the connection: that of reading may have
/// run out already when its refusal is sent, and no answer may hold a connection for ever.</remarks>
internal sealed class AnswerSender : IDisposable
{
    private const int FileBlock = 64 * 1024;

    private readonly HttpFolderOptions _options;
    private readonly AnswerHead _head;
    private readonly ConnectionContext _connection;
    private readonly ServerSession _session;
    private readonly PipeWriter _output;
    private readonly Deadline _deadline;
    private readonly DateField _date;

    public AnswerSender(HttpFolderOptions options, AnswerHead head, ConnectionContext connection, ServerSession session, TimeProvider clock)
    {
        _options = options;
        _head = head;
        _connection = connection;
        _session = session;
        _output = connection.Transport.Output;
        _date = new DateField(clock);
        _deadline = new Deadline(clock,
            static connection => ((ConnectionContext)connection!).Abort(new ConnectionAbortedException("The client takes too little.")), connection);
    }

    /// <summary>Octets written and not yet flushed.</summary>
    public long Unflushed { get; private set; }

    /// <summary>Writes an answer: its head and, unless the request was HEAD, its content. A file is flushed as it is sent, all else waits.</summary>
    /// <param name="answer">The answer; it stays the caller's to clear.</param>
    /// <param name="withContent">Whether its content is sent too.</param>
    /// <param name="options">What Connection says.</param>
    public ValueTask SendAsync(Answer answer, bool withContent, ConnectionOptions options)
    {
        WriteHead(answer, options);
        if (!withContent)
        {
            return default;
        }

        if (answer.File is not null)
        {
            return SendFileAsync(answer);
        }

        Write(answer.Content.Span);
        return default;
    }

    /// <summary>Hands everything written to the socket and waits until it has taken it.</summary>
    /// <exception cref="ConnectionAbortedException">The client is gone, or took too little in its time.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask FlushAsync()
    {
        StartTime();
        var result = await _output.FlushAsync().ConfigureAwait(false);
        _ = _deadline.Stop();
        Unflushed = 0;
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new ConnectionAbortedException("The client is gone, or takes too little.");
        }
    }

    /// <summary>Ends this direction, where the transport can; everything was flushed. Over TLS that says close_notify, which the client must take too.</summary>
    public async ValueTask EndAsync()
    {
        if (_connection.Features.Get<IHalfClose>() is not { } halfClose)
        {
            return;
        }

        StartTime();
        await halfClose.ShutdownSendAsync().ConfigureAwait(false);
        _ = _deadline.Stop();
    }

    public void Dispose() => _deadline.Dispose();

    // Before the wait begins, not once it is known to be one: nobody sees a held writer whose time does not run.
    private void StartTime() => _ = _deadline.Start(InternetTimeout.Send, InternetPhase.SendingContent,
        _options.SendGrace + TimeSpan.FromSeconds((double)Unflushed / _options.MinSendRate));

    private void WriteHead(Answer answer, ConnectionOptions options)
    {
        var date = _date.Now();
        if (answer.Hot is { } hot && options == ConnectionOptions.None)
        {
            var span = _output.GetSpan(hot.Head.Length);
            hot.Head.CopyTo(span);
            date.CopyTo(span[AnswerHead.DateStart..]);
            _output.Advance(hot.Head.Length);
            Count(hot.Head.Length);
            return;
        }

        Count(_head.Write(_output, answer, date, options));
    }

    private void Write(ReadOnlySpan<byte> octets)
    {
        _output.Write(octets);
        Count(octets.Length);
    }

    private void Count(int octets)
    {
        Unflushed += octets;
        _session.CountSent(octets);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendFileAsync(Answer answer)
    {
        var file = answer.File!;
        var (offset, remaining) = (answer.Start, answer.Length);
        while (remaining > 0)
        {
            var memory = _output.GetMemory((int)Math.Min(remaining, FileBlock));
            if (memory.Length > remaining)
            {
                memory = memory[..(int)remaining];
            }

            var count = await RandomAccess.ReadAsync(file, memory, offset).ConfigureAwait(false);
            if (count == 0)
            {
                throw new IOException("The file became shorter than its announced length while it was sent.");
            }

            _output.Advance(count);
            Count(count);
            (offset, remaining) = (offset + count, remaining - count);
            await FlushAsync().ConfigureAwait(false);
        }
    }
}
