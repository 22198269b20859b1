using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class SizeParserTests
{
    [Theory]
    [InlineData("0", 0, -1)]
    [InlineData("9223372036854775807", long.MaxValue, -1)]
    [InlineData("0000000000000000010", 10, -1)]
    [InlineData("12  ", 12, -1)]
    [InlineData("", -1, 0)]
    [InlineData("-1", -1, 0)]
    [InlineData(" 1", -1, 0)]
    [InlineData("9223372036854775808", -1, 18)]
    [InlineData("00000000000000000000", -1, 19)]
    [InlineData("1 2", -1, 2)]
    [InlineData("1k", -1, 1)]
    public void Sizes(string text, long size, int offset)
    {
        ParseResult result = SizeParser.Parse(FtpTexts.Octets(text), out long found);
        Assert.Equal((size, offset), (found, result.Position));
        Assert.Equal(offset < 0 ? ParseError.None : ParseError.BadSize, result.Error);
    }

    [Theory]
    [InlineData("Opening BINARY mode data connection for a (1234 bytes).", 1234)]
    [InlineData("Opening for (5 bytes) (1 byte)", 1)]
    [InlineData("Opening for a (12 bytes", -1)]
    [InlineData("Opening for a (-12 bytes)", -1)]
    [InlineData("Opening for (x)", -1)]
    public void Size_hints(string text, long size)
    {
        Assert.Equal(size >= 0, SizeParser.TryFindHint(FtpTexts.Octets(text), out long found));
        Assert.Equal(size, found);
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_read_or_refused() => FtpAllocation.IsNone(() =>
        SizeParser.Parse("12"u8, out _).IsDone && !SizeParser.Parse("1k"u8, out _).IsDone && SizeParser.TryFindHint("for a (12 bytes)"u8, out _));
}
