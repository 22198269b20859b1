using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Gopher;

public class GopherMenuParserTests
{
    public static TheoryData<string, string> Lines => [.. GopherMenus.Lines];

    public static TheoryData<string> Whole => [.. GopherMenus.Whole];

    [Theory, MemberData(nameof(Lines))]
    public void Line_is_read_whatever_it_holds(string line, string shown)
    {
        (List<string> items, string end) = GopherReading.Menu(GopherReading.Octets(line + "\r\n.\r\n"), 0, GopherLimits.Default);
        Assert.Equal([shown], items);
        Assert.StartsWith($"terminated {line.Length + 5} ", end, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Whole))]
    public void Menu_is_read_alike_at_every_cut(string menu)
    {
        byte[] octets = GopherReading.Octets(menu);
        (List<string> items, string end) = GopherReading.Menu(octets, octets.Length, GopherLimits.Default);
        for (int cut = 0; cut < octets.Length; cut++)
        {
            (List<string> again, string endAgain) = GopherReading.Menu(octets, cut, GopherLimits.Default);
            Assert.Equal(items, again);
            Assert.Equal(end, endAgain);
        }
    }

    [Theory]
    [InlineData("0a\tb\tc\t70\r\n.\r\n", "terminated 14 None")]
    [InlineData("0a\tb\tc\t70\r\n", "open 11 MissingGopherTerminator")]
    [InlineData("0a\tb\tc\t70\n.\r\n", "terminated 13 GopherBareLf")]
    [InlineData("0a\tb\tc\t70", "open 9 GopherBareLf, MissingGopherTerminator")]
    [InlineData(".\r\n0a\tb\tc\t70\r\n", "terminated 3 None")]
    [InlineData(".", "terminated 1 GopherBareLf")]
    [InlineData("ix\r\n.\r\n", "terminated 7 MissingGopherField")]
    [InlineData("0a\tb\tc\t70\tx\r\n.\r\n", "terminated 16 ExtraGopherField")]
    [InlineData("x\r\n.\r\n", "terminated 6 MalformedGopherItem")]
    [InlineData("", "open 0 MissingGopherTerminator")]
    public void End_says_how_the_menu_ended_and_what_was_let_pass(string menu, string end) =>
        Assert.Equal(end, GopherReading.Menu(GopherReading.Octets(menu), 0, GopherLimits.Default).End);

    [Theory]
    [InlineData("0a\tb\tc\t70\n", Deviations.GopherBareLf, 9)]
    [InlineData("0a\tb\tc\t70\tx\n", Deviations.ExtraGopherField | Deviations.GopherBareLf, 9)]
    [InlineData("0a\tb\t\t70\r\n", Deviations.MalformedGopherItem, 5)]
    [InlineData("0a\tb\t\t7x\r\n", Deviations.MalformedGopherItem, 5)]
    [InlineData("0a\tb\tc\t7x\r\n", Deviations.MalformedGopherItem, 7)]
    [InlineData("0\0\tb\tc\t7x\r\n", Deviations.MalformedGopherItem, 1)]
    [InlineData("0a\tb\r\n", Deviations.MalformedGopherItem, 4)]
    [InlineData("3a\r\n", Deviations.MissingGopherField, 2)]
    public void Deviation_stands_at_its_first_octet(string line, Deviations deviations, int at)
    {
        var parser = default(GopherMenuParser);
        Assert.Equal(ParseResult.Done(line.Length, deviations, at), parser.Parse(GopherReading.Octets(line), false, out _, GopherLimits.Default));
    }

    [Fact]
    public void Redundant_servers_are_bound_to_the_last_item_that_is_none()
    {
        (List<string> items, _) = GopherReading.Menu(GopherReading.Octets("+x\t\th\t1\r\n0a\t\th\t1\r\n+b\t\th\t1\r\ni\t\t\t\r\n+c\t\th\t1\r\nbad\r\n+d\t\th\t1\r\n.\r\n"), 0, GopherLimits.Default);
        Assert.Equal(["-1", "1", "1", "3", "1", "5", "5"], items.Select(item => item.Split(" None ")[1].Split(' ')[0]));
        byte[] menu = GopherReading.Octets("9a\t\th\t1\r\n+b\t\th\t1\r\n");
        var parser = default(GopherMenuParser);
        int consumed = parser.Parse(menu, true, out GopherMenuItem item, GopherLimits.Default).Consumed;
        Assert.True(item.IsRetrievable);
        _ = parser.Parse(menu.AsSpan(consumed), true, out item, GopherLimits.Default);
        Assert.Equal((GopherItemType.Redundant, GopherItemType.Binary, GopherItemFlags.File, true), (item.Type, item.PrimaryType, item.Flags, item.IsRetrievable));
    }

    [Theory]
    [InlineData("hA\tURL:http://a/b\th\t70\r\n", "http://a/b", false)]
    [InlineData("hA\t/url:HTTPS://a\th\t70\r\n", "HTTPS://a", false)]
    [InlineData("hA\tURL:gopher://a/1\th\t70\r\n", "gopher://a/1", false)]
    [InlineData("hA\tURL:ftp://a/\r\n", "ftp://a/", false)]
    [InlineData("hA\tURL:javascript:alert(1)\th\t70\r\n", "", false)]
    [InlineData("hA\tURL:file:///etc/passwd\th\t70\r\n", "", false)]
    [InlineData("hA\tURL:data:text/html,x\th\t70\r\n", "", false)]
    [InlineData("hA\tURL://a\th\t70\r\n", "", false)]
    [InlineData("hA\tURL:http://a\rb\th\t70\r\n", "", false)]
    [InlineData("hA\t/page.html\th\t70\r\n", "", true)]
    [InlineData("0A\tURL:http://a/\th\t70\r\n", "", true)]
    [InlineData("8A\tuser\th\t23\r\n", "", false)]
    [InlineData("3A\tuser\th\t23\r\n", "", false)]
    public void Links_are_told_when_their_scheme_only_fetches(string line, string url, bool isRetrievable)
    {
        byte[] octets = GopherReading.Octets(line);
        _ = default(GopherMenuParser).Parse(octets, true, out GopherMenuItem item, GopherLimits.Default);
        Assert.Equal(url.Length > 0, item.TryGetUrl(octets, out ReadOnlySpan<byte> found));
        Assert.Equal(url, GopherReading.Text(found));
        Assert.Equal(isRetrievable, item.IsRetrievable);
    }

    [Theory]
    [InlineData("ab\r\nabc\r\n", 4, "open 9")]
    [InlineData("abcd\nab", 4, "open 7")]
    [InlineData("abcd\r\n", 4, "GopherLineTooLong 4")]
    [InlineData("a\r\nabcde", 4, "GopherLineTooLong 7")]
    [InlineData("abcde", 4, "GopherLineTooLong 4")]
    public void Line_that_fills_its_limit_passes_and_one_more_octet_does_not(string menu, int most, string end)
    {
        byte[] octets = GopherReading.Octets(menu);
        for (int cut = 0; cut <= octets.Length; cut++)
        {
            Assert.StartsWith(end, GopherReading.Menu(octets, cut, GopherLimits.Default with { MaxLine = most }).End, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a\r\nb\r\n.\r\n", "terminated 9")]
    [InlineData("a\r\nb\r\n.\n", "terminated 8")]
    [InlineData("a\r\nb\r\n.", "terminated 7")]
    [InlineData("a\r\nb\r\n", "open 6")]
    [InlineData("a\r\nb\r\nc", "TooManyGopherItems 6")]
    [InlineData("a\r\nb\r\n.c", "TooManyGopherItems 7")]
    [InlineData("a\r\nb\r\n.\rc", "TooManyGopherItems 8")]
    public void Lines_that_fill_their_limit_pass_and_one_more_does_not(string menu, string end)
    {
        byte[] octets = GopherReading.Octets(menu);
        for (int cut = 0; cut <= octets.Length; cut++)
        {
            Assert.StartsWith(end, GopherReading.Menu(octets, cut, GopherLimits.Default with { MaxItems = 2 }).End, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("abc\r\n.\r\n", 8, 9, "terminated 8")]
    [InlineData("abc\r\n.\r\n", 7, 9, "GopherMenuTooLarge 7")]
    [InlineData("abc\r\n.\r\n", 7, 1, "GopherMenuTooLarge 7")]
    [InlineData("abc\r\n.", 6, 1, "terminated 6")]
    [InlineData("abc\r\n", 5, 9, "open 5")]
    [InlineData("abc\r\n", 4, 9, "GopherMenuTooLarge 4")]
    [InlineData("abc\r\nd", 5, 9, "GopherMenuTooLarge 5")]
    [InlineData("abc\r\nd", 5, 1, "GopherMenuTooLarge 5")]
    public void Menu_that_fills_its_limit_passes_and_one_more_octet_does_not(string menu, int most, int items, string end)
    {
        byte[] octets = GopherReading.Octets(menu);
        for (int cut = 0; cut <= octets.Length; cut++)
        {
            Assert.StartsWith(end, GopherReading.Menu(octets, cut, GopherLimits.Default with { MaxMenu = most, MaxItems = items }).End, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Default_limits_are_those_of_the_page()
    {
        GopherLimits limits = GopherLimits.Default;
        Assert.Equal((4096, 255, 8192, 100_000, 64 << 20), (limits.MaxRequestLine, limits.MaxSelector, limits.MaxLine, limits.MaxItems, limits.MaxMenu));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new GopherLimits { MaxLine = 0 });
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new GopherLimits { MaxMenu = (1 << 30) + 1 });
        Assert.Equal(ParseError.GopherMenuTooLarge, default(GopherMenuParser).Parse("a"u8, false, out _, default).Error);
    }

    [Fact]
    public void Error_and_end_are_final()
    {
        var parser = default(GopherMenuParser);
        var limits = new GopherLimits { MaxLine = 1 };
        Assert.Equal(ParseResult.Invalid(ParseError.GopherLineTooLong, 1), parser.Parse("ab"u8, false, out _, in limits));
        Assert.Equal(ParseResult.Invalid(ParseError.GopherLineTooLong, 1), parser.Parse("\n"u8, true, out _, in limits));
        parser = default;
        limits = new GopherLimits { MaxLine = 2 };
        Assert.Equal(3, parser.Parse(".\r\nabc"u8, false, out GopherMenuItem item, in limits).Consumed);
        Assert.Equal((GopherLineKind.End, true, true), (item.Kind, parser.Terminated, parser.IsComplete));
        Assert.Equal(ParseResult.Done(0), parser.Parse("abc"u8, false, out item, in limits));
        Assert.Equal(GopherLineKind.End, item.Kind);
    }

    [Fact]
    public void Every_line_is_read_without_allocating()
    {
        byte[] accepted = GopherReading.Octets(string.Concat(GopherMenus.Lines.Select(line => line.Line + "\r\n")) + ".\r\n");
        byte[] refused = GopherReading.Octets(new string('a', 9000));
        FtpAllocation.IsNone(() => ReadAll(accepted) == GopherMenus.Lines.Count && ReadAll(refused) == 0);
    }

    private static int ReadAll(ReadOnlySpan<byte> rest)
    {
        var parser = default(GopherMenuParser);
        while (true)
        {
            ParseResult result = parser.Parse(rest, true, out GopherMenuItem item, GopherLimits.Default);
            if (!result.IsDone || item.Kind == GopherLineKind.End)
            {
                return parser.LineCount;
            }

            rest = rest[result.Consumed..];
        }
    }
}
