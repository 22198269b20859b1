using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Gopher;

public class GopherAttributeParserTests
{
    public static TheoryData<string, string, string> Lines => [.. GopherAttributeBlocks.Lines];

    public static TheoryData<string> Whole => [.. GopherAttributeBlocks.Whole];

    [Theory, MemberData(nameof(Lines))]
    public void Line_is_read_whatever_it_holds(string block, string line, string shown)
    {
        string before = block.Length == 0 ? "" : block + "\r\n";
        (List<string> lines, string end) = GopherReading.Attributes(GopherReading.Octets(before + line + "\r\n"), 0, GopherLimits.Default);
        Assert.Equal(shown, lines[^1]);
        Assert.Equal($"open {before.Length + line.Length + 2}", end);
    }

    [Theory, MemberData(nameof(Whole))]
    public void Attributes_are_read_alike_at_every_cut(string text)
    {
        byte[] octets = GopherReading.Octets(text);
        (List<string> lines, string end) = GopherReading.Attributes(octets, octets.Length, GopherLimits.Default);
        for (int cut = 0; cut < octets.Length; cut++)
        {
            (List<string> again, string endAgain) = GopherReading.Attributes(octets, cut, GopherLimits.Default);
            Assert.Equal(lines, again);
            Assert.Equal(end, endAgain);
        }
    }

    [Fact]
    public void Items_of_a_directory_are_counted()
    {
        (List<string> lines, _) = GopherReading.Attributes(GopherReading.Octets("+ADMIN:\r\n+INFO: a\r\n+VIEWS:\r\n+INFO: b\r\n x\r\n"), 0, GopherLimits.Default);
        Assert.Equal(["-1", "0", "0", "1", "1"], lines.Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("+X:\r\n abcd\r\n", "GopherLineTooLong 9")]
    [InlineData("+X:\r\n a\r\n b\r\n", "TooManyGopherItems 9")]
    [InlineData("+X:\r\n a\r\n.\r\n", "terminated 12")]
    [InlineData("+X:\r\n ab\r\n.\r\n", "GopherMenuTooLarge 12")]
    public void Limits_are_those_of_menus(string text, string end)
    {
        var limits = new GopherLimits { MaxLine = 4, MaxItems = 2, MaxMenu = 12 };
        Assert.Equal(end, GopherReading.Attributes(GopherReading.Octets(text), 3, in limits).End);
    }

    [Fact]
    public void Malformed_line_is_a_deviation_at_its_start()
    {
        var parser = default(GopherAttributeParser);
        Assert.Equal(ParseResult.Done(3, Deviations.MalformedGopherItem, 0), parser.Parse("x\r\n"u8, false, out _, GopherLimits.Default));
        Assert.Equal(ParseResult.Done(4, Deviations.GopherBareLf, 3), parser.Parse("+X:\n"u8, false, out _, GopherLimits.Default));
        Assert.Equal(ParseResult.Done(0, Deviations.MissingGopherTerminator, 0), parser.Parse(default, true, out _, GopherLimits.Default));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] octets = GopherReading.Octets(string.Concat(GopherAttributeBlocks.Whole));
        byte[] refused = GopherReading.Octets(new string('a', 9000));
        FtpAllocation.IsNone(() => ReadAll(octets) > 20 && ReadAll(refused) == 0);
    }

    private static int ReadAll(ReadOnlySpan<byte> rest)
    {
        var parser = default(GopherAttributeParser);
        while (true)
        {
            ParseResult result = parser.Parse(rest, true, out GopherAttributeLine line, GopherLimits.Default);
            if (!result.IsDone || line.Kind == GopherAttributeLineKind.End)
            {
                return parser.LineCount;
            }

            _ = GopherAttributeReader.TryReadItem(rest, in line, out _) | GopherAttributeReader.TryReadView(rest, in line, out _) | GopherAttributeReader.TryReadQuestion(rest, in line, out _)
                | GopherAttributeReader.TryReadTime(rest, in line, out _) | GopherAttributeReader.TryReadGeography(rest, in line, out _);
            rest = rest[result.Consumed..];
        }
    }
}
