using System.Net;
using System.Net.Sockets;

namespace HiPerf.Facade.Tests.Peers;

/// <summary>A raw server on a free loopback port: the n-th connection runs the n-th script, the last script runs for all further ones.</summary>
internal sealed class ScriptedPeer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Func<PeerConnection, Task>[] _scripts;
    private readonly List<Task> _running = [];
    private readonly List<PeerConnection> _connections = [];
    private readonly Task _accepting;
    private int _accepted;

    private ScriptedPeer(Func<PeerConnection, Task>[] scripts)
    {
        _scripts = scripts;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public int Accepted => Volatile.Read(ref _accepted);

    public static ScriptedPeer Start(params Func<PeerConnection, Task>[] scripts) => new(scripts);

    /// <summary>A peer whose every connection answers every request with the same bytes.</summary>
    public static ScriptedPeer Answering(string response) => Start(async connection =>
    {
        while (await connection.TryReadHeadAsync() is not null)
        {
            await connection.SendAsync(response);
        }
    });

    /// <summary>A peer that answers the first request with the given bytes, <paramref name="split"/> at a time, then ends the connection.</summary>
    public static ScriptedPeer Once(byte[] response, int split = int.MaxValue, PeerEnd end = PeerEnd.Fin) => Start(async connection =>
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync(response, split);
        if (end == PeerEnd.Fin)
        {
            await connection.FinAsync();
        }
        else if (end == PeerEnd.Reset)
        {
            connection.Reset();
        }
        else
        {
            await connection.ClosedAsync();
        }
    });

    public static ScriptedPeer Once(string response, int split = int.MaxValue, PeerEnd end = PeerEnd.Fin) =>
        Once(PeerConnection.Latin1(response), split, end);

    public string Url(string path = "/", string host = "127.0.0.1", string scheme = "http") => $"{scheme}://{host}:{Port}{path}";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        PeerConnection[] connections;
        lock (_connections)
        {
            connections = [.. _connections];
        }

        foreach (var connection in connections)
        {
            connection.Dispose();
        }

        await Task.WhenAll(_running);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                var connection = new PeerConnection(socket);
                lock (_connections)
                {
                    _connections.Add(connection);
                }

                var script = _scripts[Math.Min(_accepted, _scripts.Length - 1)];
                Interlocked.Increment(ref _accepted);
                _running.Add(RunAsync(script, connection));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed: the test is over.
        }
    }

    private static async Task RunAsync(Func<PeerConnection, Task> script, PeerConnection connection)
    {
        await Task.Yield();
        try
        {
            await script(connection);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away: what a client does is judged by the test, not by the peer.
        }
        finally
        {
            connection.Dispose();
        }
    }
}

internal enum PeerEnd
{
    Fin,
    Reset,
    KeepOpen,
}
