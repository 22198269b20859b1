using System.Globalization;
using HiPerf.Gopher;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Gopher;

public class GopherAttributeReaderTests
{
    [Fact]
    public void Item_is_read_with_offsets_of_the_buffer()
    {
        byte[] octets = GopherReading.Octets("+INFO: 0A file\t/a\th\t70\t?\r\n");
        GopherAttributeLine line = Line(octets);
        Assert.True(GopherAttributeReader.TryReadItem(octets, in line, out GopherMenuItem item));
        Assert.Equal("Item 30 [A file] [/a] [h] 70 Ask 0", GopherShown.Item(octets, in item));
        line = Line(GopherReading.Octets("+ADMIN:\r\n"));
        Assert.False(GopherAttributeReader.TryReadItem(octets, in line, out _));
    }

    [Theory]
    [InlineData("Admin: Frodo Gophermeister <fng@bogus.edu>", "Frodo Gophermeister", "fng@bogus.edu")]
    [InlineData("admin:  only words ", "only words", "")]
    [InlineData("Admin: <a@b>", "", "a@b")]
    [InlineData("Admin: a <b> <c> ", "a <b>", "c")]
    [InlineData("Admin: a > <", "a > <", "")]
    [InlineData("Admin: >", ">", "")]
    [InlineData("Admin:", "", "")]
    public void Administrator_is_name_and_address(string field, string comment, string email)
    {
        byte[] octets = Field("+ADMIN", field, out GopherAttributeLine line);
        Assert.True(GopherAttributeReader.TryReadAdministrator(octets, in line, out GopherAdministrator administrator));
        Assert.Equal((comment, email), (GopherReading.Text(administrator.Comment.In(octets)), GopherReading.Text(administrator.Email.In(octets))));
    }

    [Theory]
    [InlineData("Mod-Date: Wed Jul 28 17:02:01 1993 <19930728170201>", "1993-07-28T17:02:01")]
    [InlineData("Mod-Date: <20240229235960>", "2024-02-29T23:59:59")]
    [InlineData("Creation-Date: <x> <00010101000000>", "0001-01-01T00:00:00")]
    [InlineData("Mod-Date: <20230229000000>", null)]
    [InlineData("Mod-Date: <00000101000000>", null)]
    [InlineData("Mod-Date: <20231301000000>", null)]
    [InlineData("Mod-Date: <20230100000000>", null)]
    [InlineData("Mod-Date: <20230101240000>", null)]
    [InlineData("Mod-Date: <20230101006000>", null)]
    [InlineData("Mod-Date: <20230101000061>", null)]
    [InlineData("Mod-Date: <2023010100000>", null)]
    [InlineData("Mod-Date: <202301010000000>", null)]
    [InlineData("Mod-Date: 20230101000000", null)]
    [InlineData("Mod-Date: <2023010100000", null)]
    public void Time_is_the_digits_in_brackets(string field, string? time)
    {
        byte[] octets = Field("+ADMIN", field, out GopherAttributeLine line);
        Assert.Equal(time is not null, GopherAttributeReader.TryReadTime(octets, in line, out long ticks));
        Assert.Equal(time ?? "0001-01-01T00:00:00", new DateTime(ticks).ToString("s", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("TTL: 180", 180)]
    [InlineData("TZ: -6 ", -6)]
    [InlineData("Score: +5", 5)]
    [InlineData("Score: 2147483647", int.MaxValue)]
    [InlineData("Score: -2147483648", int.MinValue)]
    [InlineData("Score: 2147483648", null)]
    [InlineData("Score: 00000000001", null)]
    [InlineData("Score: 1 2", null)]
    [InlineData("Score: 1,", null)]
    [InlineData("Score: -", null)]
    [InlineData("Score:", null)]
    public void Number_is_one_decimal(string field, int? number)
    {
        byte[] octets = Field("+ADMIN", field, out GopherAttributeLine line);
        Assert.Equal(number is not null, GopherAttributeReader.TryReadNumber(octets, in line, out int read));
        Assert.Equal(number ?? 0, read);
    }

    [Theory]
    [InlineData("Score-range: 0 1000", 0, 1000)]
    [InlineData("Score-range: -5,\t-5", -5, -5)]
    [InlineData("Score-range: -5,6", -5, 6)]
    public void Score_range_is_two_numbers(string field, int lower, int upper)
    {
        byte[] octets = Field("+ADMIN", field, out GopherAttributeLine line);
        Assert.True(GopherAttributeReader.TryReadScoreRange(octets, in line, out GopherScoreRange range));
        Assert.Equal(new GopherScoreRange(lower, upper), range);
    }

    [Theory]
    [InlineData("Score-range: 2 1")]
    [InlineData("Score-range: 1")]
    [InlineData("Score-range: 1,,2")]
    [InlineData("Score-range: 1-2")]
    [InlineData("Score-range: 1 2 3")]
    [InlineData("Score: 1 2")]
    public void Score_range_that_is_none_is_refused(string field)
    {
        byte[] octets = Field("+ADMIN", field, out GopherAttributeLine line);
        Assert.False(GopherAttributeReader.TryReadScoreRange(octets, in line, out _));
    }

    [Theory]
    [InlineData("Geog: 44 58 48 -93 15 49", true)]
    [InlineData("Geog: -90,0,-59,180,59,0", true)]
    [InlineData("Geog: 91 0 0 0 0 0", false)]
    [InlineData("Geog: 0 60 0 0 0 0", false)]
    [InlineData("Geog: 0 0 0 -181 0 0", false)]
    [InlineData("Geog: 1 2 3 4 5", false)]
    public void Geography_is_on_Earth(string field, bool isPlace)
    {
        byte[] octets = Field("+ADMIN", field, out GopherAttributeLine line);
        Assert.Equal(isPlace, GopherAttributeReader.TryReadGeography(octets, in line, out GopherGeography geography));
        Assert.Equal(isPlace, geography != default);
    }

    [Theory]
    [InlineData("treewalk: yes", true, true)]
    [InlineData("Treewalk: TRUE ", true, true)]
    [InlineData("treewalk: 0", true, false)]
    [InlineData("treewalk: No", true, false)]
    [InlineData("treewalk: perhaps", false, false)]
    [InlineData("walk: yes", false, false)]
    public void Treewalk_is_yes_or_no(string field, bool isKnown, bool mayWalk)
    {
        byte[] octets = Field("+VERONICA", field, out GopherAttributeLine line);
        Assert.Equal(isKnown, GopherAttributeReader.TryReadTreeWalk(octets, in line, out bool walk));
        Assert.Equal(mayWalk, walk);
    }

    [Theory]
    [InlineData("Text/plain: <10k>", "Text/plain", "", 10240)]
    [InlineData("application/gopher+-menu En_US: <1200b>", "application/gopher+-menu", "En_US", 1200)]
    [InlineData("a/b:<.77KB>", "a/b", "", 789)]
    [InlineData("a/b:<1.5m>", "a/b", "", 1_572_864)]
    [InlineData("a/b:<2G>", "a/b", "", 2_147_483_648)]
    [InlineData("a/b: <7>", "a/b", "", 7)]
    [InlineData("a/b:", "a/b", "", -1)]
    [InlineData("a/b: <>", "a/b", "", -1)]
    [InlineData("a/b: <k>", "a/b", "", -1)]
    [InlineData("a/b: <1.2345k>", "a/b", "", -1)]
    [InlineData("a/b: <1234567890>", "a/b", "", -1)]
    [InlineData("a/b: <1x>", "a/b", "", -1)]
    [InlineData("a/b: 10k", "a/b", "", -1)]
    public void View_is_type_language_and_size(string field, string type, string language, long size)
    {
        byte[] octets = Field("+VIEWS", field, out GopherAttributeLine line);
        Assert.True(GopherAttributeReader.TryReadView(octets, in line, out GopherView view));
        Assert.Equal((type, language, size), (GopherReading.Text(view.ContentType.In(octets)), GopherReading.Text(view.Language.In(octets)), view.Size));
    }

    [Theory]
    [InlineData("Ask: How many volts?", GopherQuestionKind.Ask, "How many volts?", "")]
    [InlineData("Ask: a\tb", GopherQuestionKind.Ask, "a", "b")]
    [InlineData("Choose: a?\tRed\t\tBlue", GopherQuestionKind.Choose, "a?", "Red||Blue")]
    [InlineData("askp: x", GopherQuestionKind.Password, "x", "")]
    [InlineData("AskL: x", GopherQuestionKind.Lines, "x", "")]
    [InlineData("AskF: x", GopherQuestionKind.FileName, "x", "")]
    [InlineData("Select: x\t1", GopherQuestionKind.Select, "x", "1")]
    [InlineData("ChooseF: x", GopherQuestionKind.ChooseFile, "x", "")]
    [InlineData("Note: x", GopherQuestionKind.Note, "x", "")]
    [InlineData("Sing: x", GopherQuestionKind.Unknown, "x", "")]
    public void Question_is_kind_prompt_and_options(string field, GopherQuestionKind kind, string prompt, string options)
    {
        byte[] octets = Field("+ASK", field, out GopherAttributeLine line);
        Assert.True(GopherAttributeReader.TryReadQuestion(octets, in line, out GopherQuestion question));
        Assert.Equal((kind, prompt), (question.Kind, GopherReading.Text(question.Prompt.In(octets))));
        List<string> found = [];
        GopherText rest = question.Options;
        while (GopherQuestion.TryTake(octets, ref rest, out GopherText option))
        {
            found.Add(GopherReading.Text(option.In(octets)));
        }

        Assert.Equal(options, string.Join('|', found));
    }

    [Fact]
    public void Lines_of_other_blocks_are_none_of_these()
    {
        byte[] octets = Field("+ABSTRACT", "Ask: x", out GopherAttributeLine line);
        Assert.False(GopherAttributeReader.TryReadQuestion(octets, in line, out _) || GopherAttributeReader.TryReadView(octets, in line, out _)
            || GopherAttributeReader.TryReadAdministrator(octets, in line, out _) || GopherAttributeReader.TryReadTime(octets, in line, out _)
            || GopherAttributeReader.TryReadNumber(octets, in line, out _) || GopherAttributeReader.TryReadTreeWalk(octets, in line, out _));
    }

    private static byte[] Field(string block, string field, out GopherAttributeLine line)
    {
        byte[] octets = GopherReading.Octets($" {field}\r\n");
        var parser = default(GopherAttributeParser);
        _ = parser.Parse(GopherReading.Octets(block + ":\r\n"), false, out _, GopherLimits.Default);
        _ = parser.Parse(octets, false, out line, GopherLimits.Default);
        return octets;
    }

    private static GopherAttributeLine Line(byte[] octets)
    {
        _ = default(GopherAttributeParser).Parse(octets, false, out GopherAttributeLine line, GopherLimits.Default);
        return line;
    }
}
