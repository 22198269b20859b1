using System.Text;
using HiPerf.Cli.Browsing;
using HiPerf.Cli.Tests.Peers;
using HiPerf.Ftp;
using HiPerf.Server;

namespace HiPerf.Cli.Tests.Browsing;

public sealed class PageSourceTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-pages-").FullName;
    private readonly InternetSession _session = new();
    private readonly ScriptedGopher _peer = new();

    private PageSource Pages => new(_session);

    private string Url => new Uri(_folder + "/").AbsoluteUri;

    [Fact]
    public async Task Folder_lists_the_way_up_then_folders_then_files()
    {
        Directory.CreateDirectory(Path.Join(_folder, "sub"));
        await WriteAsync("B", "12345"u8.ToArray());
        await WriteAsync("a\u001b", []);
        Page page = (await LoadAsync(Url))!;
        Assert.Equal(["UP", "DIR", "FILE", "FILE"], page.Lines.Select(static line => line.Tag));
        Assert.Equal(["..", "sub/", "a\\x1B", "B"], page.Lines.Select(static line => line.Text.Split(' ')[0]));
        Assert.Contains(" 5  20", page.Lines[3].Text, StringComparison.Ordinal);
        Assert.Equal([LinkAction.List, LinkAction.List, LinkAction.Read, LinkAction.Read], page.Lines.Select(static line => line.Link!.Action));
        Assert.Equal(new Uri(Path.GetDirectoryName(_folder) + "/").AbsoluteUri, page.Lines[0].Link!.Url.Href);
    }

    [Fact]
    public async Task Folder_without_its_slash_is_listed_all_the_same()
    {
        await WriteAsync("a", []);
        Page page = (await LoadAsync(Url.TrimEnd('/')))!;
        Assert.Equal(Url + "a", page.Lines[1].Link!.Url.Href);
    }

    [Fact]
    public async Task What_is_not_there_fails_as_a_file()
    {
        InternetException error = await Assert.ThrowsAsync<InternetException>(() => LoadAsync(Url + "none"));
        Assert.Equal(InternetErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task File_is_shown_as_text_unless_it_holds_a_NUL_at_its_beginning()
    {
        await WriteAsync("text", "one\ntwo\n"u8.ToArray());
        await WriteAsync("binary", [.. Enumerable.Repeat((byte)'x', 8191), 0]);
        await WriteAsync("late", [.. Enumerable.Repeat((byte)'x', 8192), 0]);
        Assert.Equal(["one", "two"], (await LoadAsync(Url + "text"))!.Lines.Select(static line => line.Text));
        Assert.Null(await LoadAsync(Url + "binary"));
        Assert.NotNull(await LoadAsync(Url + "late"));
    }

    [Fact]
    public async Task File_beyond_the_limit_shows_its_beginning_and_says_so()
    {
        byte[] most = new byte[PageLimits.MaxTextLength];
        Array.Fill(most, (byte)'x');
        most[9] = (byte)'\n';
        await WriteAsync("most", most);
        await WriteAsync("more", [.. most, (byte)'x']);
        Page page = (await LoadAsync(Url + "most"))!;
        Assert.Equal((2, null), (page.Lines.Count, page.Notice));
        page = (await LoadAsync(Url + "more"))!;
        Assert.Equal((1, true), (page.Lines.Count, page.Notice!.StartsWith("Only the beginning", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Ftp_folders_and_texts_are_shown_also_without_their_slash()
    {
        Directory.CreateDirectory(Path.Join(_folder, "sub"));
        await WriteAsync("sub/a.txt", "one\n"u8.ToArray());
        await using var server = new InternetServer(new InternetServerOptions
        {
            Ftp = new FtpFolderOptions { Folder = _folder },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp }],
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        string root = server.Urls[0].AbsoluteUri;
        Assert.Equal("sub/", Assert.Single((await LoadAsync(root))!.Lines).Text.Split(' ')[0]);
        Page page = (await LoadAsync(root + "sub"))!;
        Assert.Equal([root, root + "sub/a.txt"], page.Lines.Select(static line => line.Link!.Url.Href));
        Assert.Equal("one", Assert.Single((await Pages.LoadAsync(page.Lines[1].Link!, TestContext.Current.CancellationToken))!.Lines).Text);
        FtpException error = await Assert.ThrowsAsync<FtpException>(() => LoadAsync(root + "none"));
        Assert.Equal(550, error.ReplyCode);
    }

    [Fact]
    public async Task Menu_says_what_following_each_line_does()
    {
        _peer.Add(string.Empty, "iwelcome\t\tnull.host\t1\r\n0text\t/t\t@\r\n1menu\t/m\t@\r\n7find\t/f\t@\r\n9binary\t/b\t@\r\nIimage\t/i\t@\r\n8shell\tuser\t@\r\n"
            + "hweb\tURL:http://example.org/\t@\r\nhftp\tURL:ftp://example.org/\t@\r\nhscript\tURL:javascript:alert(1)\t@\r\nhlocal\tURL:file:///etc/passwd\t@\r\n"
            + "3broken\t\terror.host\t1\r\nZodd\t/z\t@\r\nbad line\r\n.\r\n");
        Page page = (await LoadAsync(_peer.Url))!;
        Assert.Equal([null, LinkAction.Read, LinkAction.List, LinkAction.Search, LinkAction.Save, LinkAction.Save, LinkAction.Tell, LinkAction.Tell, LinkAction.List, null, null, null, LinkAction.Read, null],
            page.Lines.Select(static line => line.Link?.Action));
        Assert.Equal(["", "TEXT", "MENU", "FIND", "FILE", "FILE", "TERM", "URL", "URL", "-", "-", "ERR", "TEXT", "-"], page.Lines.Select(static line => line.Tag));
        Assert.Equal([11], Enumerable.Range(0, page.Lines.Count).Where(i => page.Lines[i].IsError));
        Assert.Null(page.Notice);
    }

    [Fact]
    public async Task Menu_that_is_not_ended_says_so_and_one_beyond_the_limit_is_cut()
    {
        _peer.Add("/open", "iline\t\tnull.host\t1\r\n").Add("/most", Menu(PageLimits.MaxLines)).Add("/more", Menu(PageLimits.MaxLines + 1));
        Assert.Contains("may be cut short", (await LoadAsync(_peer.Url + "1/open"))!.Notice, StringComparison.Ordinal);
        Assert.Equal((PageLimits.MaxLines, null), await LoadAsync(_peer.Url + "1/most") is { } most ? (most.Lines.Count, most.Notice) : default);
        Page more = (await LoadAsync(_peer.Url + "1/more"))!;
        Assert.Equal(PageLimits.MaxLines, more.Lines.Count);
        Assert.Contains("there are more", more.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_sends_its_words()
    {
        _peer.Add("/find\ttwo words", "0found\t/a\t@\r\n.\r\n");
        PageLink search = Pages.Search(Pages.Find(_peer.Url + "7/find"), "two words");
        Assert.Equal("found", Assert.Single((await Pages.LoadAsync(search, TestContext.Current.CancellationToken))!.Lines).Text);
        Assert.Throws<ArgumentException>(() => Pages.Search(Pages.Find(_peer.Url + "7/find"), "a\r\nb"));
    }

    [Fact]
    public async Task Text_comes_without_its_dots_and_in_its_charset()
    {
        _peer.Add("/t", Encoding.Latin1.GetBytes("grün\r\n..dot\r\n.\r\n"));
        Page page = (await LoadAsync(_peer.Url + "0/t"))!;
        Assert.Equal(["grün", ".dot"], page.Lines.Select(static line => line.Text));
    }

    [Fact]
    public async Task Save_writes_the_octets_whole_and_a_menu_as_it_came()
    {
        byte[] octets = [0, 1, 2, (byte)'\r', (byte)'\n', (byte)'.', (byte)'\r', (byte)'\n'];
        _peer.Add("/b", octets).Add("/m", "imenu\t\tnull.host\t1\r\n.\r\n");
        string path = Path.Join(_folder, "saved");
        SavedFile saved = await Pages.SaveAsync(Pages.Find(_peer.Url + "9/b"), path, TestContext.Current.CancellationToken);
        Assert.Equal((octets.Length, false), (saved.Length, saved.IsVerified));
        Assert.Equal(octets, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        await Pages.SaveAsync(Pages.Find(_peer.Url + "1/m"), path, TestContext.Current.CancellationToken);
        Assert.StartsWith("imenu\t", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("http://h/")]
    [InlineData("telnet://h/")]
    public void What_has_neither_folders_nor_menus_is_refused(string url) => Assert.Throws<NotSupportedException>(() => Pages.Find(url));

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _peer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<Page?> LoadAsync(string url) => Pages.LoadAsync(Pages.Find(url), TestContext.Current.CancellationToken);

    private Task WriteAsync(string name, byte[] content) => File.WriteAllBytesAsync(Path.Join(_folder, name), content, TestContext.Current.CancellationToken);

    private static string Menu(int lines) => string.Concat(Enumerable.Repeat("iline\t\tnull.host\t1\r\n", lines)) + ".\r\n";
}
