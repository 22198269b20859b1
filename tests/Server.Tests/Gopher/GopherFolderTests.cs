using System.Text;

namespace HiPerf.Server.Tests.Gopher;

public sealed class GopherFolderTests : GopherFixture
{
    private const string Sub = "0a.txt\t/sub/a.txt\tlocalhost\t70\t+\r\n0Ã¼ b\t/sub/Ã¼ b\tlocalhost\t70\t+\r\n7Search by name\t/sub/\tlocalhost\t70\r\n.\r\n";

    private static string Root => Item('1', "sub", "/sub/") + Item('9', "big.bin", "/big.bin") + Item('0', "dots.txt", "/dots.txt") + Item('0', "empty.txt", "/empty.txt")
        + Item('0', "hello.txt", "/hello.txt") + Search("/") + ".\r\n";

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData(".")]
    [InlineData("//")]
    [InlineData("sub/..")]
    public async Task Root_is_a_menu_of_folders_then_files(string selector) => Assert.Equal(Root, await AskAsync(selector));

    [Theory]
    [InlineData("/sub/")]
    [InlineData("/sub")]
    [InlineData("sub")]
    [InlineData("sub/./")]
    public async Task Folder_is_a_menu(string selector) => Assert.Equal(Sub, await AskAsync(selector));

    [Theory]
    [InlineData("/hello.txt", "hello\r\n.\r\n")]
    [InlineData("hello.txt", "hello\r\n.\r\n")]
    [InlineData("/empty.txt", ".\r\n")]
    [InlineData("/dots.txt", "..\r\n...a\r\nb\r\n.\r\n")]
    [InlineData("/sub/Ã¼ b", "u\r\n.\r\n")]
    [InlineData("/hello.txt\twords", "hello\r\n.\r\n")]
    public async Task Text_has_lines_in_CRLF_dots_before_dots_and_an_end(string selector, string text)
    {
        Assert.Equal(text, await AskAsync(selector));

        // As read from the disk while it is sent, too.
        Assert.Equal(text, await AskAsync(selector, Options with { MaxHotAnswer = 0 }));
    }

    [Fact]
    public async Task Binary_is_sent_as_it_is()
    {
        var big = Encoding.Latin1.GetString(Big());
        Assert.Equal(big, await AskAsync("/big.bin"));
        Assert.Equal(big, await AskAsync("/big.bin", Options with { MaxHotAnswer = 0 }));
        _ = Folder.Add("empty.bin", "");
        Assert.Equal("", await AskAsync("/empty.bin"));
        Assert.Equal("", await AskAsync("/empty.bin", Options with { MaxHotAnswer = 0 }));
    }

    [Theory]
    [InlineData("/none")]
    [InlineData("/none/")]
    [InlineData("/hello.txt/a")]
    [InlineData("/sub/hello.txt")]
    [InlineData("0/hello.txt")]
    public async Task Nothing_is_an_error_item(string selector) => Assert.Equal(NotFound, await AskAsync(selector));

    [Fact]
    public async Task Long_text_of_many_blocks_is_sent_whole()
    {
        var lines = string.Concat(Enumerable.Range(0, 40_000).Select(static i => i % 7 == 0 ? $".{i}\n" : $"{i}\r\n"));
        _ = Folder.Add("long.txt", lines);
        var expected = string.Concat(Enumerable.Range(0, 40_000).Select(static i => i % 7 == 0 ? $"..{i}\r\n" : $"{i}\r\n")) + ".\r\n";
        Assert.Equal(expected, await AskAsync("/long.txt", Options with { MaxHotAnswer = 0 }));
        Assert.Equal(expected, await AskAsync("/long.txt", Options with { MaxHotAnswer = 1024 * 1024 }));
    }

    [Fact]
    public async Task Answers_in_memory_follow_what_changes()
    {
        var handler = Handler();
        Assert.Equal(Root, await AskAsync(handler, "/"));
        Assert.Equal(Root, await AskAsync(handler, "/"));
        _ = Folder.Add("new.gif", "GIF89a");
        File.Delete(Path.Join(Folder.Root, "dots.txt"));
        Assert.Equal(Root.Replace(Item('0', "dots.txt", "/dots.txt"), "", StringComparison.Ordinal).Replace(Search("/"), Item('g', "new.gif", "/new.gif") + Search("/"), StringComparison.Ordinal),
            await AskAsync(handler, "/"));
        Assert.Equal("hello\r\n.\r\n", await AskAsync(handler, "/hello.txt"));
        _ = Folder.Add("hello.txt", "other");
        Assert.Equal("other\r\n.\r\n", await AskAsync(handler, "/hello.txt"));
        File.Delete(Path.Join(Folder.Root, "hello.txt"));
        Assert.Equal(NotFound, await AskAsync(handler, "/hello.txt"));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(4, true)]
    public async Task Menu_of_more_lines_than_MaxMenuItems_is_cut_and_says_so(int most, bool isCut)
    {
        var menu = await AskAsync("/", Options with { MaxMenuItems = most });
        Assert.Equal(isCut, menu.Contains("3There is more than this menu holds.\t\tnull.host\t1\r\n.\r\n", StringComparison.Ordinal));
        Assert.Equal(most, menu.Split("\t+\r\n").Length - 1);
    }

    [Fact]
    public async Task Menus_name_the_host_and_port_of_the_options() =>
        Assert.StartsWith("1sub\t/sub/\tgopher.example.org\t7070\t+\r\n", await AskAsync("/", Options with { HostName = "gopher.example.org", Port = 7070 }), StringComparison.Ordinal);
}
