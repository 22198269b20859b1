using System.Buffers;
using System.Text;
using HiPerf.Core.Tests.Http1;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http.Forms;

public class UrlencodedParserTests
{
    private static readonly UrlencodedLimits s_small = new() { MaxPairs = 2, MaxName = 4, MaxValue = 6 };

    public static TheoryData<string, string> Valid => new(UrlencodedForms.Valid.Select(v => (v.Form, v.Pairs)));

    public static TheoryData<string, int, string> Refused => new(UrlencodedForms.Refused.Select(r => (r.Form, r.Offset, r.LenientPairs)));

    [Theory]
    [MemberData(nameof(Valid))]
    public void Valid_form_is_read_alike_at_every_cut(string form, string pairs)
    {
        byte[] input = Encoding.Latin1.GetBytes(form);
        var expected = new UrlencodedRun(OperationStatus.Done, ParseError.None, input.Length, pairs, Deviations.None, -1);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            Assert.Equal(expected, Read(input, ends: true, cuts));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Bad_escape_is_refused_alike_at_every_cut_or_let_pass(string form, int offset, string lenientPairs)
    {
        byte[] input = Encoding.Latin1.GetBytes(form);
        long first = form.IndexOf('%', StringComparison.Ordinal);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            UrlencodedRun run = Read(input, ends: true, cuts);
            Assert.Equal((OperationStatus.InvalidData, ParseError.BadFormEncoding, (long)offset), (run.Status, run.Error, run.Offset));
            run = UrlencodedRun.Over(input, UrlencodedLimits.Default, FormLeniency.BadFormEncoding, ends: true, cuts);
            Assert.Equal((ParseError.None, lenientPairs, Deviations.BadFormEncoding, first), (run.Error, run.Pairs, run.Deviations, run.FirstDeviation));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Bad_escape_is_refused_at_the_first_octet_that_spoils_it(string form, int offset, string lenientPairs)
    {
        Assert.NotEmpty(lenientPairs);
        byte[] input = Encoding.Latin1.GetBytes(form);
        Assert.Equal(OperationStatus.NeedMoreData, Read(input[..offset], ends: false).Status);
        if (offset < input.Length)
        {
            UrlencodedRun cut = Read(input[..(offset + 1)], ends: false);
            Assert.Equal((long)offset, cut.Offset);
            Assert.Equal(cut, Read([.. input[..(offset + 1)], 0xFF, (byte)'4', (byte)'&'], ends: true));
        }
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void Form_that_goes_on_needs_more_data(string form, string pairs)
    {
        byte[] input = Encoding.Latin1.GetBytes(form);
        for (int length = 0; length <= input.Length; length++)
        {
            UrlencodedRun run = Read(input[..length], ends: false);
            Assert.Equal(OperationStatus.NeedMoreData, run.Status);
            Assert.StartsWith(run.Pairs, pairs, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a&b", ParseError.None, 0)]
    [InlineData("a&&b&&", ParseError.None, 0)]
    [InlineData("a&b&c", ParseError.TooManyPairs, 4)]
    [InlineData("a&b&&&=", ParseError.TooManyPairs, 6)]
    [InlineData("abcd=x", ParseError.None, 0)]
    [InlineData("abcde=x", ParseError.FormNameTooLong, 4)]
    [InlineData("abcd&abcd", ParseError.None, 0)]
    [InlineData("abcde", ParseError.FormNameTooLong, 4)]
    [InlineData("a%41=x", ParseError.None, 0)]
    [InlineData("ab%41=x", ParseError.FormNameTooLong, 4)]
    [InlineData("abcd%", ParseError.FormNameTooLong, 4)]
    [InlineData("ab%=1", ParseError.BadFormEncoding, 3)]
    [InlineData("abc%=1", ParseError.BadFormEncoding, 4)]
    [InlineData("=123456", ParseError.None, 0)]
    [InlineData("=1234567", ParseError.FormValueTooLong, 7)]
    [InlineData("=123=56", ParseError.None, 0)]
    [InlineData("=123%56", ParseError.None, 0)]
    [InlineData("=1234%56", ParseError.FormValueTooLong, 7)]
    [InlineData("=123456&=1234567", ParseError.FormValueTooLong, 15)]
    public void Limit_passes_at_its_value_and_refuses_beyond(string form, ParseError error, int offset)
    {
        byte[] input = Encoding.Latin1.GetBytes(form);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            UrlencodedRun run = UrlencodedRun.Over(input, in s_small, FormLeniency.None, ends: true, cuts);
            Assert.Equal((error, error == ParseError.None ? input.Length : offset), (run.Error, run.Offset));
        }
    }

    [Fact]
    public void Limits_out_of_range_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UrlencodedLimits { MaxPairs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new UrlencodedLimits { MaxName = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new UrlencodedLimits { MaxValue = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new UrlencodedLimits { MaxPairs = (1 << 30) + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new UrlencodedLimits { MaxName = (1 << 30) + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new UrlencodedLimits { MaxValue = (1 << 30) + 1 });
        Assert.Equal((1000, 2048, 1 << 20), (UrlencodedLimits.Default.MaxPairs, UrlencodedLimits.Default.MaxName, UrlencodedLimits.Default.MaxValue));
    }

    [Fact]
    public void Pair_is_two_ranges_of_the_callers_buffer_still_encoded()
    {
        var parser = default(UrlencodedParser);
        ParseResult result = parser.Parse("&&a+b=%41&"u8, false, out UrlencodedPiece piece, UrlencodedLimits.Default);
        Assert.Equal((10, 2, 3, 6, 3), (result.Consumed, piece.NameStart, piece.NameLength, piece.ValueStart, piece.ValueLength));
        Assert.Equal(1, parser.PairCount);
    }

    [Fact]
    public void Fewer_octets_than_were_seen_are_read_anew()
    {
        var parser = default(UrlencodedParser);
        Assert.Equal(ParseResult.NeedMoreData(4), parser.Parse("ab=c"u8, false, out _, UrlencodedLimits.Default));
        Assert.Equal(ParseResult.NeedMoreData(1), parser.Parse("a"u8, false, out _, UrlencodedLimits.Default));
        Assert.Equal(ParseResult.Done(5), parser.Parse("ab=c&"u8, false, out UrlencodedPiece piece, UrlencodedLimits.Default));
        Assert.Equal((2, 1), (piece.NameLength, piece.ValueLength));
    }

    [Fact]
    public void Every_octet_in_every_place_ends_without_an_exception_and_alike_bytewise()
    {
        byte[] seed = "a=%41&b+%2b&&=%%4=&"u8.ToArray();
        for (int place = 0; place < seed.Length; place++)
        {
            for (int octet = 0; octet < 256; octet++)
            {
                foreach (FormLeniency leniency in (FormLeniency[])[FormLeniency.None, FormLeniency.BadFormEncoding])
                {
                    byte[] input = [.. seed];
                    input[place] = (byte)octet;
                    UrlencodedRun whole = UrlencodedRun.Over(input, in s_small, leniency, ends: true);
                    Assert.InRange(whole.Offset, 0, input.Length);
                    Assert.Equal(whole, UrlencodedRun.Over(input, in s_small, leniency, ends: true, [.. Enumerable.Range(0, input.Length)]));
                }
            }
        }
    }

    private static UrlencodedRun Read(byte[] input, bool ends, params int[] cuts) =>
        UrlencodedRun.Over(input, UrlencodedLimits.Default, FormLeniency.None, ends, cuts);
}
