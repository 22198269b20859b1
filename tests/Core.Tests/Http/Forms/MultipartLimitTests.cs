using System.Text;
using HiPerf.Core.Tests.Http1;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http.Forms;

/// <summary>Each limit at its boundary: exactly met passes, one more is refused at that octet.</summary>
public class MultipartLimitTests
{
    private static readonly MultipartBoundary s_boundary = MultipartBoundary.Create("b"u8);

    private static readonly MultipartLimits s_limits = new() { MaxParts = 2, MaxHead = 20, MaxFieldLine = 12 };

    public static TheoryData<string, ParseError, int> Pairs => new()
    {
        { "--b\r\n\r\n\r\n--b\r\n\r\n\r\n--b--", ParseError.None, 0 },
        { "--b\r\n\r\n\r\n--b\r\n\r\n\r\n--b\r\n", ParseError.TooManyParts, 21 },
        { "--b\r\n\r\n\r\n--b\r\n\r\n\r\n--b \r\n", ParseError.TooManyParts, 21 },
        { "--b\r\n\r\n\r\n--b\r\n\r\n\r\n--bb", ParseError.BadDelimiter, 21 },
        { "--b\r\nA: 34567\r\nB: 456\r\n\r\n\r\n--b--", ParseError.None, 0 },
        { "--b\r\nA: 34567\r\nB: 4567\r\n\r\n\r\n--b--", ParseError.PartHeadTooLarge, 25 },
        { "--b\r\nA: 345678901\r\n\r\n\r\n--b--", ParseError.None, 0 },
        { "--b\r\nA: 3456789012\r\n\r\n\r\n--b--", ParseError.FieldLineTooLong, 17 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Limit_passes_at_its_value_and_refuses_beyond(string body, ParseError error, int offset)
    {
        byte[] input = Encoding.Latin1.GetBytes(body);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            MultipartRun run = MultipartRun.Over(input, s_boundary, in s_limits, FormLeniency.None, ends: true, cuts);
            Assert.Equal(error, run.Error);
            if (error != ParseError.None)
            {
                Assert.Equal(offset, run.Offset);
            }
        }
    }

    [Fact]
    public void Limits_out_of_range_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultipartLimits { MaxParts = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultipartLimits { MaxParts = (1 << 30) + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultipartLimits { MaxHead = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultipartLimits { MaxHead = (1 << 30) + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultipartLimits { MaxFieldLine = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MultipartLimits { MaxFieldLine = 65_536 });
        Assert.Equal((1, 2, 65_535), (new MultipartLimits { MaxParts = 1 }.MaxParts, new MultipartLimits { MaxHead = 2 }.MaxHead, new MultipartLimits { MaxFieldLine = 65_535 }.MaxFieldLine));
        Assert.Equal((1000, 8192, 4096), (MultipartLimits.Default.MaxParts, MultipartLimits.Default.MaxHead, MultipartLimits.Default.MaxFieldLine));
    }
}
