using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Facade.Tests.Ftp.Scripted;

/// <summary>The data connections of one control connection, one at a time. That a client breaks one off is no failure: the next step follows.</summary>
internal sealed class FtpServerData(ScriptedFtpServer server) : IDisposable
{
    private Socket? _listener;
    private IPEndPoint? _target;
    private Socket? _socket;
    private Stream? _stream;

    /// <summary>Whether PROT P was granted.</summary>
    public bool IsProtected { get; set; }

    /// <summary>As many octets again as make one write worth while.</summary>
    public static byte[] Many(byte[] octets) => [.. Enumerable.Repeat(octets, Math.Max(1, 32_768 / octets.Length)).SelectMany(piece => piece)];

    /// <summary>Listens for the next data connection and answers its port.</summary>
    public int Listen()
    {
        _target = null;
        _listener?.Dispose();
        _listener = server.Listen();
        return ((IPEndPoint)_listener.LocalEndPoint!).Port;
    }

    /// <summary>Takes the argument of PORT or EPRT for where the next data connection goes.</summary>
    public bool TryAim(string verb, string argument)
    {
        var parts = argument.Split(verb == "PORT" ? ',' : argument[0]);
        _target = (verb, parts.Length) switch
        {
            ("PORT", 6) => new IPEndPoint(IPAddress.Parse(string.Join('.', parts[..4])), (Number(parts[4]) << 8) | Number(parts[5])),
            ("EPRT", 5) => new IPEndPoint(IPAddress.Parse(parts[2]), Number(parts[3])),
            _ => null,
        };
        return _target is not null;
    }

    public async Task RunAsync(FtpStep step)
    {
        var octets = Encoding.Latin1.GetBytes(step.Octets);
        try
        {
            switch (step.Does)
            {
                case FtpDoes.OpenData:
                    await OpenAsync();
                    break;
                case FtpDoes.IntrudeData:
                    await IntrudeAsync(ScriptedFtpServer.Foreign, octets);
                    break;
                case FtpDoes.OpenSecondData:
                    await IntrudeAsync(IPAddress.Loopback, octets);
                    break;
                case FtpDoes.SendData:
                    await _stream!.WriteAsync(octets);
                    break;
                case FtpDoes.FloodData:
                    var flood = Many(octets);
                    while (true)
                    {
                        await _stream!.WriteAsync(flood);
                    }

                case FtpDoes.ReceiveData:
                    await _stream!.CopyToAsync(server.Uploaded);
                    break;
                case FtpDoes.EndData:
                    await EndAsync();
                    break;
                case FtpDoes.CutData:
                    End();
                    break;
                case FtpDoes.ResetData:
                    _socket!.LingerState = new LingerOption(enable: true, seconds: 0);
                    _socket.Dispose();
                    break;
                default:
                    _listener?.Dispose();
                    break;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client broke the connection off, or refused it: the script goes on.
        }
    }

    public void Dispose()
    {
        _listener?.Dispose();
        _socket?.Dispose();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private async Task OpenAsync()
    {
        if (_target is not null)
        {
            _socket = server.Own(new Socket(_target.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
            await _socket.ConnectAsync(_target);
        }
        else
        {
            _socket = server.Own(await _listener!.AcceptAsync());
            _listener.Dispose();
        }

        server.TellData(_socket.RemoteEndPoint!);
        _stream = new NetworkStream(_socket, ownsSocket: false);
        if (IsProtected)
        {
            var tls = new SslStream(_stream);
            _stream = tls;
            await tls.AuthenticateAsServerAsync(server.Certificate!);
        }
    }

    // Comes from an address and says something; whether anybody listens to it is what the test is about.
    private async Task IntrudeAsync(IPAddress from, byte[] octets)
    {
        var intruder = server.Own(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        intruder.Bind(new IPEndPoint(from, 0));
        await intruder.ConnectAsync(_target!);
        await intruder.SendAsync(octets);
        intruder.Shutdown(SocketShutdown.Send);
    }

    private async Task EndAsync()
    {
        if (_stream is SslStream tls)
        {
            await tls.ShutdownAsync();
        }

        End();
    }

    // The socket itself ends with the server: closed before the client has read, it could take octets back.
    private void End() => _socket!.Shutdown(SocketShutdown.Send);
}
