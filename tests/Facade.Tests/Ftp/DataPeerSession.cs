using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>One session of a <see cref="DataPeer"/>: the verbs its scripts are made of.</summary>
internal sealed class DataPeerSession(DataPeer peer, Socket control) : IDisposable
{
    private readonly byte[] _one = new byte[1];
    private Stream _stream = new NetworkStream(control, ownsSocket: true);
    private Socket? _port;
    private IPEndPoint? _active;
    private bool _protects;
    private long _offset;

    /// <summary>The port last opened.</summary>
    public int Port => ((IPEndPoint)_port!.LocalEndPoint!).Port;

    public Task ReplyAsync(string text) => _stream.WriteAsync(Encoding.Latin1.GetBytes(text.EndsWith('\n') ? text : text + "\r\n")).AsTask();

    /// <summary>Closes the control connection.</summary>
    public void Close() => control.Dispose();

    public async Task<string?> ReadLineAsync()
    {
        // Octet by octet: what stands behind AUTH belongs to TLS.
        var line = new List<byte>();
        while (await _stream.ReadAsync(_one) > 0)
        {
            if (_one[0] == (byte)'\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(_one[0]);
        }

        return null;
    }

    public void OpenPort()
    {
        _port?.Dispose();
        _port = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _port.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _port.Listen();
        _active = null;
    }

    /// <summary>The data connection, without TLS.</summary>
    public async Task<Socket> AcceptAsync()
    {
        if (_active is not null)
        {
            var made = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await made.ConnectAsync(_active);
            return made;
        }

        var accepted = await _port!.AcceptAsync();
        _port.Dispose();
        return accepted;
    }

    /// <summary>The data connection, under TLS where PROT P was asked for.</summary>
    public async Task<Stream> DataAsync()
    {
        var stream = new NetworkStream(await AcceptAsync(), ownsSocket: true);
        return _protects ? await SecureAsync(stream) : stream;
    }

    /// <summary>Sends data and ends it in good order.</summary>
    public async Task SendDataAsync(ReadOnlyMemory<byte> octets, string end = "226 done", string begin = "150 here")
    {
        await ReplyAsync(begin);
        try
        {
            var data = await DataAsync();
            await data.WriteAsync(octets);
            await EndAsync(data);
        }
        catch (IOException)
        {
            await ReplyAsync("426 broken off");
            return;
        }

        if (end.Length > 0)
        {
            await ReplyAsync(end);
        }
    }

    public static async Task EndAsync(Stream data)
    {
        if (data is SslStream tls)
        {
            await tls.ShutdownAsync();
        }

        await data.DisposeAsync();
    }

    /// <summary>Answers as it should be.</summary>
    public async Task ServeAsync(string verb, string argument)
    {
        switch (verb)
        {
            case "EPSV":
                OpenPort();
                await ReplyAsync($"229 port (|||{Port}|)");
                break;
            case "PASV":
                OpenPort();
                await ReplyAsync($"227 port (10,9,8,7,{Port / 256},{Port % 256})");
                break;
            case "EPRT":
                _active = new IPEndPoint(IPAddress.Loopback, int.Parse(argument.Split('|')[3], System.Globalization.CultureInfo.InvariantCulture));
                await ReplyAsync("200 ok");
                break;
            case "PORT":
                var numbers = argument.Split(',').Select(int.Parse).ToArray();
                _active = new IPEndPoint(IPAddress.Loopback, (numbers[4] * 256) + numbers[5]);
                await ReplyAsync("200 ok");
                break;
            case "REST":
                _offset = long.Parse(argument, System.Globalization.CultureInfo.InvariantCulture);
                await ReplyAsync("350 from there");
                break;
            case "SIZE":
                await ReplyAsync(peer.Files.TryGetValue(argument, out var sized) ? $"213 {sized.Length}" : "550 none");
                break;
            case "RETR" or "LIST" or "MLSD":
                var name = verb == "RETR" ? argument : $"{verb} {argument}".TrimEnd();
                if (!peer.Files.TryGetValue(name, out var content))
                {
                    await ReplyAsync("550 none");
                    break;
                }

                await SendDataAsync(content.AsMemory((int)Interlocked.Exchange(ref _offset, 0)));
                break;
            case "STOR" or "APPE" or "STOU":
                await StoreAsync(verb, argument);
                break;
            case "AUTH":
                await ReplyAsync("234 go");
                _stream = await SecureAsync(_stream);
                break;
            case "PROT":
                _protects = argument == "P";
                await ReplyAsync("200 ok");
                break;
            default:
                await ReplyAsync(verb switch
                {
                    "USER" => "331 password",
                    "PASS" => "230 in",
                    "PWD" => "257 \"/\"",
                    "FEAT" => peer.Features.Length == 0 ? "211 none" : $"211-these\r\n {peer.Features}\r\n211 end",
                    "TYPE" or "NOOP" or "PBSZ" or "OPTS" or "ALLO" => "200 ok",
                    "ABOR" => "226 aborted",
                    "QUIT" => "221 bye",
                    _ => "502 unknown",
                });
                break;
        }
    }

    public void Dispose()
    {
        _port?.Dispose();
        _stream.Dispose();
        control.Dispose();
    }

    private async Task StoreAsync(string verb, string argument)
    {
        await ReplyAsync(verb == "STOU" ? "150 FILE: unique.1" : "150 send");
        using var data = await DataAsync();
        var got = new MemoryStream();
        if (verb == "APPE" && peer.Files.TryGetValue(argument, out var before))
        {
            got.Write(before);
        }

        try
        {
            await data.CopyToAsync(got);
        }
        catch (IOException)
        {
            await ReplyAsync("426 aborted");
            return;
        }

        await EndAsync(data);
        peer.Files[verb == "STOU" ? "unique.1" : argument] = got.ToArray();
        await ReplyAsync("226 stored");
    }

    private async Task<SslStream> SecureAsync(Stream stream)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = peer.Certificate, ApplicationProtocols = [new SslApplicationProtocol("ftp")] });
        return tls;
    }
}
