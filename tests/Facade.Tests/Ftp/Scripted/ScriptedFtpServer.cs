using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Facade.Tests.Ftp.Scripted;

/// <summary>An FTP server on free loopback ports that does what its rules say and else what an honest one would; it records every command. A second address, on the same
/// ports, stands for a foreign host: nobody may connect there.</summary>
internal sealed class ScriptedFtpServer : IAsyncDisposable
{
    private readonly List<FtpRule> _rules;
    private readonly List<string> _commands = [];
    private readonly List<Socket> _owned = [];
    private readonly List<Socket> _traps = [];
    private readonly List<Task> _running = [];
    private readonly List<IPEndPoint> _dataPeers = [];
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly Socket _listener;
    private readonly Task _accepting;
    private int _accepted;
    private bool _isDisposed;

    public ScriptedFtpServer(IEnumerable<FtpRule> rules, X509Certificate2? certificate = null, bool isImplicit = false)
    {
        _rules = [.. rules];
        Certificate = certificate;
        IsImplicit = isImplicit;
        _listener = Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The address that no client of this server has any business at.</summary>
    public static IPAddress Foreign { get; } = IPAddress.Parse("127.0.0.2");

    public int Port { get; }

    public X509Certificate2? Certificate { get; }

    /// <summary>Whether TLS stands from the first octet.</summary>
    public bool IsImplicit { get; }

    /// <summary>What a file holds.</summary>
    public string Content { get; init; } = "hello";

    /// <summary>Control connections so far.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Completes when a script does nothing any more.</summary>
    public Task Stalled => _stalled.Task;

    /// <summary>Command lines so far, in the order of their coming.</summary>
    public IReadOnlyList<string> Commands => Locked(() => (string[])[.. _commands]);

    /// <summary>Where data connections came from, and where active ones were let in.</summary>
    public IReadOnlyList<IPEndPoint> DataPeers => Locked(() => (IPEndPoint[])[.. _dataPeers]);

    /// <summary>What uploads brought, one behind the other.</summary>
    public MemoryStream Uploaded { get; } = new();

    /// <summary>Whether anybody connected to the foreign address, on any port that was listened on here.</summary>
    public bool HasForeignConnections => Locked(() => _traps.Exists(trap => trap.Poll(0, SelectMode.SelectRead)));

    /// <summary>How often a command line began with these words.</summary>
    public int Count(string words) => Commands.Count(line => line.Equals(words, StringComparison.OrdinalIgnoreCase) || line.StartsWith(words + " ", StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes note of a command, and answers what is done about it; null for what is usual.</summary>
    public FtpRule? Take(string line) => Locked(() =>
    {
        if (line.Length > 0)
        {
            _commands.Add(line);
        }

        var rule = _rules.Find(rule => rule.Holds(line));
        if (rule is { IsOnce: true })
        {
            _rules.Remove(rule);
        }

        return rule;
    });

    public void TellStalled() => _stalled.TrySetResult();

    public void TellData(EndPoint peer) => Locked(() => _dataPeers.Add((IPEndPoint)peer));

    /// <summary>A listener on a free port of loopback whose twin on the foreign address catches who goes there; both end with the server.</summary>
    public Socket Listen()
    {
        while (true)
        {
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            var trap = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            try
            {
                trap.Bind(new IPEndPoint(Foreign, ((IPEndPoint)listener.LocalEndPoint!).Port));
            }
            catch (SocketException)
            {
                // Somebody has that port there: another pair.
                listener.Dispose();
                trap.Dispose();
                continue;
            }

            listener.Listen();
            trap.Listen();
            Locked(() => _traps.Add(trap));
            _ = Own(trap);
            return Own(listener);
        }
    }

    /// <summary>Ends a socket with the server.</summary>
    public Socket Own(Socket socket)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _owned.Add(socket);
                return socket;
            }
        }

        socket.Dispose();
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        Socket[] owned;
        lock (_lock)
        {
            _isDisposed = true;
            owned = [.. _owned];
        }

        foreach (var socket in owned)
        {
            socket.Dispose();
        }

        await _accepting;
        await Task.WhenAll(_running);
        await Uploaded.DisposeAsync();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = Own(await _listener.AcceptAsync());
                Interlocked.Increment(ref _accepted);
                _running.Add(new FtpServerConnection(this, socket).RunAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed: the test is over.
        }
    }

    private T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }

    private void Locked(Action work)
    {
        lock (_lock)
        {
            work();
        }
    }
}
