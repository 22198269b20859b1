using HiPerf.Facade.Tests.Ftp.Scripted;
using HiPerf.Ftp;
using HiPerf.Samples.Catalogue;
using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Facade.Tests.Directories;

/// <summary>Folders on FTP servers opened by URL: as pages, and as the server lists them.</summary>
public sealed class FtpDirectoryTests
{
    private static readonly OpenOptions s_raw = new() { DirectoryFormat = DirectoryFormat.Raw };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_names_what_the_folder_holds_and_the_connection_is_kept()
    {
        await using var server = new ScriptedFtpServer([Listing(
            "type=cdir; .", "type=pdir; ..",
            "type=dir;modify=20240102030405; sub",
            "type=file;size=12;modify=20240102030405; a<b>&\"c'.txt",
            "type=OS.unix=slink:/etc; link",
            "type=file;size=1; javascript:alert(1)",
            "type=dir; ../up",
            "type=file; rtl\u00E2\u0080\u00AEgpj.exe",
            "type=file; no\u00E4utf8")]);
        await using var session = new InternetSession();
        await using var file = Assert.IsType<DirectoryFile>(await session.OpenAsync($"ftp://ann:secret@127.0.0.1:{server.Port}/pub/new/", cancellationToken: Token));
        var page = await new StreamReader(file).ReadToEndAsync(Token);

        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.Contains($"<title>ftp://ann:***@127.0.0.1:{server.Port}/pub/new/</title>", page, StringComparison.Ordinal);
        Assert.Contains($"<base href=\"ftp://ann@127.0.0.1:{server.Port}/pub/new/\">", page, StringComparison.Ordinal);
        Assert.Equal(
            [
                "directory</td><td><a href=\"../\">../</a></td><td></td><td>",
                "directory</td><td><a href=\"./sub/\">sub/</a></td><td></td><td>2024-01-02 03:04:05",
                "file</td><td><a href=\"./a%3Cb%3E%26%22c%27.txt\">a&lt;b&gt;&amp;&quot;c&#39;.txt</a></td><td>12</td><td>2024-01-02 03:04:05",
                "link</td><td><a href=\"./link\">link</a></td><td></td><td>",
                "file</td><td><a href=\"./javascript%3Aalert%281%29\">javascript:alert(1)</a></td><td>1</td><td>",
                "directory</td><td>../up</td><td></td><td>",
                "file</td><td><a href=\"./rtl%E2%80%AEgpj.exe\">rtl\uFFFDgpj.exe</a></td><td></td><td>",
                "file</td><td><a href=\"./no%E4utf8\">no\u00E4utf8</a></td><td></td><td>",
            ],
            page.Split('\n').Where(static line => line.StartsWith("<tr><td>", StringComparison.Ordinal)).Select(static line => line["<tr><td>".Length..^"</td></tr>".Length]));
        Assert.True(file is { IsComplete: true, LengthVerified: true, ContentLength: null });
        Assert.Equal(1, session.IdleConnections);
        Assert.Contains("MLSD pub/new/", server.Commands);
    }

    [Theory]
    [InlineData("/", "/", false, "MLSD")]
    [InlineData("", "/", false, "MLSD")]
    [InlineData("/a;type=d", "/a/", true, "MLSD a")]
    [InlineData("/%2F", "//", false, "MLSD /")]
    [InlineData("//etc/", "//etc/", true, "MLSD /etc/")]
    [InlineData("/%2Fetc/", "//etc/", true, "MLSD /etc/")]
    [InlineData("/%E9%3Fx/?y/", "/%E9%3Fx/%3Fy/", true, "MLSD \u00E9?x/?y/")]
    public async Task Names_lead_from_the_folder_that_was_listed(string path, string folder, bool hasParent, string command)
    {
        await using var server = new ScriptedFtpServer([Listing("type=file; x")]);
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}{path}", cancellationToken: Token);
        var page = await new StreamReader(file).ReadToEndAsync(Token);
        Assert.Contains($"<base href=\"ftp://127.0.0.1:{server.Port}{folder}\">", page, StringComparison.Ordinal);
        Assert.Equal(hasParent, page.Contains("\"../\"", StringComparison.Ordinal));
        Assert.Contains(command, server.Commands);
    }

    [Fact]
    public async Task Times_are_shown_as_exactly_as_the_listing_tells_them()
    {
        await using var server = new ScriptedFtpServer([Answer("MLSD", "500 no"), On("LIST", Reply("150 here"), OpenData, SendData("-rw-r--r-- 1 me us 12 Jan 02 2024 a\r\n07-25-23  01:44PM  3 b\r\n-rw-r--r-- 1 me us 12 Jan 02 2024 c\r\n"), EndData, Reply("226 done"))]);
        await using var session = new InternetSession();
        var options = new OpenOptions { Ftp = new FtpConnectOptions { ServerTimeOffset = TimeSpan.FromHours(2), } };
        await using var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/", options, Token);
        Assert.Contains(">a</a></td><td>12</td><td>2024-01-02</td>", await new StreamReader(file).ReadToEndAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_come_while_the_listing_is_under_way()
    {
        await using var server = new ScriptedFtpServer([On("MLSD", Reply("150 here"), OpenData, SendData("type=file; first\r\n"), Stall)]);
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/", cancellationToken: Token);
        var buffer = new byte[8192];
        var count = await file.ReadAsync(buffer, Token);
        Assert.Contains(">first</a>", System.Text.Encoding.UTF8.GetString(buffer, 0, count), StringComparison.Ordinal);

        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var pending = file.ReadAsync(buffer, cancellation.Token);
        Assert.False(pending.IsCompleted);
        Assert.Equal(InternetErrorKind.Busy, (await Assert.ThrowsAsync<InternetException>(async () => await file.CompleteAsync(Token))).Kind);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pending);
        Assert.False(file.IsComplete);
        Assert.Equal(0, session.IdleConnections);
        Assert.Equal(InternetErrorKind.ConnectionAborted, (await Assert.ThrowsAsync<InternetException>(async () => await file.CompleteAsync(Token))).Kind);
    }

    public static TheoryData<string> Endings => ["cut", "426", "unreadable", "closed"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Listing_that_fails_midway_is_an_error_and_no_short_page(string ending)
    {
        FtpStep[] end = ending switch
        {
            "cut" => [ResetData, Reply("426 cut")],
            "426" => [EndData, Reply("426 gave up")],
            "unreadable" => [SendData("\u0001\u0002\r\n"), EndData, Reply("226 done")],
            _ => [EndData, Close],
        };
        await using var server = new ScriptedFtpServer([On("MLSD", [Reply("150 here"), OpenData, SendData("type=file; first\r\n"), .. end])]);
        foreach (var synchronous in new[] { false, true })
        {
            await using var session = new InternetSession();
            var read = new MemoryStream();
            var error = await Assert.ThrowsAsync<FtpException>(async () =>
            {
                using var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/", cancellationToken: Token);
                if (synchronous)
                {
                    file.CopyTo(read);
                }
                else
                {
                    await file.CopyToAsync(read, Token);
                }
            });
            Assert.NotEqual(InternetErrorKind.Other, error.Kind);
            Assert.DoesNotContain("</html>", System.Text.Encoding.UTF8.GetString(read.ToArray()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Folder_that_is_refused_is_an_error_of_the_opening()
    {
        await using var server = new ScriptedFtpServer([Answer("MLSD", "550 no such folder")]);
        await using var session = new InternetSession();
        foreach (var options in new[] { null, s_raw })
        {
            var error = await Assert.ThrowsAsync<FtpException>(async () => await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/none/", options, Token));
            Assert.Equal((InternetErrorKind.NotFound, 550), (error.Kind, error.ReplyCode));
            Assert.Equal(1, session.IdleConnections);
        }

        Assert.Equal(1, server.Accepted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Synchronous_reads_and_closing_early_leave_the_session_in_order(bool readsAll)
    {
        await using var server = new ScriptedFtpServer([Listing([.. Enumerable.Range(0, 5000).Select(static i => $"type=file;size={i}; a file of some sort, number {i}")])]);
        await using var session = new InternetSession();
        using (var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/", cancellationToken: Token))
        {
            if (readsAll)
            {
                var page = new StreamReader(file).ReadToEnd();
                Assert.Equal(5000, page.Split("<a href=").Length - 1);
                Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
                Assert.Equal(1, session.IdleConnections);
            }
            else
            {
                Assert.Equal('<', file.ReadByte());
            }
        }

        await using var next = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/hello.txt", cancellationToken: Token);
        Assert.Equal("hello", await new StreamReader(next).ReadToEndAsync(Token));
        Assert.Equal(readsAll ? 1 : 2, server.Accepted);
    }

    [Fact]
    public async Task Abort_fails_a_pending_read()
    {
        await using var server = new ScriptedFtpServer([On("MLSD", Reply("150 here"), OpenData, SendData("type=file; first\r\n"), Stall)]);
        await using var session = new InternetSession();
        var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/", cancellationToken: Token);
        var buffer = new byte[8192];
        Assert.NotEqual(0, await file.ReadAsync(buffer, Token));
        var pending = file.ReadAsync(buffer, Token);
        file.Abort();
        await Assert.ThrowsAnyAsync<InternetException>(async () => await pending);
        file.Dispose();
        Assert.Equal(0, session.IdleConnections);
    }

    [Fact]
    public async Task Dispose_fails_a_pending_read()
    {
        await using var server = new ScriptedFtpServer([On("MLSD", Reply("150 here"), OpenData, SendData("type=file; first\r\n"), Stall)]);
        await using var session = new InternetSession();
        var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/", cancellationToken: Token);
        var buffer = new byte[8192];
        Assert.NotEqual(0, await file.ReadAsync(buffer, Token));
        var pending = file.ReadAsync(buffer, Token);
        await file.DisposeAsync();
        await Assert.ThrowsAnyAsync<InternetException>(async () => await pending);
        Assert.Equal(0, session.IdleConnections);
    }

    [Fact]
    public async Task Raw_form_is_the_listing_as_the_server_sends_it()
    {
        await using var server = new ScriptedFtpServer([Listing("Type=file;X-odd=1; a", "nonsense")]);
        await using var session = new InternetSession();
        await using (var file = Assert.IsType<FtpFile>(await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/pub/", s_raw, Token)))
        {
            Assert.Equal($"ftp://127.0.0.1:{server.Port}/pub/", file.Url.Href);
            Assert.Equal("Type=file;X-odd=1; a\r\nnonsense\r\n", await new StreamReader(file).ReadToEndAsync(Token));
            Assert.True(file.LengthVerified);
        }

        Assert.Equal(1, session.IdleConnections);
        await using var typed = await session.OpenFtpAsync($"ftp://127.0.0.1:{server.Port}/pub/", s_raw, Token);
        await typed.CompleteAsync(Token);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task Raw_form_falls_back_to_List()
    {
        await using var server = new ScriptedFtpServer([Answer("MLSD", "502 no"), On("LIST ./-x", Reply("150 here"), OpenData, SendData("-rw-r--r-- 1 me us 12 Jan 02 2024 a\r\n"), EndData, Reply("226 done"))]);
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/-x;type=d", s_raw, Token);
        Assert.Equal("-rw-r--r-- 1 me us 12 Jan 02 2024 a\r\n", await new StreamReader(file).ReadToEndAsync(Token));
    }

    [Fact]
    public async Task Typed_opening_of_a_page_names_the_other()
    {
        await using var session = new InternetSession();
        var error = await Assert.ThrowsAsync<NotSupportedException>(async () => await session.OpenFtpAsync("ftp://127.0.0.1/a/", cancellationToken: Token));
        Assert.Contains("OpenAsync", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Idle_connection_that_ended_is_replaced_once()
    {
        await using var server = new ScriptedFtpServer([Once("EPSV", AsUsual), Once("EPSV", Close), Listing("type=file; x")]);
        await using var session = new InternetSession();
        await using (var first = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/a", cancellationToken: Token))
        {
            await first.CompleteAsync(Token);
        }

        await using var file = await session.OpenAsync($"ftp://127.0.0.1:{server.Port}/", cancellationToken: Token);
        await file.CompleteAsync(Token);
        Assert.Equal(2, server.Accepted);
    }
}
