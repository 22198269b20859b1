using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Tests.Verbs;

public sealed class ServeVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-serve-").FullName;

    [Fact]
    public async Task Serve_tells_where_it_listens_answers_and_stops_when_told()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "served");
        string roots = Path.Combine(_folder, "root.pem");
        var output = new Pipe();
        var console = new CliConsole { Input = Stream.Null, Output = output.Writer.AsStream(), Error = TextWriter.Null };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> serving = HiperfCommand.RunAsync(["serve", _folder, "--http", "0", "--https", "0", "--cert-out", roots], console, grace: null, stop.Token);

        using var lines = new StreamReader(output.Reader.AsStream(), Encoding.UTF8);
        string http = await UrlAsync(lines);
        string https = await UrlAsync(lines);
        Assert.StartsWith("http://127.0.0.1:", http, StringComparison.Ordinal);
        Assert.StartsWith("https://127.0.0.1:", https, StringComparison.Ordinal);
        Assert.Equal("served", (await ConsoleRun.Of("get", http + "a.txt")).OutputText);
        Assert.Equal("served", (await ConsoleRun.Of("get", https + "a.txt", "--cacert", roots)).OutputText);

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, await serving);
        (await ConsoleRun.Of("get", http)).AssertFailed(ExitCode.CannotConnect, "No connection");
    }

    [Fact]
    public async Task Serve_by_ftp_alone_listens_for_nothing_else()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "served");
        var output = new Pipe();
        var console = new CliConsole { Input = Stream.Null, Output = output.Writer.AsStream(), Error = TextWriter.Null };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> serving = HiperfCommand.RunAsync(["serve", _folder, "--ftp", "0"], console, grace: null, stop.Token);

        using var lines = new StreamReader(output.Reader.AsStream(), Encoding.UTF8);
        string ftp = await UrlAsync(lines);
        Assert.StartsWith("ftp://127.0.0.1:", ftp, StringComparison.Ordinal);
        using (var client = new System.Net.Sockets.TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", new Uri(ftp).Port, TestContext.Current.CancellationToken);
            using var control = new StreamReader(client.GetStream(), Encoding.ASCII);
            Assert.Equal("220 HiPerf ready.", await control.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, await serving);
        await output.Writer.CompleteAsync();
        Assert.Null(await lines.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Serve_by_gopher_and_gophers_names_the_host_it_was_given()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "served\n");
        string roots = Path.Combine(_folder, "root.pem");
        var output = new Pipe();
        var console = new CliConsole { Input = Stream.Null, Output = output.Writer.AsStream(), Error = TextWriter.Null };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> serving = HiperfCommand.RunAsync(["serve", _folder, "--gopher", "0", "--gophers", "0", "--gopher-host", "localhost", "--cert-out", roots], console, grace: null, stop.Token);

        using var lines = new StreamReader(output.Reader.AsStream(), Encoding.UTF8);
        string gopher = await UrlAsync(lines);
        string gophers = await UrlAsync(lines);
        Assert.StartsWith("gopher://127.0.0.1:", gopher, StringComparison.Ordinal);
        Assert.StartsWith("gophers://127.0.0.1:", gophers, StringComparison.Ordinal);
        Assert.Equal("served\r\n", (await ConsoleRun.Of("get", gopher + "0/a.txt")).OutputText);
        Assert.Equal("served\r\n", (await ConsoleRun.Of("get", gophers + "0/a.txt", "--cacert", roots)).OutputText);
        Assert.Contains($"gopher://localhost:{new Uri(gopher).Port}/0/a.txt", (await ConsoleRun.Of("ls", gopher)).OutputText, StringComparison.Ordinal);

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, await serving);
    }

    [Fact]
    public async Task Serve_of_a_folder_that_is_not_there_fails() =>
        (await ConsoleRun.Of("serve", Path.Combine(_folder, "none"))).AssertFailed(ExitCode.LocalFile, "none");

    [Fact]
    public async Task Serve_with_a_certificate_that_is_none_fails()
    {
        string path = Path.Combine(_folder, "cert.pem");
        File.WriteAllText(path, "nothing");
        (await ConsoleRun.Of("serve", _folder, "--https", "0", "--cert", path)).AssertFailed(ExitCode.LocalFile, "holds no certificate");
    }

    [Fact]
    public async Task Serve_on_a_port_in_use_fails()
    {
        await using var peer = new OneAnswer(null);
        string port = new Uri(peer.Url).Port.ToString(CultureInfo.InvariantCulture);
        (await ConsoleRun.Of("serve", _folder, "--http", port)).AssertFailed(ExitCode.CannotListen, "127.0.0.1:" + port);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> UrlAsync(StreamReader lines)
    {
        string? line = await lines.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Listening on ", line, StringComparison.Ordinal);
        return line!["Listening on ".Length..];
    }
}
