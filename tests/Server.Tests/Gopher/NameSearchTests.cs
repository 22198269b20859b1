namespace HiPerf.Server.Tests.Gopher;

public sealed class NameSearchTests : GopherFixture
{
    private const string Cut = "3There is more than this menu holds.\t\tnull.host\t1\r\n.\r\n";

    public NameSearchTests()
    {
        _ = Folder.Add("sub/deep/Report.txt", "r");
        _ = Folder.Add("sub/report-old.gif", "g");
        _ = Folder.Add(".secret/report", "s");
        _ = Folder.Add("ÄRGER.txt", "ä");
    }

    [Theory]
    [InlineData("report")]
    [InlineData("REPORT")]
    [InlineData("  report ")]
    [InlineData("t,re")]
    public async Task Names_below_the_folder_are_found_letters_of_either_case_alike(string words)
    {
        var found = Item('0', "sub/deep/Report.txt", "/sub/deep/Report.txt") + Item('g', "sub/report-old.gif", "/sub/report-old.gif") + ".\r\n";
        Assert.Equal(found, await AskAsync("/\t" + words));
        Assert.Equal(found, await AskAsync("\t" + words));
        Assert.Equal(found.Replace("0sub/", "0", StringComparison.Ordinal).Replace("gsub/", "g", StringComparison.Ordinal), await AskAsync("/sub/\t" + words));
    }

    [Theory]
    [InlineData("report old", "sub/report-old.gif")]
    [InlineData("Ã¤rger", "Ã\u0084RGER.txt")]
    [InlineData("deep", "sub/deep/")]
    [InlineData("no such", null)]
    [InlineData("*", null)]
    [InlineData("secret", null)]
    [InlineData("..", null)]
    public async Task Every_word_is_in_the_name(string words, string? found)
    {
        var menu = await AskAsync("/\t" + words);
        Assert.Equal(found is null ? ".\r\n" : Item(found.EndsWith('/') ? '1' : found.EndsWith("gif", StringComparison.Ordinal) ? 'g' : '0', found.TrimEnd('/'), "/" + found) + ".\r\n", menu);
    }

    [Theory]
    [InlineData("/\t")]
    [InlineData("/\t  ")]
    [InlineData("/sub\t,")]
    public async Task Search_without_words_is_an_error(string request) =>
        Assert.Equal("3A search needs words to look for.\t\tnull.host\t1\r\n.\r\n", await AskAsync(request));

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    public async Task Words_beyond_MaxSearchWords_are_an_error(int count, bool isError) =>
        Assert.Equal(isError ? "3That are too many words to look for.\t\tnull.host\t1\r\n.\r\n" : ".\r\n", await AskAsync("/\t" + string.Join(' ', Enumerable.Repeat("word", count))));

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task Results_beyond_MaxSearchResults_are_cut(int most, bool isCut) =>
        Assert.Equal(isCut, (await AskAsync("/\treport", Options with { MaxSearchResults = most })).EndsWith(Cut, StringComparison.Ordinal));

    [Theory]
    [InlineData(11, false)]
    [InlineData(10, true)]
    public async Task Names_beyond_MaxSearchEntries_are_not_looked_at(int most, bool isCut)
    {
        // Six in the root, four in the folder there, one in the folder in that.
        Assert.Equal(11, Directory.EnumerateFileSystemEntries(Folder.Root, "*", SearchOption.AllDirectories).Count(static path => !path.Contains("/.secret", StringComparison.Ordinal)));
        Assert.Equal(isCut, (await AskAsync("/\treport", Options with { MaxSearchEntries = most })).EndsWith(Cut, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public async Task Folders_below_MaxSearchDepth_are_not_looked_into(int most, bool isCut)
    {
        var menu = await AskAsync("/\treport", Options with { MaxSearchDepth = most });
        Assert.Equal(isCut, menu.EndsWith(Cut, StringComparison.Ordinal));
        Assert.Equal(!isCut, menu.Contains("deep", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folders_that_links_close_to_a_ring_are_walked_once()
    {
        _ = Directory.CreateSymbolicLink(Path.Join(Folder.Root, "sub/deep/ring"), Folder.Root);
        var menu = await AskAsync("/\treport");
        Assert.Equal(3, menu.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("ring/", menu, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_mean_nothing_where_no_search_is_offered()
    {
        Assert.Equal(await AskAsync("/sub/", Options with { OffersSearch = false }), await AskAsync("/sub/\treport", Options with { OffersSearch = false }));
        Assert.DoesNotContain("7Search", await AskAsync("/sub/", Options with { OffersSearch = false }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_sign_are_words_where_Gopher_plus_is_not_offered()
    {
        _ = Folder.Add("a+b.txt", "");
        Assert.Equal(Item('0', "a+b.txt", "/a+b.txt", "") + ".\r\n", await AskAsync("/\t+b", Options with { OffersGopherPlus = false }));
    }
}
