using System.Globalization;
using System.Text;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class CookieDateTests
{
    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37")]
    [InlineData("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37")]
    [InlineData("08:49:37 6 nov 1994", "1994-11-06T08:49:37")]
    [InlineData("1994 ; 6 ! NOVEMBER \" 8:9:7x y", "1994-11-06T08:09:07")] // "1994" is no day, so the year.
    [InlineData("6 10 nov 08:49:37", "2010-11-06T08:49:37")]
    [InlineData("6th nov 94AD 08:49:37.5", "1994-11-06T08:49:37")]
    [InlineData("08:49:37 10:11:12 nov 94", "1994-11-10T08:49:37")] // A second time is a day.
    [InlineData("1 jan 70 0:0:0", "1970-01-01T00:00:00")]
    [InlineData("1 jan 69 0:0:0", "2069-01-01T00:00:00")]
    [InlineData("1 jan 99 0:0:0", "1999-01-01T00:00:00")]
    [InlineData("1 jan 00 0:0:0", "2000-01-01T00:00:00")]
    [InlineData("1 jan 069 0:0:0", "2069-01-01T00:00:00")]
    [InlineData("1 jan 0099 0:0:0", "1999-01-01T00:00:00")]
    [InlineData("1 jan 1601 0:0:0", "1601-01-01T00:00:00")]
    [InlineData("31 dec 9999 23:59:59", "9999-12-31T23:59:59")]
    [InlineData("29 feb 2024 0:0:0", "2024-02-29T00:00:00")]
    [InlineData("29 feb 2024 0:0:0 31 jan 1999", "2024-02-29T00:00:00")]
    [InlineData("\t-29\xFF.feb@2024`{0:0:0~", "2024-02-29T00:00:00")]
    public void Date_is_taken_out_of_the_text(string text, string expected)
    {
        Assert.True(CookieDate.TryParse(Encoding.Latin1.GetBytes(text), out long ticks));
        Assert.Equal(expected, new DateTime(ticks).ToString("s", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ,-")]
    [InlineData("0")]
    [InlineData("nov 1994 08:49:37")]
    [InlineData("6 1994 08:49:37")]
    [InlineData("6 nov 08:49:37")]
    [InlineData("6 nov 1994")]
    [InlineData("6 no 1994 08:49:37")]
    [InlineData("6 nov 19945 08:49:37")]
    [InlineData("6 nov 9 08:49:37")]
    [InlineData("006 nov 1994 08:49:37")]
    [InlineData("0 nov 1994 08:49:37")]
    [InlineData("32 nov 1994 08:49:37")]
    [InlineData("31 nov 1994 08:49:37")]
    [InlineData("29 feb 2023 08:49:37")]
    [InlineData("6 nov 1600 08:49:37")]
    [InlineData("6 nov 100 08:49:37")]
    [InlineData("6 nov 1994 24:00:00")]
    [InlineData("6 nov 1994 08:60:00")]
    [InlineData("6 nov 1994 08:49:60")]
    [InlineData("6 nov 1994 08:49")]
    [InlineData("6 nov 1994 08:49:")]
    [InlineData("6 nov 1994 008:49:37")]
    [InlineData("6 nov 1994 08:49:037")]
    [InlineData("6 nov 1994 08: 49:37")]
    [InlineData("6 nov 1994 :08:49:37")]
    public void Anything_less_is_no_date(string text)
    {
        Assert.False(CookieDate.TryParse(Encoding.Latin1.GetBytes(text), out long ticks));
        Assert.Equal(0, ticks);
    }

    [Fact]
    public void Written_http_date_is_read()
    {
        Span<byte> place = stackalloc byte[HttpDate.Length];
        for (long ticks = new DateTime(1601, 1, 1).Ticks; ticks < DateTime.MaxValue.Ticks; ticks += (TimeSpan.TicksPerDay * 97) + (TimeSpan.TicksPerSecond * 7919))
        {
            Assert.True(HttpDate.TryWrite(place, ticks, out _));
            Assert.True(CookieDate.TryParse(place, out long read));
            Assert.Equal(ticks - (ticks % TimeSpan.TicksPerSecond), read);
        }
    }

    [Fact]
    public void Delimiters_are_the_octets_of_the_grammar()
    {
        for (int octet = 0; octet < 256; octet++)
        {
            bool delimiter = octet is 0x09 or (>= 0x20 and <= 0x2F) or (>= 0x3B and <= 0x40) or (>= 0x5B and <= 0x60) or (>= 0x7B and <= 0x7E);
            byte[] text = [.. "6"u8, (byte)octet, .. "nov 1994 08:49:37"u8];
            Assert.Equal(delimiter, CookieDate.TryParse(text, out _));
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        _ = CookieDate.TryParse("Sunday, 06-Nov-94 08:49:37 GMT"u8, out _);
        Assert.Equal(0, Allocation.Least(() =>
        {
            Assert.True(CookieDate.TryParse("Sunday, 06-Nov-94 08:49:37 GMT"u8, out _));
            Assert.False(CookieDate.TryParse("Sunday, 32-Nov-94 08:49:37 GMT"u8, out _));
        }));
    }
}
