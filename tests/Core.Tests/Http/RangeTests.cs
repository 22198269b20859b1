using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class RangeTests
{
    private readonly RangeSpec[] _table = new RangeSpec[8];

    public static TheoryData<string, string> Valid => [.. Ranges.Valid.Select(s => (s.Value, s.Ranges))];

    public static TheoryData<string, ParseError, int> Refused => [.. Ranges.Refused.Select(s => (s.Value, s.Error, s.Position))];

    [Theory, MemberData(nameof(Valid))]
    public void Ranges_are_read_in_order(string value, string expected)
    {
        Assert.Equal(ParseResult.Done(value.Length), FieldValueRuns.Ranges(FieldValueRuns.Latin1(value), _table, out string ranges));
        Assert.Equal(expected, ranges);
    }

    [Theory, MemberData(nameof(Refused))]
    public void Ranges_are_refused_where_they_cannot_go_on(string value, ParseError error, int position)
    {
        Assert.Equal(ParseResult.Invalid(error, position), FieldValueRuns.Ranges(FieldValueRuns.Latin1(value), _table, out string ranges));
        Assert.Equal("", ranges);
    }

    [Fact]
    public void Table_bounds_the_ranges()
    {
        byte[] value = "bytes=0-1, 2-3"u8.ToArray();
        Assert.Equal(ParseResult.Done(14), RangeParser.Parse(value, new RangeSpec[2], out RangeSet set));
        Assert.Equal((RangeUnit.Bytes, 2), (set.Unit, set.Count));
        Assert.Equal(ParseResult.TooSmall(ParseError.TooManyRanges, 11), RangeParser.Parse(value, new RangeSpec[1], out set));
        Assert.Equal(default, set);
        Assert.Equal(ParseResult.Done(7), RangeParser.Parse("x=1,2,3"u8, [], out set));
        Assert.Equal((RangeUnit.Unknown, 0), (set.Unit, set.Count));
    }

    [Theory]
    [InlineData("0-499", 10000, 0, 500)]
    [InlineData("9500-", 10000, 9500, 500)]
    [InlineData("-500", 10000, 9500, 500)]
    [InlineData("-500", 400, 0, 400)]
    [InlineData("9999-", 10000, 9999, 1)]
    [InlineData("10000-", 10000, -1, 0)]
    [InlineData("0-99999", 10, 0, 10)]
    [InlineData("-0", 10, -1, 0)]
    [InlineData("-1", 0, -1, 0)]
    [InlineData("0-", 0, -1, 0)]
    [InlineData("9223372036854775806-", long.MaxValue, 9223372036854775806, 1)]
    [InlineData("-9223372036854775807", long.MaxValue, 0, long.MaxValue)]
    public void Range_is_resolved_against_a_length(string range, long length, long start, long count)
    {
        Assert.True(RangeParser.Parse(FieldValueRuns.Latin1("bytes=" + range), _table, out _).IsDone);
        Assert.Equal(start >= 0, _table[0].TryResolve(length, out RangePart part));
        Assert.Equal(start < 0 ? default : new RangePart(start, count), part);
    }

    [Theory]
    [InlineData("0-0,-1", RangeOutcome.Satisfiable, "0+1 99+1")]
    [InlineData("0-9,10-19,20-29,90-", RangeOutcome.Satisfiable, "0+10 10+10 20+10 90+10")]
    [InlineData("200-,-5", RangeOutcome.Satisfiable, "95+5")]
    [InlineData("100-,-0", RangeOutcome.Unsatisfiable, "")]
    [InlineData("50-59,0-9,10-19", RangeOutcome.Satisfiable, "50+10 0+10 10+10")]
    [InlineData("50-59,0-9,10-19,20-29", RangeOutcome.Excessive, "")]
    [InlineData("0-1,0-1,0-1", RangeOutcome.Satisfiable, "0+2 0+2 0+2")]
    [InlineData("0-1,0-1,0-1,0-1", RangeOutcome.Excessive, "")]
    [InlineData("0-,0-", RangeOutcome.Excessive, "")]
    [InlineData("0-49,50-,0-0", RangeOutcome.Excessive, "")]
    public void Ranges_are_selected_or_found_excessive(string ranges, RangeOutcome expected, string parts)
    {
        Assert.True(RangeParser.Parse(FieldValueRuns.Latin1("bytes=" + ranges), _table, out RangeSet set).IsDone);
        var found = new RangePart[8];
        Assert.Equal(expected, RangeSelector.Select(_table.AsSpan(0, set.Count), 100, found, out int count));
        Assert.Equal(parts, string.Join(' ', found.Take(count).Select(p => $"{p.Start}+{p.Length}")));
    }

    [Fact]
    public void Range_that_ends_before_it_begins_has_no_part()
    {
        Assert.False(RangeSpec.FromTo(5, 2).TryResolve(10, out RangePart part));
        Assert.Equal(default, part);
        Assert.True(RangeSpec.FromTo(5, 5).TryResolve(10, out part));
        Assert.Equal(new RangePart(5, 1), part);
    }

    [Fact]
    public void Disorder_below_zero_is_misuse() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RangeSelector.Select([RangeSpec.From(0)], 1, new RangePart[1], out _, maxDisorder: -1));

    [Fact]
    public void Disorder_is_the_callers_to_bound()
    {
        RangeSpec[] ranges = [RangeSpec.FromTo(5, 6), RangeSpec.FromTo(1, 2)];
        Assert.Equal(RangeOutcome.Excessive, RangeSelector.Select(ranges, 100, new RangePart[2], out _, maxDisorder: 0));
        Assert.Equal(RangeOutcome.Satisfiable, RangeSelector.Select(ranges, 100, new RangePart[2], out _, maxDisorder: 1));
        Assert.Throws<ArgumentException>(() => RangeSelector.Select(ranges, 100, new RangePart[1], out _));
    }

    [Fact]
    public void Range_is_written_or_refused()
    {
        byte[] place = new byte[64];
        Assert.True(RangeWriter.TryWrite(place, [RangeSpec.FromTo(0, 1), RangeSpec.From(5), RangeSpec.Suffix(7)], out int written));
        Assert.Equal("bytes=0-1,5-,-7", FieldValueRuns.Text(place.AsSpan(0, written)));
        Assert.False(RangeWriter.TryWrite(place.AsSpan(0, written - 1), [RangeSpec.FromTo(0, 1), RangeSpec.From(5), RangeSpec.Suffix(7)], out _));
        Assert.Throws<ArgumentException>(() => RangeWriter.TryWrite(place, [], out _));
        foreach (RangeSpec bad in (RangeSpec[])[new(2, 1), new(-2, 1), new(-1, -1), new(0, -2)])
        {
            Assert.Throws<ArgumentException>(() => RangeWriter.TryWrite(place, [bad], out _));
        }
    }

    [Theory]
    [InlineData("bytes 42-1233/1234", RangeUnit.Bytes, 42, 1233, 1234)]
    [InlineData("bytes 42-1233/*", RangeUnit.Bytes, 42, 1233, -1)]
    [InlineData("bytes */1234", RangeUnit.Bytes, -1, -1, 1234)]
    [InlineData("Bytes */0", RangeUnit.Bytes, -1, -1, 0)]
    [InlineData("pages 0-0/1", RangeUnit.Unknown, 0, 0, 1)]
    [InlineData("bytes 0-9223372036854775806/9223372036854775807", RangeUnit.Bytes, 0, long.MaxValue - 1, long.MaxValue)]
    [InlineData("bytes 0-09223372036854775807/*", RangeUnit.Bytes, 0, long.MaxValue, -1)]
    public void Content_range_is_read(string value, RangeUnit unit, long first, long last, long complete)
    {
        Assert.Equal(ParseResult.Done(value.Length), ContentRangeParser.Parse(FieldValueRuns.Latin1(value), out ContentRange range));
        Assert.Equal(new ContentRange(unit, first, last, complete), range);
        Assert.Equal(first < 0 ? 0 : last == long.MaxValue ? long.MaxValue : last - first + 1, range.Length);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("bytes", 5)]
    [InlineData("bytes=0-1/2", 5)]
    [InlineData("bytes  0-1/2", 6)]
    [InlineData("bytes\t0-1/2", 5)]
    [InlineData("bytes */*", 8)]
    [InlineData("bytes 0-1", 9)]
    [InlineData("bytes 0-1/", 10)]
    [InlineData("bytes -1/2", 6)]
    [InlineData("bytes 0-/2", 8)]
    [InlineData("bytes 1-0/2", 9)]
    [InlineData("bytes 0-2/2", 11)]
    [InlineData("bytes 0-1/2 ", 11)]
    [InlineData("bytes 0-1/2x", 11)]
    [InlineData("bytes 0-9223372036854775808/*", 26)]
    [InlineData("bytes 00-99999999999999999999/*", 27)]
    [InlineData("bytes 0-1/9223372036854775808", 28)]
    public void Content_range_is_refused_where_it_cannot_go_on(string value, int position)
    {
        Assert.Equal(ParseResult.Invalid(ParseError.BadContentRange, position), ContentRangeParser.Parse(FieldValueRuns.Latin1(value), out ContentRange range));
        Assert.Equal(default, range);
    }

    [Fact]
    public void Content_range_is_written_or_refused()
    {
        byte[] place = new byte[ContentRangeWriter.MaxLength];
        Assert.True(ContentRangeWriter.TryWrite(place, new RangePart(0, long.MaxValue - 1), long.MaxValue, out int written));
        Assert.Equal("bytes 0-9223372036854775805/9223372036854775807", FieldValueRuns.Text(place.AsSpan(0, written)));
        Assert.True(ContentRangeWriter.TryWrite(place, new RangePart(long.MaxValue - 2, 1), long.MaxValue, out written));
        Assert.Equal(ContentRangeWriter.MaxLength - 1, written);
        Assert.True(ContentRangeWriter.TryWrite(place, new RangePart(5, 5), -1, out written));
        Assert.Equal("bytes 5-9/*", FieldValueRuns.Text(place.AsSpan(0, written)));
        Assert.False(ContentRangeWriter.TryWrite(place.AsSpan(0, 10), new RangePart(5, 5), -1, out written));
        Assert.Equal(0, written);
        Assert.True(ContentRangeWriter.TryWriteUnsatisfied(place, 7, out written));
        Assert.Equal("bytes */7", FieldValueRuns.Text(place.AsSpan(0, written)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContentRangeWriter.TryWriteUnsatisfied(place, -1, out _));
        foreach ((long start, long length, long complete) in ((long, long, long)[])[(-1, 1, 5), (0, 0, 5), (0, 6, 5), (5, 1, 5), (0, 1, -2), (long.MaxValue, 1, -1)])
        {
            Assert.Throws<ArgumentException>(() => ContentRangeWriter.TryWrite(place, new RangePart(start, length), complete, out _));
        }
    }
}
