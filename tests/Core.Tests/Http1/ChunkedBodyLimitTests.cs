using System.Buffers;
using System.Text;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>Each limit at its boundary: exactly met passes, one more is refused at that octet.</summary>
public class ChunkedBodyLimitTests
{
    private static readonly Http1Limits s_limits = new()
    {
        MaxChunkLine = 20,
        MaxChunkExtensions = 30,
        MaxTrailers = 40,
        MaxTrailerFields = 3,
        MaxFieldLine = 15,
    };

    public static TheoryData<string, ParseError, int> Pairs => new()
    {
        { "1;" + new string('a', 18) + "\r\n", ParseError.None, 0 },
        { "1;" + new string('a', 19) + "\r\n", ParseError.ChunkLineTooLong, 20 },
        { "1;" + new string('a', 14) + "\r\nx\r\n1;" + new string('a', 14) + "\r\n", ParseError.None, 0 },
        { "1;" + new string('a', 14) + "\r\nx\r\n1;" + new string('a', 15) + "\r\n", ParseError.ChunkOverhead, 37 },
        { "0\r\na: " + new string('x', 12) + "\r\n\r\n", ParseError.None, 0 },
        { "0\r\na: " + new string('x', 13) + "\r\n", ParseError.FieldLineTooLong, 18 },
        { "0\r\na: 1\r\nb: 2\r\nc: 3\r\n\r\n", ParseError.None, 0 },
        { "0\r\na: 1\r\nb: 2\r\nc: 3\r\nd", ParseError.TooManyFields, 21 },
        { "0\r\na: 345678901\r\nb: 345678901\r\nc: 34567\r\n\r\n", ParseError.None, 0 },
        { "0\r\na: 345678901\r\nb: 345678901\r\nc: 345678\r\n\r\n", ParseError.TrailersTooLarge, 43 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Limit_passes_at_its_value_and_refuses_beyond(string text, ParseError error, int offset)
    {
        byte[] input = Encoding.Latin1.GetBytes(text);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            ChunkedBodyRun run = ChunkedBodyRun.Over(input, in s_limits, cuts);
            Assert.Equal(error, run.Error);
            if (error != ParseError.None)
            {
                Assert.Equal(offset, run.Offset);
            }
        }
    }

    [Theory]
    [InlineData(5, ParseError.None, 0)]
    [InlineData(4, ParseError.ContentTooLarge, 0)]
    public void MaxContent_refuses_the_size_that_exceeds_it(long maxContent, ParseError error, int position)
    {
        var parser = new ChunkedBodyParser { MaxContent = maxContent };
        ParseResult result = parser.Parse("5\r\nhello"u8, [], out _, in s_limits);
        Assert.Equal((error, position), (result.Error, result.IsDone ? 0 : result.Position));
    }

    [Fact]
    public void MaxContent_below_zero_throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new ChunkedBodyParser { MaxContent = -1 });

    [Fact]
    public void MaxContent_counts_all_chunks()
    {
        var parser = new ChunkedBodyParser { MaxContent = 20 };
        Assert.True(parser.Parse("5\r\nhello"u8, [], out _, in s_limits).IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.ContentTooLarge, 3), parser.Parse("\r\n10\r\n"u8, [], out _, in s_limits));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void Framing_that_outweighs_its_content_is_refused(int chunkSize, bool refused)
    {
        // 100 KiB of framing at 5 octets a chunk; 25 % is 5 : 1.67, so chunks of one octet are refused and of two are not.
        string chunk = $"{chunkSize}\r\n{new string('x', chunkSize)}\r\n";
        byte[] input = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(chunk, 20_600)));
        ChunkedBodyRun run = ChunkedBodyRun.Over(input, Http1Limits.Server);
        Assert.Equal(refused ? ParseError.ChunkOverhead : ParseError.None, run.Error);
        if (!refused)
        {
            return;
        }

        // The first size line whose LF is framing octet 102,400 or later: 20,479 whole chunks and three octets make 102,398.
        Assert.Equal((20_480 * 6) + 2, run.Offset);
        Assert.Equal(run, ChunkedBodyRun.Over(input, Http1Limits.Server, 61_441, 100_001, 122_881, 122_882));
    }
}
