using System.Buffers;
using System.Text;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

/// <summary>What both head parsers are held to, each with its own start-line and samples.</summary>
/// <param name="make">Makes a parser that keeps its head and table between calls.</param>
/// <param name="start">A valid start-line.</param>
/// <param name="samples">Heads of every kind, valid and refused.</param>
public abstract class HeadParserTests(Func<int, HeadLaws.IGrowing> make, string start, IEnumerable<byte[]> samples)
{
    protected void ObeysTheLaws(string text)
    {
        byte[] head = Encoding.Latin1.GetBytes(text);
        HeadLaws.IGrowing parser = Make();
        Assert.Equal(OperationStatus.Done, parser.Parse(head, 0, Http1Limits.Server, Http1Leniency.None).Status);
        HeadLaws.Suffix(parser, head);
        HeadLaws.Growth(parser, Make, head);
        HeadLaws.Prefix(Make(), head);
    }

    protected void IsTypedAtItsFirstOffendingOctet(HeadSample sample)
    {
        HeadLaws.IGrowing parser = Make();
        ParseResult result = parser.Parse(sample.Octets, 0, Http1Limits.Server, Http1Leniency.None);
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Position), result);
        HeadLaws.Offset(parser, sample.Octets, result);
        HeadLaws.Growth(parser, Make, sample.Octets);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(19)]
    public void Examined_outside_the_buffer_throws(int examined) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Make().Parse("GET / HTTP/1.1\r\n\r\n"u8.ToArray(), examined, Http1Limits.Server, Http1Leniency.None));

    [Fact]
    public void Fields_stand_where_they_stood()
    {
        byte[] head = Encoding.Latin1.GetBytes("START\r\nHost: a.example \r\nEmpty:\r\nX-Y:\t b c\t\r\n\r\n".Replace("START", start, StringComparison.Ordinal));
        HeadLaws.IGrowing parser = Make();
        Assert.True(parser.Parse(head, 0, Http1Limits.Server, Http1Leniency.None).IsDone);
        Assert.Equal(
            ["Host=a.example", "Empty=", "X-Y=b c"],
            parser.Fields.ToArray().Select(f => $"{Encoding.Latin1.GetString(f.NameIn(head))}={Encoding.Latin1.GetString(f.ValueIn(head))}"));
    }

    [Fact]
    public void Leniency_lets_bare_LF_pass_and_reports_the_first()
    {
        byte[] head = Encoding.Latin1.GetBytes(start + "\nHost: a\n\n");
        ParseResult result = Make().Parse(head, 0, Http1Limits.Server, Http1Leniency.BareLf);
        Assert.Equal(ParseResult.Done(head.Length, Deviations.BareLf, start.Length), result);
        HeadLaws.Growth(Make(), Make, head, Http1Leniency.BareLf);
    }

    [Fact]
    public void Leniency_lets_a_folded_line_pass_as_one_value()
    {
        byte[] head = Encoding.Latin1.GetBytes(start + "\r\nA: b\r\n  c\r\nD:\r\n\te\r\nF: g\r\n\r\n");
        HeadLaws.IGrowing parser = Make();
        ParseResult result = parser.Parse(head, 0, Http1Limits.Server, Http1Leniency.ObsFold);
        Assert.Equal(ParseResult.Done(head.Length, Deviations.ObsFold, start.Length + 8), result);
        Assert.Equal(["b\r\n  c", "e", "g"], parser.Fields.ToArray().Select(f => Encoding.Latin1.GetString(f.ValueIn(head))));
        HeadLaws.Growth(Make(), Make, head, Http1Leniency.ObsFold);
    }

    [Fact]
    public void MaxStartLine_holds_at_its_boundary()
    {
        byte[] head = Encoding.Latin1.GetBytes(start + "\r\nHost: a\r\n\r\n");
        Assert.True(Make().Parse(head, 0, new Http1Limits { MaxStartLine = start.Length }, Http1Leniency.None).IsDone);
        Assert.Equal(
            ParseResult.Invalid(ParseError.StartLineTooLong, start.Length - 1),
            Make().Parse(head, 0, new Http1Limits { MaxStartLine = start.Length - 1 }, Http1Leniency.None));
    }

    [Fact]
    public void MaxFieldLine_holds_at_its_boundary()
    {
        byte[] head = Encoding.Latin1.GetBytes(start + "\r\nHost: abc\r\n\r\n");
        Assert.True(Make().Parse(head, 0, new Http1Limits { MaxFieldLine = 9 }, Http1Leniency.None).IsDone);
        ParseResult refused = ParseResult.Invalid(ParseError.FieldLineTooLong, start.Length + 2 + 8);
        Assert.Equal(refused, Make().Parse(head, 0, new Http1Limits { MaxFieldLine = 8 }, Http1Leniency.None));
        Assert.Equal(refused, Make().Parse(head.AsSpan(0, refused.Position + 1), 0, new Http1Limits { MaxFieldLine = 8 }, Http1Leniency.None));
    }

    [Fact]
    public void MaxHead_holds_at_its_boundary()
    {
        byte[] head = Encoding.Latin1.GetBytes(start + "\r\nHost: abc\r\n\r\n");
        Assert.True(Make().Parse(head, 0, new Http1Limits { MaxHead = head.Length }, Http1Leniency.None).IsDone);
        Assert.Equal(
            ParseResult.Invalid(ParseError.HeadTooLarge, head.Length - 1),
            Make().Parse(head, 0, new Http1Limits { MaxHead = head.Length - 1 }, Http1Leniency.None));
    }

    [Fact]
    public void Full_table_is_too_small_at_the_line_that_did_not_fit()
    {
        byte[] head = Encoding.Latin1.GetBytes(start + "\r\nA: b\r\nC: d\r\n\r\n");
        Assert.True(make(2).Parse(head, 0, Http1Limits.Server, Http1Leniency.None).IsDone);
        Assert.Equal(
            ParseResult.TooSmall(ParseError.TooManyFields, start.Length + 8),
            make(1).Parse(head, 0, Http1Limits.Server, Http1Leniency.None));
    }

    [Fact]
    public void Parse_allocates_nothing_on_accept_and_on_reject()
    {
        byte[][] heads = [.. samples];
        HeadLaws.IGrowing parser = Make();
        for (int warm = 0; warm < 50; warm++)
        {
            ParseAll(parser, heads);
        }

        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                ParseAll(parser, heads);
            }
        }));
    }

    [Fact]
    public void Work_stays_linear_when_octets_come_one_by_one()
    {
        var text = new StringBuilder(start + "\r\n");
        for (int i = 0; i < 90; i++)
        {
            text.Append("X-Field-").Append(i).Append(": ").Append('v', 80).Append("\r\n");
        }

        byte[] head = Encoding.Latin1.GetBytes(text.Append("\r\n").ToString());
        HeadLaws.IGrowing parser = Make();
        ParseResult result = ParseResult.NeedMoreData(0);
        long reread = 0;
        for (int length = 1; length <= head.Length; length++)
        {
            // The pump calls again only behind a new LF.
            if (head[length - 1] == (byte)'\n')
            {
                reread += length - result.Position;
                result = parser.Parse(head.AsSpan(0, length), result.Position, Http1Limits.Server, Http1Leniency.None);
            }
        }

        Assert.True(result.IsDone);
        Assert.InRange(reread, head.Length, 2 * head.Length);
    }

    private HeadLaws.IGrowing Make() => make(Http1Limits.ServerFields);

    private static void ParseAll(HeadLaws.IGrowing parser, byte[][] heads)
    {
        foreach (byte[] head in heads)
        {
            _ = parser.Parse(head, 0, Http1Limits.Server, Http1Leniency.None);
        }
    }
}
