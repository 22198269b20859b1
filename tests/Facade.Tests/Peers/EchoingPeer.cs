using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Facade.Tests.Peers;

/// <summary>A server on a thread of its own that answers every head with the same octets and allocates nothing while it does.</summary>
internal sealed class EchoingPeer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _response;
    private readonly X509Certificate2? _certificate;
    private readonly Thread _thread;
    private Socket? _accepted;

    public EchoingPeer(byte[] response, X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _response = response;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public int Port { get; }

    /// <summary>Heads answered.</summary>
    public int Answered { get; private set; }

    public void Dispose()
    {
        _listener.Dispose();
        _accepted?.Dispose();
        _thread.Join();
    }

    private void Serve()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                _accepted = _listener.Accept();
                _accepted.NoDelay = true;
                using var stream = OpenStream(_accepted);
                for (var end = 0; ;)
                {
                    var count = stream.Read(buffer, end, buffer.Length - end);
                    if (count == 0)
                    {
                        break;
                    }

                    end += count;
                    if (!buffer.AsSpan(0, end).EndsWith("\r\n\r\n"u8))
                    {
                        continue;
                    }

                    end = 0;
                    stream.Write(_response);
                    Answered++;
                }

                _accepted.Dispose();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // Disposed: the test is over.
        }
    }

    private Stream OpenStream(Socket socket)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        if (_certificate is null)
        {
            return stream;
        }

        var tls = new SslStream(stream);
        tls.AuthenticateAsServer(_certificate);
        return tls;
    }
}
