using System.Text;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server.Tests;

/// <summary>A client in memory, talking to one connection of a handler: no socket, no port, and time that stands still.</summary>
internal sealed class MemoryClient : IAsyncDisposable
{
    private readonly InMemoryConnection _client;
    private readonly InMemoryConnection _server;
    private readonly AbortableContext _context;
    private readonly Task _served;

    /// <param name="handler">What serves the connection.</param>
    /// <param name="prepare">What is done to the server's end first.</param>
    /// <param name="capacity">Octets either direction holds.</param>
    /// <param name="halfCloses">Whether the server can end what it sends while it still reads, as on a socket of its own host.</param>
    public MemoryClient(ConnectionHandler handler, Action<InMemoryConnection>? prepare = null, int capacity = 1024 * 1024, bool halfCloses = false)
    {
        (_client, _server) = InMemoryConnection.CreatePair(capacity);
        prepare?.Invoke(_server);
        _context = new AbortableContext { Transport = _server };
        if (halfCloses)
        {
            _context.Features.Set<IHalfClose>(new MemoryHalfClose(_server));
        }

        _served = ServeAsync();

        async Task ServeAsync()
        {
            await handler.OnConnectedAsync(_context);
            if (_context.WasAborted)
            {
                _server.Reset();
            }
            else
            {
                _server.Shutdown();
            }
        }
    }

    /// <summary>Whether the handler aborted the connection.</summary>
    public bool WasAborted => _context.WasAborted;

    /// <summary>Completes when the handler waits for octets.</summary>
    public Task WhenServerWaitsAsync() => _server.WhenReadPendingAsync().WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Completes when the handler has returned.</summary>
    public Task Served => _served;

    public ValueTask SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async ValueTask SendAsync(byte[] octets)
    {
        await _client.Stream.WriteAsync(octets, TestContext.Current.CancellationToken);
        await _client.Stream.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Completes when the handler waits for the client to read.</summary>
    public Task WhenServerIsHeldAsync() => _server.WhenWritePendingAsync().WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Ends the request direction.</summary>
    public void End() => _client.Shutdown();

    /// <summary>Reads exactly so many octets.</summary>
    public async Task<string> ReadAsync(int count)
    {
        var buffer = new byte[count];
        await _client.Stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(buffer);
    }

    /// <summary>Reads one response: its head, then as much as Content-Length says.</summary>
    public async Task<(string Head, string Content)> ReadResponseAsync(bool isHead = false)
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            _ = head.Append(await ReadAsync(1));
        }

        var field = head.ToString().Split("\r\n").FirstOrDefault(static l => l.StartsWith("Content-Length: ", StringComparison.Ordinal));
        var length = isHead || field is null ? 0 : int.Parse(field.AsSpan(16));
        return (head.ToString(), await ReadAsync(length));
    }

    /// <summary>Reads to the end of the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var octets = new MemoryStream();
        await _client.Stream.CopyToAsync(octets, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(octets.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _served;
        await _context.DisposeAsync();
    }

    private sealed class MemoryHalfClose(InMemoryConnection server) : IHalfClose
    {
        public ValueTask ShutdownSendAsync()
        {
            server.Shutdown();
            return default;
        }
    }

    private sealed class AbortableContext() : DefaultConnectionContext("test")
    {
        public bool WasAborted { get; private set; }

        public override void Abort(ConnectionAbortedException abortReason)
        {
            WasAborted = true;
            ((InMemoryConnection)Transport).Reset();
        }
    }
}
