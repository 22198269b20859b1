using HiPerf.Facade.Tests.Ftp.Scripted;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Ftp;
using HiPerf.Samples.Catalogue;
using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Files and folders by URL, over connections that the session keeps.</summary>
public class FtpUrlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_is_kept_for_the_next_file_of_the_same_login()
    {
        await using var server = new ScriptedFtpServer([]);
        await using var session = new InternetSession();
        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal("hello", await ReadAsync(session, $"ftp://ann:x@127.0.0.1:{server.Port}/a{i}"));
            Assert.Equal(1, session.IdleConnections);
        }

        Assert.Equal(1, server.Accepted);
        Assert.Equal(["USER ann", "PASS x", "FEAT", "PWD", "OPTS UTF8 ON"], server.Commands.Take(5));
        Assert.Equal(["RETR a1", "RETR a2", "RETR a3"], server.Commands.Where(static line => line.StartsWith("RETR", StringComparison.Ordinal)));
        Assert.Equal(0, server.Count("CWD"));
    }

    [Fact]
    public async Task Connections_of_one_login_never_serve_another()
    {
        await using var server = new ScriptedFtpServer([]);
        await using var session = new InternetSession();
        string[] users = ["ann:x@", "ann:y@", "bob:x@", string.Empty, "ann@"];
        foreach (var user in users.Concat(users))
        {
            await ReadAsync(session, $"ftp://{user}127.0.0.1:{server.Port}/a");
        }

        Assert.Equal((users.Length, users.Length), (server.Accepted, session.IdleConnections));
        await ReadAsync(session, $"ftp://ann:x@127.0.0.1:{server.Port}/a", new OpenOptions { Ftp = new FtpConnectOptions { Account = "books", NameEncoding = System.Text.Encoding.Latin1 } });
        Assert.Equal(users.Length + 1, server.Accepted);
    }

    [Fact]
    public async Task TLS_and_clear_are_two_connections_and_ftps_is_never_less()
    {
        await using var server = new ScriptedFtpServer([], TestCertificate.ForLocalhost);
        await using var session = new InternetSession(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [TestCertificate.ForLocalhost] } });
        await ReadAsync(session, $"ftp://localhost:{server.Port}/a");
        Assert.Equal(0, server.Count("AUTH"));
        await ReadAsync(session, $"ftps://localhost:{server.Port}/a", new OpenOptions { Ftp = new FtpConnectOptions { Tls = FtpTlsMode.Off } });
        Assert.Equal((2, 1, 1), (server.Accepted, server.Count("AUTH TLS"), server.Count("PROT P")));
    }

    public static TheoryData<string> Endings => ["close", "421", "reset"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Connection_that_ended_in_use_is_replaced_once_for_reading(string ending)
    {
        FtpStep[] end = ending == "421" ? [Reply("421 idle for too long"), Close] : [ending == "reset" ? Reset : Close];
        await using var server = new ScriptedFtpServer([Once("EPSV", AsUsual), Once("EPSV", end)]);
        await using var session = new InternetSession();
        var url = $"ftp://127.0.0.1:{server.Port}/a";
        await ReadAsync(session, url);
        Assert.Equal("hello", await ReadAsync(session, url));
        Assert.Equal((2, 1), (server.Accepted, session.IdleConnections));
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task New_connection_that_ends_is_not_tried_again(string ending)
    {
        FtpStep[] end = ending == "421" ? [Reply("421 not now"), Close] : [ending == "reset" ? Reset : Close];
        await using var server = new ScriptedFtpServer([Once("EPSV", end)]);
        await using var session = new InternetSession();
        await Assert.ThrowsAsync<FtpException>(() => ReadAsync(session, $"ftp://127.0.0.1:{server.Port}/a"));
        Assert.Equal((1, 0), (server.Accepted, session.IdleConnections));
    }

    [Fact]
    public async Task Connection_that_ended_while_idle_is_not_taken()
    {
        await using var server = new ScriptedFtpServer([Once("RETR", AsUsual, Close)]);
        await using var session = new InternetSession();
        var url = $"ftp://127.0.0.1:{server.Port}/a";
        await ReadAsync(session, url);
        Assert.Equal("hello", await ReadAsync(session, url));
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task Refused_file_leaves_the_connection_to_the_next()
    {
        await using var server = new ScriptedFtpServer([Answer("RETR missing", "550 no such file")]);
        await using var session = new InternetSession();
        var error = await Assert.ThrowsAsync<FtpException>(() => ReadAsync(session, $"ftp://127.0.0.1:{server.Port}/missing"));
        Assert.Equal((InternetErrorKind.NotFound, 550), (error.Kind, error.ReplyCode));
        Assert.Equal(1, session.IdleConnections);
        await ReadAsync(session, $"ftp://127.0.0.1:{server.Port}/there");
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task File_that_is_dropped_takes_its_connection_along()
    {
        await using var server = new ScriptedFtpServer([]) { Content = new string('x', 1 << 20) };
        await using var session = new InternetSession();
        var file = await session.OpenFtpAsync($"ftp://127.0.0.1:{server.Port}/a", cancellationToken: Token);
        file.Abort();
        await file.DisposeAsync();
        Assert.Equal(0, session.IdleConnections);
        Assert.Equal(1 << 20, (await ReadAsync(session, $"ftp://127.0.0.1:{server.Port}/a")).Length);
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task Octets_of_a_path_go_out_as_they_stand_and_the_next_path_is_UTF_8_again()
    {
        await using var server = new ScriptedFtpServer([]);
        await using var session = new InternetSession();
        await ReadAsync(session, $"ftp://127.0.0.1:{server.Port}/%E9");
        await ReadAsync(session, $"ftp://127.0.0.1:{server.Port}/%2F%C3%A9;type=a");
        Assert.Equal(1, server.Accepted);
        Assert.Equal(["RETR \u00e9", "RETR /\u00c3\u00a9"], server.Commands.Where(static line => line.StartsWith("RETR", StringComparison.Ordinal)));
        Assert.Contains("TYPE A", server.Commands);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/a%0d%0aDELE%20b", typeof(UriFormatException))]
    [InlineData("ftp://127.0.0.1/a;type=x", typeof(UriFormatException))]
    [InlineData("ftp://a%0d%0aDELE%20b@127.0.0.1/", typeof(UriFormatException))]
    [InlineData("ftp://a:%00@127.0.0.1/", typeof(UriFormatException))]
    [InlineData("ftp://:secret@127.0.0.1/x", typeof(ArgumentException))]
    [InlineData("ftp://127.0.0.1/a/", typeof(NotSupportedException))]
    [InlineData("ftp://127.0.0.1/a;type=d", typeof(NotSupportedException))]
    [InlineData("http://127.0.0.1/a", typeof(NotSupportedException))]
    public async Task Url_that_cannot_be_opened_is_refused_before_anything_is_dialed(string url, Type expected)
    {
        var dialed = 0;
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Connector = (_, _, _) =>
            {
                dialed++;
                throw new IOException("no");
            },
        });
        var error = await Assert.ThrowsAsync(expected, async () => await session.OpenFtpAsync(url, cancellationToken: Token));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, dialed);
    }

    [Fact]
    public async Task Folder_is_listed_by_URL_and_its_entries_open()
    {
        await using var server = new ScriptedFtpServer([]);
        await using var session = new InternetSession();
        var entries = new List<InternetEntry>();
        await foreach (var entry in session.EnumerateAsync($"ftp://ann:x@127.0.0.1:{server.Port}/pub/", cancellationToken: Token))
        {
            entries.Add(entry);
        }

        var only = Assert.Single(entries);
        Assert.Equal(("hello.txt", $"ftp://ann:x@127.0.0.1:{server.Port}/pub/hello.txt"), (only.Name, only.Url.Href));
        Assert.Equal(1, session.IdleConnections);
        await using (var file = await session.OpenAsync(only.Url.Href, cancellationToken: Token))
        {
            Assert.IsType<FtpFile>(file);
            await file.CompleteAsync(Token);
        }

        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task Disposed_session_keeps_nothing()
    {
        await using var server = new ScriptedFtpServer([]);
        var session = new InternetSession();
        await ReadAsync(session, $"ftp://127.0.0.1:{server.Port}/a");
        var open = await session.OpenFtpAsync($"ftp://127.0.0.1:{server.Port}/a", cancellationToken: Token);
        await session.DisposeAsync();
        Assert.Equal(0, session.IdleConnections);
        await open.CompleteAsync(Token);
        await open.DisposeAsync();
        Assert.Equal(0, session.IdleConnections);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await session.ConnectFtpAsync("127.0.0.1", cancellationToken: Token));
    }

    [Fact]
    public async Task Tree_is_deleted_from_below_and_links_are_not_entered()
    {
        await using var server = new ScriptedFtpServer(
        [
            On("MLSD top/sub", Reply("150 here"), OpenData, SendData("type=file;size=1; inner\r\n"), EndData, Reply("226 done")),
            On("MLSD top", Reply("150 here"), OpenData, SendData("type=dir; sub\r\ntype=OS.unix=slink:/etc; link\r\ntype=file;size=1; f\r\n"), EndData, Reply("226 done")),
        ]);
        await using var session = new InternetSession();
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = server.Port }, Token);
        await connection.DeleteDirectoryAsync("top", recursive: true, Token);
        Assert.Equal(["DELE top/link", "DELE top/f", "DELE top/sub/inner", "RMD top/sub", "RMD top"],
            server.Commands.Where(static line => line.StartsWith("DELE", StringComparison.Ordinal) || line.StartsWith("RMD", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/x")]
    [InlineData("a/b")]
    [InlineData("..\\..\\x")]
    public async Task Tree_with_a_name_that_leads_elsewhere_is_left(string name)
    {
        await using var server = new ScriptedFtpServer([Listing($"type=file;size=1; {name}")]);
        await using var session = new InternetSession();
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = server.Port }, Token);
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.DeleteDirectoryAsync("top", recursive: true, Token));
        Assert.Equal(InternetErrorKind.ProtocolViolation, error.Kind);
        Assert.Equal((0, 0), (server.Count("DELE"), server.Count("RMD")));
    }

    [Fact]
    public async Task Tree_without_end_is_an_error()
    {
        await using var server = new ScriptedFtpServer([Listing("type=dir; d")]);
        await using var session = new InternetSession();
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = server.Port }, Token);
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.DeleteDirectoryAsync("top", recursive: true, Token));
        Assert.Equal((InternetErrorKind.LimitExceeded, 101), (error.Kind, server.Count("MLSD")));
        Assert.Equal(0, server.Count("RMD"));
    }

    private static async Task<string> ReadAsync(InternetSession session, string url, OpenOptions? options = null)
    {
        await using var file = await session.OpenFtpAsync(url, options, Token);
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return await reader.ReadToEndAsync(Token);
    }
}
