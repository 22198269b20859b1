using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Samples.Catalogue;
using HiPerf.Transport;
using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Facade.Tests.Ftp.Scripted;

/// <summary>The scripted server itself, asked over raw sockets: what the rows of the catalogue say is what a client meets.</summary>
public class ScriptedFtpServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Usual_server_serves_its_file_and_records_the_commands()
    {
        await using var server = new ScriptedFtpServer([]);
        using var control = await ConnectAsync(server.Port);
        Assert.Equal("220 ready", await control.ReadLineAsync(Token));
        Assert.Equal("331 and the password", await AskAsync(control, "USER a"));
        Assert.Equal("230 in", await AskAsync(control, "PASS b"));
        var port = int.Parse((await AskAsync(control, "EPSV"))!.Split('|')[3], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("350 and what?", await AskAsync(control, "REST 2"));
        using var data = await ConnectAsync(port);
        Assert.Equal("150 here", await AskAsync(control, "RETR hello.txt"));
        Assert.Equal("llo", await data.ReadToEndAsync(Token));
        Assert.Equal("226 done", await control.ReadLineAsync(Token));
        Assert.Equal(["USER a", "PASS b", "EPSV", "REST 2", "RETR hello.txt"], server.Commands);
        Assert.Equal((1, 1, 0), (server.Accepted, server.Count("RETR"), server.Count("RET")));
        Assert.False(server.HasForeignConnections);
        Assert.Equal(IPAddress.Loopback, Assert.Single(server.DataPeers).Address);
    }

    [Fact]
    public async Task Rules_come_before_what_is_usual_and_once_is_once()
    {
        await using var server = new ScriptedFtpServer([Greeting(Drip("220-a\r\n220 b\r\n")), Once("NOOP", Reply("500 first")), Answer("RETR /a", "550 no"), On("STAT", AsUsual, Close)]);
        using var control = await ConnectAsync(server.Port);
        Assert.Equal("220-a", await control.ReadLineAsync(Token));
        Assert.Equal("220 b", await control.ReadLineAsync(Token));
        Assert.Equal("500 first", await AskAsync(control, "NOOP"));
        Assert.Equal("200 ok", await AskAsync(control, "NOOP"));
        Assert.Equal("550 no", await AskAsync(control, "retr /ab"));
        Assert.Equal("211 fine", await AskAsync(control, "STAT"));
        Assert.Null(await control.ReadLineAsync(Token));
    }

    [Fact]
    public async Task Who_goes_to_the_announced_foreign_address_is_seen()
    {
        await using var server = new ScriptedFtpServer([Answer("PASV", "227 (127,0,0,2,{hi},{lo})")]);
        using var control = await ConnectAsync(server.Port);
        _ = await control.ReadLineAsync(Token);
        var numbers = (await AskAsync(control, "PASV"))!.Split('(', ',', ')');
        Assert.False(server.HasForeignConnections);
        using var wrong = new TcpClient();
        await wrong.ConnectAsync(ScriptedFtpServer.Foreign, (int.Parse(numbers[5], System.Globalization.CultureInfo.InvariantCulture) << 8) | int.Parse(numbers[6], System.Globalization.CultureInfo.InvariantCulture), Token);
        Assert.True(server.HasForeignConnections);
    }

    [Theory]
    [InlineData("PORT 127,0,0,1,{hi},{lo}")]
    [InlineData("EPRT |1|127.0.0.1|{port}|")]
    public async Task Active_server_comes_from_where_its_script_says(string command)
    {
        await using var server = new ScriptedFtpServer([On("RETR", IntrudeData("evil"), Reply("150 here"), OpenData, OpenSecondData("late"), SendData("hello"), ResetData, Reply("226 done"))]);
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        using var control = await ConnectAsync(server.Port);
        _ = await control.ReadLineAsync(Token);
        Assert.Equal("200 ok", await AskAsync(control, command.Replace("{port}", $"{port}", StringComparison.Ordinal).Replace("{hi}", $"{port >> 8}", StringComparison.Ordinal).Replace("{lo}", $"{port & 255}", StringComparison.Ordinal)));
        Assert.Equal("150 here", await AskAsync(control, "RETR a"));
        foreach (var from in (IPAddress[])[ScriptedFtpServer.Foreign, IPAddress.Loopback, IPAddress.Loopback])
        {
            using var data = await listener.AcceptAsync(Token);
            Assert.Equal(from, ((IPEndPoint)data.RemoteEndPoint!).Address);
        }

        Assert.Equal("226 done", await control.ReadLineAsync(Token));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Tls_ends_with_close_notify_or_without_as_its_script_says(bool endsWell, bool isExplicit)
    {
        await using var server = new ScriptedFtpServer([On("RETR", Reply("150 here"), OpenData, SendData("hello"), endsWell ? EndData : CutData, Reply("226 done"))], TestCertificate.ForLocalhost, isImplicit: !isExplicit);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, Token);
        Stream stream = socket.GetStream();
        if (isExplicit)
        {
            var clear = new Line(stream);
            _ = await clear.ReadLineAsync(Token);
            Assert.Equal("234 go", await AskAsync(clear, "AUTH TLS"));
        }

        await using var tls = await SecureAsync(stream);
        var control = new Line(tls);
        if (!isExplicit)
        {
            Assert.Equal("220 ready", await control.ReadLineAsync(Token));
        }

        Assert.Equal("200 ok", await AskAsync(control, "PROT P"));
        var port = int.Parse((await AskAsync(control, "EPSV"))!.Split('|')[3], System.Globalization.CultureInfo.InvariantCulture);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port, Token);
        await control.WriteAsync("RETR a");
        await using var data = await SecureAsync(connection.GetStream());
        var content = new byte[5];
        await data.ReadExactlyAsync(content, Token);
        Assert.Equal("hello", Encoding.ASCII.GetString(content));

        Assert.Equal(0, await data.ReadAsync(content, Token));
        Assert.Equal(endsWell, data.EndedCleanly);
        Assert.Equal("150 here", await control.ReadLineAsync(Token));
        Assert.Equal("226 done", await control.ReadLineAsync(Token));
    }

    [Fact]
    public async Task Octets_behind_234_arrive_with_it()
    {
        await using var server = new ScriptedFtpServer([On("AUTH", Send("234 go\r\n230 in\r\n"), StartTls)], TestCertificate.ForLocalhost);
        using var control = await ConnectAsync(server.Port);
        _ = await control.ReadLineAsync(Token);
        Assert.Equal("234 go", await AskAsync(control, "AUTH TLS"));
        Assert.Equal("230 in", await control.ReadLineAsync(Token));
    }

    [Fact]
    public async Task Flood_ends_when_the_client_goes_away_and_a_stall_is_told()
    {
        await using var server = new ScriptedFtpServer([Once("STAT", Send("211-a\r\n"), Flood("b\r\n")), On("NOOP", Stall)]);
        using (var flooded = await ConnectAsync(server.Port))
        {
            _ = await flooded.ReadLineAsync(Token);
            _ = await AskAsync(flooded, "STAT");
            Assert.Equal("b", await flooded.ReadLineAsync(Token));
        }

        using var control = await ConnectAsync(server.Port);
        _ = await control.ReadLineAsync(Token);
        await control.WriteAsync("NOOP");
        await server.Stalled.WaitAsync(Token);
    }

    [Fact]
    public void Rows_of_the_catalogue_are_told_apart_and_well_formed() => Assert.All(FtpClientAttacks.All, attack =>
    {
        Assert.Single(FtpClientAttacks.All, other => other.ToString() == attack.ToString());
        Assert.All(attack.Rules, rule => Assert.True(rule.Steps.Count > 0 && rule.Steps.All(step => step.Octets.All(c => c <= '\u00FF'))));
        Assert.Equal(attack.Work == FtpWork.OpenUrl, attack.Url.Length > 0);
    });

    private static async Task<Line> ConnectAsync(int port)
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), Token);
        return new Line(new NetworkStream(client, ownsSocket: true));
    }

    private static async Task<TlsStream> SecureAsync(Stream stream)
    {
        var tls = new TlsStream(stream) { AllowsTruncation = true };
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetRawCertData().AsSpan().SequenceEqual(TestCertificate.ForLocalhost.RawDataMemory.Span),
            },
            cancellationToken: Token);
        return tls;
    }

    private static async ValueTask<string?> AskAsync(Line control, string command)
    {
        await control.WriteAsync(command);
        return await control.ReadLineAsync(Token);
    }

    private sealed class Line : StreamReader
    {
        public Line(Stream stream)
            : base(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: 1)
        {
        }

        public Task WriteAsync(string line) => BaseStream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), Token).AsTask();
    }
}
