using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class EntityTagTests
{
    public static TheoryData<string, string> Valid => [.. EntityTags.Valid.Select(s => (s.Value, s.Tags))];

    public static TheoryData<string, ParseError, int> Refused => [.. EntityTags.Refused.Select(s => (s.Value, s.Error, s.Position))];

    [Theory, MemberData(nameof(Valid))]
    public void List_is_read_in_order(string value, string expected)
    {
        Assert.Equal(ParseResult.Done(value.Length), FieldValueRuns.EntityTags(FieldValueRuns.Latin1(value), out string tags));
        Assert.Equal(expected, tags);
    }

    [Theory, MemberData(nameof(Refused))]
    public void List_is_refused_where_it_cannot_go_on(string value, ParseError error, int position) =>
        Assert.Equal(ParseResult.Invalid(error, position), FieldValueRuns.EntityTags(FieldValueRuns.Latin1(value), out _));

    [Theory]
    [InlineData("\"a\"", 0, 3, false)]
    [InlineData("W/\"\"", 2, 2, true)]
    public void Single_tag_is_read(string value, int start, int length, bool weak)
    {
        Assert.Equal(ParseResult.Done(value.Length), EntityTagParser.Parse(FieldValueRuns.Latin1(value), out EntityTag tag));
        Assert.Equal(new EntityTag(start, length, weak), tag);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("*", 0)]
    [InlineData("\"a\",", 3)]
    [InlineData("\"a\" ", 3)]
    [InlineData(" \"a\"", 0)]
    public void Anything_around_a_single_tag_is_refused(string value, int position)
    {
        Assert.Equal(ParseResult.Invalid(ParseError.BadEntityTag, position), EntityTagParser.Parse(FieldValueRuns.Latin1(value), out EntityTag tag));
        Assert.Equal(default, tag);
    }

    // The table of RFC 9110 section 8.8.3.2.
    [Theory]
    [InlineData("W/\"1\"", "W/\"1\"", false, true)]
    [InlineData("W/\"1\"", "W/\"2\"", false, false)]
    [InlineData("W/\"1\"", "\"1\"", false, true)]
    [InlineData("\"1\"", "\"1\"", true, true)]
    public void Comparison_is_strong_or_weak(string left, string right, bool strong, bool weak)
    {
        byte[] one = FieldValueRuns.Latin1(left);
        byte[] two = FieldValueRuns.Latin1(right);
        EntityTagParser.Parse(one, out EntityTag first);
        EntityTagParser.Parse(two, out EntityTag second);
        Assert.Equal(strong, first.MatchesStrongly(one, second, two));
        Assert.Equal(weak, first.MatchesWeakly(one, second, two));
    }

    [Fact]
    public void Tag_is_written_or_refused()
    {
        byte[] place = new byte[6];
        Assert.True(EntityTagWriter.TryWrite(place, "ab"u8, isWeak: true, out int written));
        Assert.Equal("W/\"ab\"", FieldValueRuns.Text(place.AsSpan(0, written)));
        Assert.False(EntityTagWriter.TryWrite(place.AsSpan(0, 5), "ab"u8, isWeak: true, out written));
        Assert.Equal(0, written);
        foreach (string opaque in (string[])["\"", " ", "\t", "\r", "\n", "\0", "\x7F"])
        {
            Assert.Throws<ArgumentException>(() => EntityTagWriter.TryWrite(place, FieldValueRuns.Latin1(opaque), isWeak: false, out _));
        }
    }
}
