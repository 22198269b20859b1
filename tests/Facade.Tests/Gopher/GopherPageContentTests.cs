using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>Menus as HTML pages.</summary>
public class GopherPageContentTests
{
    private const string Menu = "iHi <there>\t\tnull.host\t1\r\n0About & more\t/about.txt\tgopher.example.org\t70\r\n1Files\t/f\"x\tgopher.example.org\t7070\r\n"
        + "7Search\t/find\tgopher.example.org\t70\r\n8Talk\t\ttelnet.example.org\t23\r\nhWeb\tURL:https://example.org/\tx\t70\r\nhTrap\tURL:javascript:alert(1)\tx\t70\r\n3Broken\t\te\t1\r\n<b>none\r\n.\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 100)]
    [InlineData(int.MaxValue, 65536)]
    public async Task Menu_opens_as_a_page_with_all_that_the_peer_said_escaped(int split, int size)
    {
        await using var peer = GopherPeer.InPieces(Menu, split);
        await using var session = new InternetSession();
        foreach (var isSync in new[] { false, true })
        {
            await using var file = await session.OpenGopherAsync(peer.Url("/1/menu"), null, Token);
            var page = await GopherFileTests.ReadAsync(file, size, isSync);
            Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.OrdinalIgnoreCase);
            Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
            Assert.Contains("Hi &lt;there&gt;", page, StringComparison.Ordinal);
            Assert.Contains("<a href=\"gopher://gopher.example.org/0/about.txt\">About &amp; more</a>", page, StringComparison.Ordinal);
            Assert.Contains("<a href=\"gopher://gopher.example.org:7070/1/f%22x\">Files</a>", page, StringComparison.Ordinal);
            Assert.Contains("<a href=\"https://example.org/\">Web</a>", page, StringComparison.Ordinal);
            Assert.Contains("Talk (telnet.example.org:23)", page, StringComparison.Ordinal);
            Assert.Contains("&lt;b&gt;none", page, StringComparison.Ordinal);
            Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
            Assert.Equal((true, true, null), (file.Terminated, file.LengthVerified, file.ContentLength));
        }
    }

    [Fact]
    public async Task Page_of_a_menu_in_another_charset_is_UTF8()
    {
        await using var peer = GopherPeer.Answering("iGr\u00FC\u00DFe\t\tx\t1\r\n.\r\n");
        await using var session = new InternetSession();
        await using var file = await session.OpenGopherAsync(peer.Url("/"), null, Token);
        Assert.Contains("Gr\u00FC\u00DFe", await file.ReadTextAsync(cancellationToken: Token), StringComparison.Ordinal);
        Assert.Equal(GopherCharset.Utf8, file.Charset);
    }

    [Fact]
    public async Task Page_shows_what_came_of_a_menu_cut_short()
    {
        await using var peer = GopherPeer.Answering("0a\t/a\th.test\t70\r\n");
        await using var session = new InternetSession();
        await using var file = await session.OpenGopherAsync(peer.Url("/"), null, Token);
        Assert.Contains("gopher://h.test/0/a", await file.ReadTextAsync(cancellationToken: Token), StringComparison.Ordinal);
        Assert.Equal((false, false, true), (file.Terminated, file.LengthVerified, file.IsComplete));
    }

    [Fact]
    public async Task Limits_hold_for_pages_too()
    {
        await using var peer = GopherPeer.Answering(Menu);
        await using var session = new InternetSession();
        var options = new OpenOptions { Gopher = new GopherConnectOptions { Limits = new GopherLimits { MaxItems = 3 } } };
        await using var file = await session.OpenGopherAsync(peer.Url("/"), options, Token);
        var error = await Assert.ThrowsAsync<GopherException>(() => file.CompleteAsync(Token).AsTask());
        Assert.Equal(ParseError.TooManyGopherItems, error.ParseError);
    }
}
