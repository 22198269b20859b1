using System.Globalization;
using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class TimeValParserTests
{
    [Theory]
    [InlineData("19700101000000", "1970-01-01T00:00:00.0000000", 0)]
    [InlineData("00010101000000", "0001-01-01T00:00:00.0000000", 0)]
    [InlineData("99991231235959.9999999", "9999-12-31T23:59:59.9999999", 7)]
    [InlineData("20000229235960", "2000-02-29T23:59:59.0000000", 0)]
    [InlineData("20000102030405.5", "2000-01-02T03:04:05.5000000", 1)]
    [InlineData("20000102030405.00000019", "2000-01-02T03:04:05.0000001", 8)]
    public void Valid_time_is_read(string text, string time, int digits)
    {
        byte[] octets = FtpTexts.Octets(text);
        Assert.Equal(ParseResult.Done(octets.Length), TimeValParser.Parse(octets, out TimeVal value));
        Assert.Equal((time, digits), (new DateTime(value.UtcTicks).ToString("O", CultureInfo.InvariantCulture), value.FractionDigits));
        FtpAllocation.IsNone(() => TimeValParser.Parse(octets, out _).IsDone);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("00000101000000", 3)]
    [InlineData("20001", 5)]
    [InlineData("20001301000000", 5)]
    [InlineData("20000001000000", 5)]
    [InlineData("20010229000000", 7)]
    [InlineData("20000100000000", 7)]
    [InlineData("20000101240000", 9)]
    [InlineData("20000101006000", 10)]
    [InlineData("20000101000061", 13)]
    [InlineData("20000101000000.", 15)]
    [InlineData("20000101000000.1x", 16)]
    [InlineData("20000101000000Z", 14)]
    [InlineData("191000102030405", 5)]
    [InlineData("-2000101000000", 0)]
    public void Refused_time_is_refused_at_the_first_octet_that_spoils_it(string text, int offset)
    {
        byte[] octets = FtpTexts.Octets(text);
        Assert.Equal(ParseResult.Invalid(ParseError.BadTimeVal, offset), TimeValParser.Parse(octets, out TimeVal value));
        Assert.Equal(default, value);
        FtpAllocation.IsNone(() => !TimeValParser.Parse(octets, out _).IsDone);
    }
}
