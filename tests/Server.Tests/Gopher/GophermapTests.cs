namespace HiPerf.Server.Tests.Gopher;

public sealed class GophermapTests : GopherFixture
{
    [Theory]
    [InlineData("Welcome", "iWelcome\t\tnull.host\t1\r\n")]
    [InlineData("\n", "i\t\tnull.host\t1\r\n")]
    [InlineData("# a comment", "")]
    [InlineData("#0a\tb", "")]
    [InlineData("!A title", "iA title\t\tnull.host\t1\r\n")]
    [InlineData("!A title\tand more", "iA title\t\tnull.host\t1\r\n")]
    [InlineData("=/bin/id", "i=/bin/id\t\tnull.host\t1\r\n")]
    [InlineData("%", "i%\t\tnull.host\t1\r\n")]
    [InlineData("iInformation\tx\ty\t70", "iInformation\t\tnull.host\t1\r\n")]
    [InlineData("3Closed\t", "3Closed\t\tnull.host\t1\r\n")]
    [InlineData("..", "i..\t\tnull.host\t1\r\n")]
    public async Task Line_is_shown_or_left_out(string line, string shown) => Assert.Equal(shown + ".\r\n", await MapAsync(line));

    [Theory]
    [InlineData("0A\ta.txt", "0A\t/sub/a.txt\tlocalhost\t70\t+")]
    [InlineData("0a.txt\t", "0a.txt\t/sub/a.txt\tlocalhost\t70\t+")]
    [InlineData("0A\t/sub/a.txt", "0A\t/sub/a.txt\tlocalhost\t70\t+")]
    [InlineData("0Up\t../hello.txt", "0Up\t/hello.txt\tlocalhost\t70\t+")]
    [InlineData("1Root\t/", "1Root\t/\tlocalhost\t70\t+")]
    [InlineData("1Root\t..", "1Root\t/\tlocalhost\t70\t+")]
    [InlineData("1Sub\t/sub", "1Sub\t/sub/\tlocalhost\t70\t+")]
    [InlineData("1None\tnone", "1None\t/sub/none/\tlocalhost\t70")]
    [InlineData("0None\tnone", "0None\t/sub/none\tlocalhost\t70")]
    [InlineData("0As it is\t/cgi-bin/x?y", "0As it is\t/cgi-bin/x?y\tlocalhost\t70")]
    [InlineData("7Search\t/sub/", "7Search\t/sub/\tlocalhost\t70")]
    [InlineData("1Far\tsel\texample.org", "1Far\tsel\texample.org\t70")]
    [InlineData("1Far\t\texample.org\t7070", "1Far\t\texample.org\t7070")]
    [InlineData("1Far\t/x\texample.org\t70\t+", "1Far\t/x\texample.org\t70\t+")]
    [InlineData("1Far\t/x\texample.org\t70\t?", "1Far\t/x\texample.org\t70\t?")]
    [InlineData("1Far\t/x\t2001:db8::1\t70\tz", "1Far\t/x\t2001:db8::1\t70")]
    [InlineData("1Other port\tx\t\t7070", "1Other port\tx\tlocalhost\t7070")]
    [InlineData("hWeb\tURL:https://example.org/", "hWeb\tURL:https://example.org/\tlocalhost\t70")]
    [InlineData("8Login\tguest\texample.org\t23", "8Login\tguest\texample.org\t23")]
    public async Task Item_gets_what_it_leaves_out(string line, string item) => Assert.Equal(item + "\r\n.\r\n", await MapAsync(line));

    [Theory]
    [InlineData("\ta")]
    [InlineData(" a\tb")]
    [InlineData(".a\tb")]
    [InlineData("0a\tb\th h\t70")]
    [InlineData("0a\tb\th\t0")]
    [InlineData("0a\tb\th\t65536")]
    [InlineData("0a\tb\th\tseventy")]
    [InlineData("0a\tb\th\t+70")]
    [InlineData("0a\rb\tc")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("0a\tb\0\th\t70")]
    [InlineData("0Out\t../../x")]
    [InlineData("0Hidden\t.profile")]
    [InlineData("hBad\tURL:javascript:alert(1)")]
    public async Task Line_that_no_menu_holds_is_replaced_by_an_error(string line) =>
        Assert.Equal("ione\t\tnull.host\t1\r\n3Line 2 of the gophermap is no line of a menu.\t\tnull.host\t1\r\nithree\t\tnull.host\t1\r\n.\r\n", await MapAsync($"one\n{line}\nthree"));

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public async Task Line_of_2048_octets_is_the_longest(int length, bool isShown)
    {
        var line = new string('a', length);
        Assert.Equal(isShown, await MapAsync(line) == $"i{line}\t\tnull.host\t1\r\n.\r\n");
    }

    [Theory]
    [InlineData("one\n.\ntwo\n")]
    [InlineData("one\r\n.\r\ntwo\r\n")]
    [InlineData("\uFEFFone\n")]
    [InlineData("one")]
    public async Task Dot_or_the_end_ends_the_map(string map) => Assert.Equal("ione\t\tnull.host\t1\r\n.\r\n", await MapAsync(map));

    [Fact]
    public async Task Asterisk_is_the_rest_of_the_folder()
    {
        _ = Folder.Add("sub/z.gif", "GIF");
        Assert.Equal(Item('0', "First", "/sub/a.txt") + "i\t\tnull.host\t1\r\n" + Item('g', "z.gif", "/sub/z.gif") + Item('0', "Ã¼ b", "/sub/Ã¼ b") + ".\r\n",
            await MapAsync("0First\ta.txt\n\n*\nnever shown\n"));
    }

    [Fact]
    public async Task Map_of_the_root_is_its_menu_and_no_item()
    {
        _ = Folder.Add("gophermap", "Hello\n");
        Assert.Equal("iHello\t\tnull.host\t1\r\n.\r\n", await AskAsync(""));
        _ = Folder.Add("gophermap", "*");
        Assert.DoesNotContain("gophermap", await AskAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_that_changes_is_read_again()
    {
        var handler = Handler();
        _ = Folder.Add("sub/gophermap", "one");
        Assert.Equal("ione\t\tnull.host\t1\r\n.\r\n", await AskAsync(handler, "/sub"));
        Assert.Equal("ione\t\tnull.host\t1\r\n.\r\n", await AskAsync(handler, "/sub"));
        await File.WriteAllTextAsync(Path.Join(Folder.Root, "sub/gophermap"), "two", Token);
        Assert.Equal("itwo\t\tnull.host\t1\r\n.\r\n", await AskAsync(handler, "/sub"));
        File.Delete(Path.Join(Folder.Root, "sub/gophermap"));
        Assert.StartsWith(Item('0', "a.txt", "/sub/a.txt"), await AskAsync(handler, "/sub"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(7, true)]
    public async Task Map_beyond_MaxGophermap_is_cut_at_a_line_and_says_so(int most, bool isCut)
    {
        const string Cut = "3There is more than this menu holds.\t\tnull.host\t1\r\n";
        Assert.Equal(isCut ? $"ione\t\tnull.host\t1\r\n{Cut}.\r\n" : "ione\t\tnull.host\t1\r\nitwo\t\tnull.host\t1\r\n.\r\n",
            await MapAsync("one\ntwo\n", Options with { MaxGophermap = most }));
        Assert.Equal("ione\t\tnull.host\t1\r\n.\r\n", await MapAsync("one\n.\n", Options with { MaxGophermap = 6 }));
    }

    private async Task<string> MapAsync(string map, GopherFolderOptions? options = null)
    {
        _ = Folder.Add("sub/gophermap", map);
        return await AskAsync("/sub", options);
    }
}
