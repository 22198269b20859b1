using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Proxies that are logged in to as user@host.</summary>
public class FtpProxyTests
{
    [Theory]
    [InlineData("files.example", 0, "", "USER ann@files.example;PASS x")]
    [InlineData("files.example", 2121, "", "USER ann@files.example:2121;PASS x")]
    [InlineData("2001:db8::1", 0, "", "USER ann@[2001:db8::1]:21;PASS x")]
    [InlineData("files.example", 0, "me:secret@", "USER me;PASS secret;USER ann@files.example;PASS x")]
    public async Task Proxy_is_told_user_and_host(string host, int port, string credentials, string commands)
    {
        var token = TestContext.Current.CancellationToken;
        await using var peer = new ControlPeer();
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Proxy = new ProxyOptions { Mode = ProxyMode.Custom, Ftp = ProxyServer.Parse($"ftp://{credentials}127.0.0.1:{peer.Port}") },
        });
        await using var connection = await session.ConnectFtpAsync(host, new FtpConnectOptions { Port = port, UserName = "ann", Password = "x" }, token);
        Assert.StartsWith(commands + ";FEAT", string.Join(';', peer.Commands));
    }
}
