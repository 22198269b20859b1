using System.Net;
using System.Net.Sockets;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>A Gopher server on a thread of its own that gives every request the same octets, and counts what it allocates itself, so that a test can take it off.</summary>
internal sealed class GopherSteadyPeer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _answer;
    private readonly Thread _thread;
    private long _allocated;

    public GopherSteadyPeer(byte[] answer)
    {
        _answer = answer;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public int Port { get; }

    /// <summary>What its thread has allocated up to its last answer.</summary>
    public long Allocated => Interlocked.Read(ref _allocated);

    public void Dispose()
    {
        _listener.Dispose();
        _thread.Join();
    }

    private void Serve()
    {
        var buffer = new byte[1024];
        try
        {
            while (true)
            {
                using var socket = _listener.Accept();
                for (var end = 0; !buffer.AsSpan(0, end).EndsWith("\r\n"u8);)
                {
                    var count = socket.Receive(buffer, end, buffer.Length - end, SocketFlags.None);
                    if (count == 0)
                    {
                        break;
                    }

                    end += count;
                }

                for (var rest = _answer.AsSpan(); rest.Length > 0;)
                {
                    rest = rest[socket.Send(rest)..];
                }

                Interlocked.Exchange(ref _allocated, GC.GetAllocatedBytesForCurrentThread());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: the test is over.
        }
    }
}
