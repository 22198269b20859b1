using HiPerf.Gopher;

namespace HiPerf.Server.Tests.Gopher;

public sealed class FileTypesTests : GopherFixture
{
    [Theory]
    [InlineData("a.txt", GopherItemType.Text)]
    [InlineData("a.TXT", GopherItemType.Text)]
    [InlineData("a.tar.gz", GopherItemType.Binary)]
    [InlineData("a.gif", GopherItemType.Gif)]
    [InlineData("a.jpeg", GopherItemType.Image)]
    [InlineData("a.html", GopherItemType.Html)]
    [InlineData("a.mp3", GopherItemType.SoundFile)]
    [InlineData("a.mkv", GopherItemType.Movie)]
    [InlineData("a.pdf", GopherItemType.Pdf)]
    [InlineData("a.odt", GopherItemType.Document)]
    [InlineData("a.hqx", GopherItemType.BinHex)]
    [InlineData("a.ics", GopherItemType.Calendar)]
    public void Extension_tells_the_type(string name, GopherItemType type)
    {
        Assert.True(FileTypes.TryFind(name, out var found));
        Assert.Equal(type, found);
    }

    [Theory]
    [InlineData("README")]
    [InlineData("a.")]
    [InlineData("a.unheard-of")]
    [InlineData("")]
    public void Extension_that_is_none_tells_nothing(string name) => Assert.False(FileTypes.TryFind(name, out _));

    [Theory]
    [InlineData("", '0')]
    [InlineData("text\twith\r\nlines\f\x1B[1m\b", '0')]
    [InlineData("\u00FF\u00FE caf\u00E9", '0')]
    [InlineData("\x7F" + "ELF\x02", '9')]
    [InlineData("a\0b", '9')]
    [InlineData("\x1F\u008B\b", '9')]
    public async Task Unknown_extension_is_looked_into(string content, char type)
    {
        _ = Folder.Add("sub/unknown", System.Text.Encoding.Latin1.GetBytes(content));
        Assert.Contains(Item(type, "unknown", "/sub/unknown"), await AskAsync("/sub/"), StringComparison.Ordinal);
        Assert.Equal(type == '0', (await AskAsync("/sub/unknown")).EndsWith("\r\n.\r\n", StringComparison.Ordinal) || content.Length == 0);
    }

    [Fact]
    public async Task Html_is_sent_octet_for_octet()
    {
        _ = Folder.Add("sub/page.html", "<pre>\n.dot\n</pre>\n");
        Assert.Equal("<pre>\n.dot\n</pre>\n", await AskAsync("/sub/page.html"));
    }

    [Theory]
    [InlineData(511, '9')]
    [InlineData(512, '0')]
    public async Task Look_ends_at_512_octets(int before, char type)
    {
        _ = Folder.Add("sub/unknown", new string('a', before) + "\0");
        Assert.Contains(Item(type, "unknown", "/sub/unknown"), await AskAsync("/sub/"), StringComparison.Ordinal);
    }
}
