using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http;

public class PreconditionsTests
{
    private const string Old = "Sat, 29 Oct 1994 19:43:31 GMT";
    private const string Same = "Sun, 06 Nov 1994 08:49:37 GMT";
    private const string New = "Mon, 07 Nov 1994 00:00:00 GMT";
    private static readonly long s_now = new DateTime(2026, 11, 20).Ticks;
    private static readonly long s_modified = new DateTime(1994, 11, 6, 8, 49, 37).Ticks;

    [Theory]
    [InlineData("", RequestMethod.Get, PreconditionOutcome.Proceed)]
    [InlineData("If-Match: \"a\"", RequestMethod.Get, PreconditionOutcome.Proceed)]
    [InlineData("If-Match: \"b\"", RequestMethod.Get, PreconditionOutcome.Failed)]
    [InlineData("If-Match: \"b\"", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-Match: \"b\"|If-Match: \"a\"", RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-Match: W/\"a\"", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-Match: *", RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-Match: *|If-Match: \"b\"", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-Match:", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-Match: \"a\", b", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-Match: \"a\"|If-Unmodified-Since: " + Old, RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-Unmodified-Since: " + Old, RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-Unmodified-Since: " + Same, RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-Unmodified-Since: " + New, RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-Unmodified-Since: yesterday", RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-Unmodified-Since: " + Old + "|If-Unmodified-Since: " + Old, RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-None-Match: \"a\"", RequestMethod.Get, PreconditionOutcome.NotModified)]
    [InlineData("If-None-Match: \"a\"", RequestMethod.Head, PreconditionOutcome.NotModified)]
    [InlineData("If-None-Match: \"a\"", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-None-Match: W/\"a\"", RequestMethod.Get, PreconditionOutcome.NotModified)]
    [InlineData("If-None-Match: \"b\", \"c\"|If-None-Match: \"a\"", RequestMethod.Get, PreconditionOutcome.NotModified)]
    [InlineData("If-None-Match: \"b\"", RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-None-Match: *", RequestMethod.Get, PreconditionOutcome.NotModified)]
    [InlineData("If-None-Match: *", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-None-Match: \"a\", b", RequestMethod.Get, PreconditionOutcome.Proceed)]
    [InlineData("If-None-Match: \"b\", b", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-None-Match: \"b\"|If-Modified-Since: " + New, RequestMethod.Get, PreconditionOutcome.Proceed)]
    [InlineData("If-Modified-Since: " + Old, RequestMethod.Get, PreconditionOutcome.Proceed)]
    [InlineData("If-Modified-Since: " + Same, RequestMethod.Get, PreconditionOutcome.NotModified)]
    [InlineData("If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT", RequestMethod.Get, PreconditionOutcome.NotModified)]
    [InlineData("If-Modified-Since: " + New, RequestMethod.Head, PreconditionOutcome.NotModified)]
    [InlineData("If-Modified-Since: " + New, RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-Modified-Since: 0", RequestMethod.Get, PreconditionOutcome.Proceed)]
    [InlineData("If-Modified-Since: " + New + "|If-Modified-Since: " + New, RequestMethod.Get, PreconditionOutcome.Proceed)]
    [InlineData("If-Match: \"a\"|If-None-Match: \"a\"", RequestMethod.Get, PreconditionOutcome.NotModified)]
    [InlineData("If-Match: \"b\"", RequestMethod.Options, PreconditionOutcome.Proceed)]
    [InlineData("If-Match: \"b\"", RequestMethod.Trace, PreconditionOutcome.Proceed)]
    [InlineData("If-None-Match: *", RequestMethod.Unknown, PreconditionOutcome.Failed)]
    public void Preconditions_are_evaluated_in_order(string lines, RequestMethod method, PreconditionOutcome expected)
    {
        byte[] head = Head(lines);
        Assert.Equal(expected, Preconditions.Evaluate(head, HeadFields.OfRequest(head), method, new Representation("\"a\""u8, s_modified, true), s_now));
    }

    [Theory]
    [InlineData("If-Match: *", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-Match: \"a\"", RequestMethod.Put, PreconditionOutcome.Failed)]
    [InlineData("If-None-Match: *", RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-None-Match: \"a\"", RequestMethod.Put, PreconditionOutcome.Proceed)]
    [InlineData("If-Unmodified-Since: " + Old, RequestMethod.Put, PreconditionOutcome.Proceed)]
    public void Nothing_matches_what_is_not_there(string lines, RequestMethod method, PreconditionOutcome expected)
    {
        byte[] head = Head(lines);
        Assert.Equal(expected, Preconditions.Evaluate(head, HeadFields.OfRequest(head), method, default, s_now));
    }

    [Fact]
    public void Weak_tag_of_ones_own_matches_weakly_alone()
    {
        var own = new Representation("W/\"a\""u8, -1, false);
        byte[] head = Head("If-Match: \"a\"");
        Assert.Equal(PreconditionOutcome.Failed, Preconditions.Evaluate(head, HeadFields.OfRequest(head), RequestMethod.Get, own, s_now));
        head = Head("If-None-Match: \"a\"|If-Unmodified-Since: " + Old);
        Assert.Equal(PreconditionOutcome.NotModified, Preconditions.Evaluate(head, HeadFields.OfRequest(head), RequestMethod.Get, own, s_now));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("If-Range: \"a\"", true)]
    [InlineData("If-Range: \"b\"", false)]
    [InlineData("If-Range: W/\"a\"", false)]
    [InlineData("If-Range: \"a\", \"b\"", false)]
    [InlineData("If-Range: \"a\"|If-Range: \"a\"", false)]
    [InlineData("If-Range:", false)]
    [InlineData("If-Range: " + Same, true)]
    [InlineData("If-Range: " + New, false)]
    [InlineData("If-Range: " + Old, false)]
    [InlineData("If-Range: yesterday", false)]
    public void Range_holds_for_the_same_representation_alone(string lines, bool expected)
    {
        byte[] head = Head(lines);
        FieldLine[] fields = HeadFields.OfRequest(head);
        Assert.Equal(expected, Preconditions.RangeHolds(head, fields, new Representation("\"a\""u8, s_modified, true), s_now));
        if (lines.Contains("GMT", StringComparison.Ordinal))
        {
            Assert.False(Preconditions.RangeHolds(head, fields, new Representation("\"a\""u8, s_modified, false), s_now));
        }
    }

    [Theory]
    [InlineData("\"a\"", ParseError.None, 0)]
    [InlineData("W/\"a\"", ParseError.None, 0)]
    [InlineData(Same, ParseError.None, 0)]
    [InlineData("", ParseError.BadIfRange, 0)]
    [InlineData("W/", ParseError.BadIfRange, 0)]
    [InlineData("Sun, 06 Nov 1994", ParseError.BadIfRange, 0)]
    [InlineData("\"a", ParseError.BadEntityTag, 2)]
    [InlineData("\"a\" ", ParseError.BadEntityTag, 3)]
    public void If_range_is_a_tag_or_a_date(string value, ParseError error, int position)
    {
        ParseResult expected = error == ParseError.None ? ParseResult.Done(value.Length) : ParseResult.Invalid(error, position);
        Assert.Equal(expected, IfRangeParser.Parse(FieldValueRuns.Latin1(value), s_now, out IfRange ifRange));
        Assert.Equal(value == Same, ifRange.IsDate && ifRange.Date == s_modified);
    }

    [Fact]
    public void Parts_of_a_second_are_no_part_of_a_date()
    {
        var own = new Representation(default, s_modified + 1, true);
        byte[] head = Head($"If-Modified-Since: {Same}");
        Assert.Equal(PreconditionOutcome.NotModified, Preconditions.Evaluate(head, HeadFields.OfRequest(head), RequestMethod.Get, in own, s_now));
        head = Head($"If-Unmodified-Since: {Same}");
        Assert.Equal(PreconditionOutcome.Proceed, Preconditions.Evaluate(head, HeadFields.OfRequest(head), RequestMethod.Put, in own, s_now));
        head = Head($"If-Range: {Same}");
        Assert.True(Preconditions.RangeHolds(head, HeadFields.OfRequest(head), in own, s_now));
        Assert.Equal((s_modified, -1L), (own.LastModified, new Representation(default, -1, false).LastModified));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("w/\"a\"")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("*")]
    public void A_tag_of_ones_own_that_is_none_is_misuse(string tag) =>
        Assert.Throws<ArgumentException>(() => new Representation(FieldValueRuns.Latin1(tag), -1, false).Exists);

    [Fact]
    public void Lines_of_one_name_are_walked_in_order()
    {
        byte[] head = Head("Via: a|Vary: x|via: b");
        FieldLine[] fields = HeadFields.OfRequest(head);
        var found = new List<string>();
        foreach (ref readonly FieldLine line in new NamedFieldLines(fields, FieldName.Via))
        {
            found.Add(FieldValueRuns.Text(line.ValueIn(head)));
        }

        Assert.Equal(["a", "b"], found);
        var none = new NamedFieldLines(fields, FieldName.Age);
        Assert.Equal(-1, none.Index);
        Assert.False(none.MoveNext());
        Assert.False(none.MoveNext());
        Assert.Equal(fields.Length, none.Index);
    }

    private static byte[] Head(string lines) =>
        FieldValueRuns.Latin1("GET / HTTP/1.1\r\nHost: h\r\n" + (lines.Length == 0 ? "" : lines.Replace("|", "\r\n", StringComparison.Ordinal) + "\r\n") + "\r\n");
}
