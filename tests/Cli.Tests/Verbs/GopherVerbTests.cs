using System.Text;
using System.Text.Json;
using HiPerf.Cli.Tests.Peers;

namespace HiPerf.Cli.Tests.Verbs;

public sealed class GopherVerbTests : IAsyncDisposable
{
    private const string Menu = "iwelcome\t\tnull.host\t1\r\n0a text\t/a\t@\r\n1menu\t/m\t@\t+\r\nhweb\tURL:http://example.org/x\t@\r\n8shell\tuser\t@\r\n.\r\n";

    private readonly ScriptedGopher _peer = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-gopher-").FullName;

    [Fact]
    public async Task Ls_shows_type_name_and_URL_in_the_menus_order()
    {
        _peer.Add(string.Empty, Menu);
        ConsoleRun run = await ConsoleRun.Of("ls", _peer.Url);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.ExitCode, run.Error));
        string[] lines = run.OutputText.TrimEnd('\n').Split('\n');
        Assert.Equal("i  welcome", lines[0]);
        Assert.Matches($"^0  a text +{_peer.Url}0/a$", lines[1]);
        Assert.Matches($"^1  menu +{_peer.Url}1/m$", lines[2]);
        Assert.EndsWith(" http://example.org/x", lines[3], StringComparison.Ordinal);
        Assert.EndsWith($" telnet://127.0.0.1:{_peer.Port}/", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ls_as_json_has_the_members_of_every_entry_and_Gophers_own()
    {
        _peer.Add(string.Empty, Menu);
        ConsoleRun run = await ConsoleRun.Of("ls", "--json", _peer.Url);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement[] items = [.. document.RootElement.EnumerateArray()];
        Assert.Equal(["i", "0", "1", "h", "8"], items.Select(static item => item.GetProperty("type").GetString()));
        JsonElement menu = items[2];
        Assert.Equal(("menu", "/m", "127.0.0.1", _peer.Port), (menu.GetProperty("name").GetString(), menu.GetProperty("selector").GetString(), menu.GetProperty("host").GetString(), menu.GetProperty("port").GetInt32()));
        Assert.Equal((true, false, true), (menu.GetProperty("plus").GetBoolean(), menu.GetProperty("ask").GetBoolean(), menu.GetProperty("directory").GetBoolean()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (items[0].GetProperty("url").ValueKind, menu.GetProperty("length").ValueKind));
    }

    [Fact]
    public async Task Ls_tells_of_an_end_that_is_not_marked_and_fails_where_all_is_errors()
    {
        _peer.Add("/open", "0a\t/a\t@\r\n").Add("/sick", "iwords\t\tnull.host\t1\r\n3No \u001bsuch\t\terror.host\t1\r\n.\r\n");
        ConsoleRun open = await ConsoleRun.Of("ls", _peer.Url + "1/open");
        Assert.Equal((ExitCode.Ok, "hiperf: The menu's end is not marked: it may be cut short."), (open.ExitCode, Assert.Single(open.ErrorLines)));
        ConsoleRun sick = await ConsoleRun.Of("ls", _peer.Url + "1/sick");
        Assert.Equal((ExitCode.ClientErrorStatus, "hiperf: The server answered with an error: No \\x1Bsuch"), (sick.ExitCode, Assert.Single(sick.ErrorLines)));
    }

    [Fact]
    public async Task Words_of_an_error_by_Gopher_plus_are_escaped_once()
    {
        _peer.Add("/t\t+text/plain", "--1\r\n1 nobody <none>\r\nNo \u001bsuch\r\n.\r\n");
        ConsoleRun run = await ConsoleRun.Of("get", _peer.Url + "0/t", "--view", "text/plain");
        run.AssertFailed(ExitCode.ClientErrorStatus, "No \\u001bsuch");
    }

    [Fact]
    public async Task Ls_recursive_enters_each_menu_once_as_deep_as_it_may()
    {
        _peer.Add(string.Empty, "1down\t/m\t@\r\n0top text\t/t\t@\r\n.\r\n").Add("/m", "1round\t\t@\r\n1deep\t/n\t@\r\n.\r\n").Add("/n", "0deepest\t/d\t@\r\n.\r\n");
        ConsoleRun all = await ConsoleRun.Of("ls", "-R", _peer.Url);
        Assert.Equal(ExitCode.Ok, all.ExitCode);
        Assert.Contains("0  deepest ", all.OutputText, StringComparison.Ordinal);
        Assert.Equal(["", "/m", "/n"], _peer.Requests);
        _peer.Requests.Clear();
        ConsoleRun some = await ConsoleRun.Of("ls", "-R", "--max-depth", "1", _peer.Url);
        Assert.Contains("1  deep ", some.OutputText, StringComparison.Ordinal);
        Assert.Equal(["", "/m"], _peer.Requests);
        (await ConsoleRun.Of("ls", "-R", "--max-depth", "1001", _peer.Url)).AssertFailed(ExitCode.Usage, string.Empty);
    }

    [Fact]
    public async Task Ls_asks_a_search_server_for_words()
    {
        _peer.Add("/find\ttwo words", "0found\t/a\t@\r\n.\r\n");
        ConsoleRun run = await ConsoleRun.Of("ls", _peer.Url + "7/find", "--query", "two words");
        Assert.StartsWith("0  found ", run.OutputText, StringComparison.Ordinal);
        (await ConsoleRun.Of("ls", _peer.Url + "7/find", "--query", "a\tb")).AssertFailed(ExitCode.Usage, string.Empty);
        (await ConsoleRun.Of("ls", "file:///", "--query", "a")).AssertFailed(ExitCode.Usage, "--query");
    }

    [Fact]
    public async Task Get_takes_the_dots_off_a_text_and_leaves_octets_alone()
    {
        byte[] octets = [0, 255, (byte)'.', (byte)'\r', (byte)'\n'];
        _peer.Add("/t", "..dot\r\nend\r\n.\r\n").Add("/b", octets).Add("/m", Menu);
        ConsoleRun text = await ConsoleRun.Of("get", _peer.Url + "0/t");
        Assert.Equal((".dot\r\nend\r\n", string.Empty), (text.OutputText, text.Error));
        ConsoleRun binary = await ConsoleRun.Of("get", _peer.Url + "9/b");
        Assert.Equal(octets, binary.Output);
        Assert.Contains("not verified", Assert.Single(binary.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(Menu[..^3].Replace("\t@", $"\t127.0.0.1\t{_peer.Port}", StringComparison.Ordinal), (await ConsoleRun.Of("get", _peer.Url + "1/m")).OutputText);
    }

    [Fact]
    public async Task Get_summarizes_type_and_end()
    {
        _peer.Add("/t", "text\r\n.\r\n");
        string path = Path.Join(_folder, "t");
        using JsonDocument summary = JsonDocument.Parse((await ConsoleRun.Of("get", _peer.Url + "0/t", "-o", path, "--json")).Output);
        Assert.Equal(("0", true, 6), (summary.RootElement.GetProperty("type").GetString(), summary.RootElement.GetProperty("terminated").GetBoolean(), summary.RootElement.GetProperty("bytes").GetInt32()));
        Assert.Equal("text\r\n", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_of_several_tells_whose_end_is_not_verified()
    {
        _peer.Add("/whole", "text\r\n.\r\n").Add("/open", "text\r\n");
        ConsoleRun run = await ConsoleRun.Of("get", _peer.Url + "0/whole", _peer.Url + "0/open", "-o", _folder);
        Assert.Equal($"hiperf: {_peer.Url}0/open: The content's end is not verified: only the connection's end marks it.", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Get_asks_for_words_and_for_a_representation()
    {
        _peer.Add("/f\twords", "0found\t/a\t@\r\n.\r\n").Add("/t\t+text/plain", "+-2\r\nview");
        Assert.StartsWith("0found\t", (await ConsoleRun.Of("get", _peer.Url + "7/f", "--query", "words")).OutputText, StringComparison.Ordinal);
        Assert.Equal("view", (await ConsoleRun.Of("get", _peer.Url + "0/t", "--view", "text/plain")).OutputText);
        (await ConsoleRun.Of("get", "file:///x", "--view", "text/plain")).AssertFailed(ExitCode.Usage, "--view");
    }

    [Fact]
    public async Task Verbose_shows_the_phases_and_no_request_of_HTTP()
    {
        _peer.Add("/t", "text\r\n.\r\n");
        ConsoleRun run = await ConsoleRun.Of("get", "-v", _peer.Url + "0/t");
        Assert.Contains(run.ErrorLines, line => line.Contains($"connected to 127.0.0.1:{_peer.Port}", StringComparison.Ordinal));
        Assert.Contains(run.ErrorLines, static line => line.Contains("request sent", StringComparison.Ordinal));
        Assert.DoesNotContain(run.ErrorLines, static line => line.StartsWith("> GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Charset_is_found_out_or_told()
    {
        _peer.Add(string.Empty, [.. Encoding.Latin1.GetBytes("0grün\t/a\t127.0.0.1\t70\r\n.\r\n")]);
        Assert.StartsWith("0  grün ", (await ConsoleRun.Of("ls", _peer.Url)).OutputText, StringComparison.Ordinal);
        Assert.StartsWith("0  grⁿn ", (await ConsoleRun.Of("ls", "--gopher-charset", "cp437", _peer.Url)).OutputText, StringComparison.Ordinal);
        (await ConsoleRun.Of("ls", "--gopher-charset", "none", _peer.Url)).AssertFailed(ExitCode.Usage, "--gopher-charset");
    }

    [Fact]
    public async Task Port_of_another_service_is_refused_unless_it_is_named()
    {
        (await ConsoleRun.Of("get", "gopher://127.0.0.1:25/0x")).AssertFailed(ExitCode.ClientErrorStatus, "--allow-port");
        ConsoleRun run = await ConsoleRun.Of("get", "--allow-port", "1", "gopher://127.0.0.1:1/0x");
        Assert.DoesNotContain("--allow-port", run.Error, StringComparison.Ordinal);
        (await ConsoleRun.Of("get", "--allow-port", "70000", "gopher://127.0.0.1/0x")).AssertFailed(ExitCode.Usage, "--allow-port");
    }

    public async ValueTask DisposeAsync()
    {
        await _peer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
