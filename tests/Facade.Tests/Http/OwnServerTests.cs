using HiPerf.Server;

namespace HiPerf.Facade.Tests.Http;

/// <summary>Our client on our server, which is as strict as the client must be.</summary>
public sealed class OwnServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-own-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a|b", "a|b?x={y}")]
    [InlineData("{`^}", "{`^}?\"|\\^`")]
    [InlineData("é ü", "é ü")]
    [InlineData("100%", "100%25?100%")]
    public async Task Name_that_a_browser_would_open_opens(string name, string typed)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, name), name, Token);
        await using var server = new InternetServer(new InternetServerOptions { Http = new HttpFolderOptions { Folder = _folder } });
        await server.StartAsync(Token);
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(server.Urls[0].AbsoluteUri + typed, cancellationToken: Token);
        Assert.Equal(200, file.StatusCode);
        using var reader = new StreamReader(file);
        Assert.Equal(name, await reader.ReadToEndAsync(Token));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
