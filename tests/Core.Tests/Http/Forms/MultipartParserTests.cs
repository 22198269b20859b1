using System.Buffers;
using System.Text;
using HiPerf.Core.Tests.Http1;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http.Forms;

public class MultipartParserTests
{
    private static readonly MultipartBoundary s_boundary = MultipartBoundary.Create("b"u8);

    public static TheoryData<string, string, string> Examples =>
        new(MultipartBodies.Examples.Select(e => (e.Boundary, e.Body, e.Parts)));

    public static TheoryData<string, string> Valid => new(MultipartBodies.Valid.Select(v => (v.Body, v.Parts)));

    public static TheoryData<string, ParseError, int> Refused => new(MultipartBodies.Refused.Select(r => (r.Body, r.Error, r.Offset)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_of_the_RFCs_is_read_alike_at_every_cut(string boundary, string body, string parts)
    {
        byte[] input = Encoding.UTF8.GetBytes(body);
        var expected = new MultipartRun(OperationStatus.Done, ParseError.None, input.Length, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(parts)).Replace("\xE2\x86\x92", "→", StringComparison.Ordinal), Deviations.None);
        MultipartBoundary taken = MultipartBoundary.Create(Encoding.ASCII.GetBytes(boundary));
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            Assert.Equal(expected, MultipartRun.Over(input, taken, MultipartLimits.Default, FormLeniency.None, ends: true, cuts));
        }
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Valid_body_is_read_alike_at_every_cut(string body, string parts)
    {
        byte[] input = Encoding.Latin1.GetBytes(body);
        var expected = new MultipartRun(OperationStatus.Done, ParseError.None, input.Length, parts, Deviations.None);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            Assert.Equal(expected, Read(input, ends: true, cuts));
        }
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Longest_boundary_is_found_alike_at_every_cut(string body, string parts)
    {
        MultipartBoundary boundary = MultipartBoundary.Create(Encoding.ASCII.GetBytes(new string('-', 69) + 'b'));
        string dashes = "--" + boundary;
        byte[] input = Encoding.Latin1.GetBytes(body.Replace("--b", dashes, StringComparison.Ordinal));
        string expected = parts.Replace("--b", dashes, StringComparison.Ordinal);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            Assert.Equal(expected, MultipartRun.Over(input, boundary, MultipartLimits.Default, FormLeniency.None, ends: true, cuts).Parts);
        }
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Body_that_goes_on_needs_more_data(string body, string parts)
    {
        byte[] input = Encoding.Latin1.GetBytes(body);
        for (int length = 0; length <= input.Length; length++)
        {
            MultipartRun run = Read(input[..length], ends: false);
            Assert.Equal(OperationStatus.NeedMoreData, run.Status);
            Assert.StartsWith(run.Parts, parts, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refused_body_is_refused_alike_at_every_cut(string body, ParseError error, int offset)
    {
        byte[] input = Encoding.Latin1.GetBytes(body);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            MultipartRun run = Read(input, ends: true, cuts);
            Assert.Equal((OperationStatus.InvalidData, error, offset), (run.Status, run.Error, (int)run.Offset));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refused_body_is_refused_at_the_first_octet_that_spoils_it(string body, ParseError error, int offset)
    {
        byte[] input = Encoding.Latin1.GetBytes(body);
        Assert.Equal(OperationStatus.NeedMoreData, Read(input[..offset], ends: false).Status);
        if (offset == input.Length)
        {
            return;
        }

        MultipartRun cut = Read(input[..(offset + 1)], ends: false);
        Assert.Equal((error, (long)offset), (cut.Error, cut.Offset));
        Assert.Equal(cut, Read([.. input[..(offset + 1)], .. Enumerable.Repeat((byte)0xFF, 20)], ends: true));
    }

    [Theory]
    [InlineData("--b--", FormLeniency.MissingPart, Deviations.MissingPart, "")]
    [InlineData("--b--\r\n", FormLeniency.MissingPart, Deviations.MissingPart, "")]
    [InlineData("--b\r\nA: 1\r\n\t2\r\n\r\nx\r\n--b--", FormLeniency.ObsFold, Deviations.ObsFold, "A=1\r\n\t2→x\n")]
    [InlineData("--b\r\nA: 1\r\n --b\r\n\r\nx\r\n--b--", FormLeniency.ObsFold, Deviations.ObsFold, "A=1\r\n --b→x\n")]
    public void Leniency_lets_its_deviation_pass_and_reports_it(string body, FormLeniency leniency, Deviations deviations, string parts)
    {
        byte[] input = Encoding.Latin1.GetBytes(body);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            MultipartRun run = MultipartRun.Over(input, s_boundary, MultipartLimits.Default, leniency, ends: true, cuts);
            Assert.Equal((ParseError.None, deviations, parts), (run.Error, run.Deviations, run.Parts));
            Assert.NotEqual(ParseError.None, MultipartRun.Over(input, s_boundary, MultipartLimits.Default, ~leniency, ends: true, cuts).Error);
        }
    }

    [Theory]
    [InlineData("--b--", FormLeniency.MissingPart, 3)]
    [InlineData("--b\r\nA: 1\r\n\t2\r\n\r\n", FormLeniency.ObsFold, 11)]
    public void Deviation_is_placed(string body, FormLeniency leniency, long place)
    {
        byte[] input = Encoding.Latin1.GetBytes(body);
        var parser = new MultipartParser(in s_boundary);
        var fields = new FieldLine[4];
        while (true)
        {
            ParseResult result = parser.Parse(input.AsSpan((int)parser.ConsumedTotal), false, fields, out _, MultipartLimits.Default, leniency);
            Assert.True(result.IsDone);
            if (result.Deviations != Deviations.None)
            {
                Assert.Equal(place, parser.ConsumedTotal - result.Consumed + result.Position);
                return;
            }
        }
    }

    [Fact]
    public void Every_octet_in_every_place_ends_without_an_exception_and_alike_bytewise()
    {
        byte[] seed = Encoding.Latin1.GetBytes("p\r\n--b \r\nA: 1\r\n\r\nx\r\n-\r\n--b\r\n\r\n\r\n--b-- \r\ne");
        for (int place = 0; place < seed.Length; place++)
        {
            for (int octet = 0; octet < 256; octet++)
            {
                byte[] input = [.. seed];
                input[place] = (byte)octet;
                MultipartRun whole = Read(input, ends: true);
                Assert.InRange(whole.Offset, 0, input.Length);
                Assert.Equal(whole, Read(input, ends: true, [.. Enumerable.Range(0, input.Length)]));
            }
        }
    }

    [Fact]
    public void Content_is_a_range_of_the_callers_buffer_and_only_a_possible_delimiter_is_held_back()
    {
        var parser = new MultipartParser(in s_boundary);
        var fields = new FieldLine[4];
        Assert.Equal(3, parser.Parse("--b\r\n\r\n"u8, false, fields, out _, MultipartLimits.Default).Consumed);
        Assert.Equal(2, parser.Parse("\r\n\r\n"u8, false, fields, out _, MultipartLimits.Default).Consumed);
        Assert.True(parser.Parse("\r\n"u8, false, fields, out MultipartPiece piece, MultipartLimits.Default).IsDone);
        Assert.Equal((MultipartPieceKind.PartHead, 0), (piece.Kind, piece.FieldCount));

        ParseResult result = parser.Parse("abc\r\n--"u8, false, fields, out piece, MultipartLimits.Default);
        Assert.Equal((3, MultipartPieceKind.Data, 3), (result.Consumed, piece.Kind, piece.DataLength));
        Assert.Equal(ParseResult.NeedMoreData(4), parser.Parse("\r\n--"u8, false, fields, out _, MultipartLimits.Default));
        result = parser.Parse("\r\n--c"u8, false, fields, out piece, MultipartLimits.Default);
        Assert.Equal((5, 5), (result.Consumed, piece.DataLength));
        Assert.Equal(8, parser.PartContent);
    }

    [Fact]
    public void Registered_names_of_a_head_are_identified()
    {
        var parser = new MultipartParser(in s_boundary);
        var fields = new FieldLine[4];
        byte[] input = "--b\r\ncontent-DISPOSITION: form-data\r\nx-y: z\r\n\r\n"u8.ToArray();
        while (true)
        {
            Assert.True(parser.Parse(input.AsSpan((int)parser.ConsumedTotal), false, fields, out MultipartPiece piece, MultipartLimits.Default).IsDone);
            if (piece.Kind == MultipartPieceKind.PartHead)
            {
                Assert.Equal((2, FieldName.ContentDisposition, FieldName.Unknown), (piece.FieldCount, fields[0].Name, fields[1].Name));
                return;
            }
        }
    }

    [Fact]
    public void Table_too_small_for_a_head_is_told_and_may_be_replaced()
    {
        var parser = new MultipartParser(in s_boundary);
        Assert.Equal(3, parser.Parse("--b\r\n"u8, false, [], out _, MultipartLimits.Default).Consumed);
        Assert.Equal(2, parser.Parse("\r\n"u8, false, [], out _, MultipartLimits.Default).Consumed);
        Assert.Equal(ParseResult.NeedMoreData(6), parser.Parse("A: 1\r\nB"u8, false, new FieldLine[2], out _, MultipartLimits.Default));
        Assert.Equal(ParseResult.TooSmall(ParseError.TooManyFields, 6), parser.Parse("A: 1\r\nB: 2\r\n\r\n"u8, false, new FieldLine[1], out _, MultipartLimits.Default));
        Assert.True(parser.Parse("A: 1\r\nB: 2\r\n\r\n"u8, false, new FieldLine[2], out MultipartPiece piece, MultipartLimits.Default).IsDone);
        Assert.Equal(2, piece.FieldCount);
    }

    [Fact]
    public void Fewer_octets_than_were_held_back_are_waited_for()
    {
        var parser = new MultipartParser(in s_boundary);
        Assert.Equal(ParseResult.NeedMoreData(2), parser.Parse("--"u8, false, [], out _, MultipartLimits.Default));
        Assert.Equal(ParseResult.NeedMoreData(1), parser.Parse("-"u8, false, [], out _, MultipartLimits.Default));
        Assert.Equal(ParseResult.Done(3), parser.Parse("--b"u8, false, [], out _, MultipartLimits.Default));
    }

    [Fact]
    public void Empty_boundary_throws() => Assert.Throws<ArgumentException>(() => new MultipartParser(default));

    private static MultipartRun Read(byte[] input, bool ends, params int[] cuts) =>
        MultipartRun.Over(input, s_boundary, MultipartLimits.Default, FormLeniency.None, ends, cuts);
}
