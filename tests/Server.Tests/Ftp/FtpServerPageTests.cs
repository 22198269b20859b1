namespace HiPerf.Server.Tests.Ftp;

/// <summary>The sample of docs/ftp-server.md, run.</summary>
public sealed class FtpServerPageTests
{
    [Fact]
    public async Task Folder_is_served_by_two_protocols()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Root;
        await using var server = new InternetServer(new InternetServerOptions
        {
            Ftp = new FtpFolderOptions { Folder = folder, Login = FtpLogin.Single("user", "password") },
            Http = new HttpFolderOptions { Folder = folder },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp }, new ServerEndPoint { Protocol = ServerProtocol.Http }],
        });
#pragma warning disable xUnit1051 // As the page shows it.
        await server.StartAsync();           // server.Urls tells where; port 0, the default, lets the system choose
#pragma warning restore xUnit1051
        Assert.Equal(["ftp", "http"], server.Urls.Select(static url => url.Scheme));
    }
}
