using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>An FTP server on a thread of its own that gives every file the same octets, and counts what it allocates itself, so that a test can take it off.</summary>
internal sealed class SteadyPeer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _port = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _content;
    private readonly byte[] _passive;
    private readonly Thread _thread;
    private Socket? _control;
    private long _allocated;

    public SteadyPeer(byte[] content)
    {
        _content = content;
        Listen(_listener);
        Listen(_port);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _passive = Encoding.ASCII.GetBytes($"229 port (|||{((IPEndPoint)_port.LocalEndPoint!).Port}|)\r\n");
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public int Port { get; }

    /// <summary>What its thread has allocated up to its last reply.</summary>
    public long Allocated => Interlocked.Read(ref _allocated);

    public void Dispose()
    {
        _listener.Dispose();
        _port.Dispose();
        _control?.Dispose();
        _thread.Join();
    }

    private static void Listen(Socket socket)
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
    }

    private void Serve()
    {
        var buffer = new byte[4096];
        var end = 0;
        try
        {
            _control = _listener.Accept();
            _control.NoDelay = true;
            _control.Send("220 ready\r\n"u8);
            while (_control.Receive(buffer, end, buffer.Length - end, SocketFlags.None) is > 0 and var count)
            {
                end += count;
                for (int line; (line = buffer.AsSpan(0, end).IndexOf((byte)'\n')) >= 0;)
                {
                    Answer(buffer.AsSpan(0, line));
                    buffer.AsSpan((line + 1)..end).CopyTo(buffer);
                    end -= line + 1;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: the test is over.
        }
    }

    private void Answer(ReadOnlySpan<byte> command)
    {
        if (command.StartsWith("RETR"u8) || command.StartsWith("LIST"u8))
        {
            Say("150 here\r\n"u8);
            using (var data = _port.Accept())
            {
                for (var rest = _content.AsSpan(); rest.Length > 0;)
                {
                    rest = rest[data.Send(rest)..];
                }
            }

            Say("226 done\r\n"u8);
            return;
        }

        Say(command.StartsWith("EPSV"u8) ? _passive
            : command.StartsWith("USER"u8) ? "331 password\r\n"u8
            : command.StartsWith("PASS"u8) ? "230 in\r\n"u8
            : command.StartsWith("PWD"u8) ? "257 \"/\"\r\n"u8
            : command.StartsWith("FEAT"u8) ? "211 none\r\n"u8
            : command.StartsWith("QUIT"u8) ? "221 bye\r\n"u8
            : "200 ok\r\n"u8);
    }

    private void Say(ReadOnlySpan<byte> reply)
    {
        Interlocked.Exchange(ref _allocated, GC.GetAllocatedBytesForCurrentThread());
        _control!.Send(reply);
    }
}
