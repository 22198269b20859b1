namespace HiPerf.Server.Tests.Gopher;

public sealed class PlusItemTests : GopherFixture
{
    private const string Date = " Mod-Date: <20200102030405>\r\n";
    private const string Hello = "+INFO: 0hello.txt\t/hello.txt\tlocalhost\t70\t+\r\n";

    private GopherFolderOptions Named => Options with { Administrator = "Ann Example <ann@example.org>" };

    [Fact]
    public async Task File_has_info_admin_and_views() =>
        Assert.Equal($"+-1\r\n{Hello}+ADMIN:\r\n Admin: Ann Example <ann@example.org>\r\n{Date}+VIEWS:\r\n text/plain: <5b>\r\n.\r\n", await AskAsync("/hello.txt\t!", Named));

    [Theory]
    [InlineData("+ADMIN", "+ADMIN:\r\n" + Date)]
    [InlineData("+VIEWS", "+VIEWS:\r\n text/plain: <5b>\r\n")]
    [InlineData("+INFO", "")]
    [InlineData("+ABSTRACT", "")]
    [InlineData("+ADMIN+VIEWS", "+ADMIN:\r\n" + Date + "+VIEWS:\r\n text/plain: <5b>\r\n")]
    public async Task Blocks_that_are_asked_for_come_behind_info(string names, string blocks) =>
        Assert.Equal($"+-1\r\n{Hello}{blocks}.\r\n", await AskAsync($"/hello.txt\t!{names}"));

    [Fact]
    public async Task Folder_has_two_views()
    {
        const string Views = "+VIEWS:\r\n application/gopher-menu: \r\n application/gopher+-menu: \r\n.\r\n";
        Assert.Equal("+-1\r\n+INFO: 1sub\t/sub/\tlocalhost\t70\t+\r\n" + Views, await AskAsync("/sub\t!+VIEWS"));
        Assert.Equal("+-1\r\n+INFO: 1localhost\t/\tlocalhost\t70\t+\r\n" + Views, await AskAsync("\t!+VIEWS"));
        Assert.StartsWith("+-1\r\n0a.txt\t/sub/a.txt\t", await AskAsync("/sub\t+application/gopher-menu"), StringComparison.Ordinal);
        Assert.Equal(await AskAsync("/sub\t$"), await AskAsync("/sub\t+application/gopher+-menu"));
    }

    [Fact]
    public async Task Attributes_of_a_folder_are_those_of_its_items()
    {
        Assert.Equal($"+-1\r\n+INFO: 0a.txt\t/sub/a.txt\tlocalhost\t70\t+\r\n+ADMIN:\r\n{Date}+VIEWS:\r\n text/plain: <1b>\r\n"
            + $"+INFO: 0Ã¼ b\t/sub/Ã¼ b\tlocalhost\t70\t+\r\n+ADMIN:\r\n{Date}+VIEWS:\r\n text/plain: <1b>\r\n+INFO: 7Search by name\t/sub/\tlocalhost\t70\r\n.\r\n",
            await AskAsync("/sub/\t$"));
    }

    [Fact]
    public async Task Attributes_of_a_gophermap_are_those_of_its_items()
    {
        _ = Folder.Add("sub/gophermap", "Hello\n0A\ta.txt\n1Far\t/x\texample.org\n");
        Assert.Equal("+-1\r\n+INFO: 0A\t/sub/a.txt\tlocalhost\t70\t+\r\n+VIEWS:\r\n text/plain: <1b>\r\n+INFO: 1Far\t/x\texample.org\t70\r\n.\r\n", await AskAsync("/sub/\t$+VIEWS"));
    }

    [Theory]
    [InlineData("/hello.txt\t+", "+5\r\nhello")]
    [InlineData("/hello.txt\t+text/plain", "+5\r\nhello")]
    [InlineData("/hello.txt\t+Text/Plain", "+5\r\nhello")]
    [InlineData("/dots.txt\t+", "+9\r\n.\n..a\r\nb\n")]
    [InlineData("/empty.txt\t+", "+0\r\n")]
    [InlineData("/hello.txt\t+\t0", "+5\r\nhello")]
    [InlineData("/hello.txt\twords\t+", "+5\r\nhello")]
    public async Task Representation_of_a_file_is_the_file_by_its_length(string request, string answer) => Assert.Equal(answer, await AskAsync(request));

    [Fact]
    public async Task Representation_of_a_long_file_is_the_file()
    {
        var answer = await AskAsync("/big.bin\t+application/octet-stream");
        Assert.Equal("+200000\r\n" + System.Text.Encoding.Latin1.GetString(Big()), answer);
    }

    [Fact]
    public async Task Representation_of_a_menu_and_of_a_search_end_in_a_dot()
    {
        Assert.Equal("+-1\r\n" + await AskAsync("/sub/"), await AskAsync("/sub/\t+"));
        Assert.Equal("+-1\r\n" + await AskAsync("/\ta.txt"), await AskAsync("/\ta.txt\t+"));
    }

    [Theory]
    [InlineData("/none\t+", "1", "There is nothing under this selector.")]
    [InlineData("/none\t!", "1", "There is nothing under this selector.")]
    [InlineData("/none\t$", "1", "There is nothing under this selector.")]
    [InlineData("../x\t!", "1", "There is nothing under this selector.")]
    [InlineData("/hello.txt\t+text/html", "1", "There is no such view of it.")]
    [InlineData("/hello.txt\t+text/plain En_US", "1", "There is no such view of it.")]
    [InlineData("/sub\t+text/html", "1", "There is no such view of it.")]
    [InlineData("/hello.txt\t$", "1", "There is no such view of it.")]
    [InlineData("/\t\t+", "1", "A search needs words to look for.")]
    [InlineData("/hello.txt\t+\t1", "1", "There is no form to fill in.")]
    public async Task What_fails_is_an_error_of_Gopher_plus(string request, string code, string text) =>
        Assert.Equal($"--1\r\n{code} Ann Example <ann@example.org>\r\n{text}\r\n.\r\n", await AskAsync(request, Named));

    [Theory]
    [InlineData("/hello.txt\t+", "hello\r\n.\r\n")]
    [InlineData("/hello.txt\t!", "hello\r\n.\r\n")]
    [InlineData("/sub\t!", ".\r\n")]
    public async Task Without_Gopher_plus_answers_are_those_of_RFC_1436(string request, string answer) =>
        Assert.Equal(answer, await AskAsync(request, Options with { OffersGopherPlus = false }));
}
