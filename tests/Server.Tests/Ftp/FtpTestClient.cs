using System.Net;
using System.Net.Sockets;
using System.Text;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>A client whose control connection is in memory, so that its time stands still and its pieces are chosen; data connections are real ones on loopback.</summary>
internal sealed class FtpTestClient : IAsyncDisposable
{
    private readonly InMemoryConnection _client;
    private readonly InMemoryConnection _server;
    private readonly AbortableContext _context;

    /// <param name="handler">What serves the connection.</param>
    /// <param name="prepare">What is done to the server's end first.</param>
    /// <param name="peer">The address the client comes from.</param>
    /// <param name="capacity">Octets either direction holds.</param>
    /// <param name="stop">Tells that the server stops.</param>
    public FtpTestClient(FtpFolderHandler handler, Action<InMemoryConnection>? prepare = null, IPAddress? peer = null, int capacity = 1024 * 1024, StopNotification? stop = null)
    {
        (_client, _server) = InMemoryConnection.CreatePair(capacity);
        prepare?.Invoke(_server);
        peer ??= IPAddress.Loopback;
        _context = new AbortableContext { Transport = _server, RemoteEndPoint = new IPEndPoint(peer, 50_000), LocalEndPoint = new IPEndPoint(peer.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Loopback : peer, 21) };
        _context.Features.Set<IHalfClose>(new MemoryHalfClose(_server));
        _context.Features.Set<IConnectionLifetimeNotificationFeature>(stop);
        Served = ServeAsync();

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

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Whether the handler aborted the connection.</summary>
    public bool WasAborted => _context.WasAborted;

    /// <summary>Completes when the handler has returned.</summary>
    public Task Served { get; }

    /// <summary>Completes when the session waits for octets.</summary>
    public Task WhenServerWaitsAsync() => _server.WhenReadPendingAsync().WaitAsync(Token);

    /// <summary>Completes when the session waits for the client to read.</summary>
    public Task WhenServerIsHeldAsync() => _server.WhenWritePendingAsync().WaitAsync(Token);

    public ValueTask SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async ValueTask SendAsync(byte[] octets)
    {
        await _client.Stream.WriteAsync(octets, Token);
        await _client.Stream.FlushAsync(Token);
    }

    /// <summary>Sends one command, in UTF-8, and reads its reply.</summary>
    public async Task<string> CommandAsync(string command)
    {
        await SendAsync(Encoding.UTF8.GetBytes(command + "\r\n"));
        return await ReadReplyAsync();
    }

    /// <summary>Reads one whole reply, its last line end left out; empty at the end of the connection.</summary>
    public async Task<string> ReadReplyAsync()
    {
        var reply = new StringBuilder();
        while (true)
        {
            var line = await ReadLineAsync();
            _ = reply.Append(line);
            if (line.Length == 0 || (line.Length > 3 && line[3] == ' ' && char.IsAsciiDigit(line[0]) && (reply.Length == line.Length || reply.ToString(0, 3) == line[..3])))
            {
                return reply.ToString();
            }

            _ = reply.Append('\n');
        }
    }

    /// <summary>Reads to the end of the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var octets = new MemoryStream();
        await _client.Stream.CopyToAsync(octets, Token);
        return Encoding.Latin1.GetString(octets.ToArray());
    }

    /// <summary>Asks for a data port and connects to it.</summary>
    public async Task<Socket> OpenDataAsync(IPAddress? from = null) => await ConnectAsync(await AskForPortAsync(), from);

    /// <summary>Asks for a data port.</summary>
    public async Task<int> AskForPortAsync()
    {
        var reply = await CommandAsync("EPSV");
        Assert.StartsWith("229 Entering Extended Passive Mode (|||", reply, StringComparison.Ordinal);
        return int.Parse(reply.AsSpan(39, reply.Length - 42));
    }

    public static async Task<Socket> ConnectAsync(int port, IPAddress? from = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        if (from is not null)
        {
            socket.Bind(new IPEndPoint(from, 0));
        }

        await socket.ConnectAsync(IPAddress.Loopback, port, Token);
        return socket;
    }

    /// <summary>Makes one transfer on a data connection opened before.</summary>
    public async Task<(string Opening, byte[] Content, string Final)> TransferAsync(string command)
    {
        using var data = await OpenDataAsync();
        await SendAsync(Encoding.UTF8.GetBytes(command + "\r\n"));
        var content = await ReadDataAsync(data);
        return (await ReadReplyAsync(), content, await ReadReplyAsync());
    }

    /// <summary>Reads a data connection to its end; a reset gives what came before it.</summary>
    public static async Task<byte[]> ReadDataAsync(Socket data)
    {
        using var content = new MemoryStream();
        try
        {
            await using var stream = new NetworkStream(data);
            await stream.CopyToAsync(content, Token);
        }
        catch (IOException)
        {
            // The reply tells.
        }

        return content.ToArray();
    }

    /// <summary>Ends the direction of commands.</summary>
    public void End() => _client.Shutdown();

    /// <summary>Breaks the control connection.</summary>
    public void Break() => _client.Reset();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Served;
        await _context.DisposeAsync();
    }

    private async Task<string> ReadLineAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _client.Stream.ReadAsync(one, Token) > 0)
        {
            line.Add(one[0]);
            if (one[0] == (byte)'\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r', '\n');
            }
        }

        return Encoding.UTF8.GetString([.. line]);
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
