using System.Globalization;
using System.Text;
using HiPerf.Http;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http;

public class HttpDateTests
{
    private static readonly long s_now = new DateTime(2026, 11, 20).Ticks;

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37")]
    [InlineData("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37")]
    [InlineData("Wed Nov 16 08:49:37 1994", "1994-11-16T08:49:37")]
    [InlineData("Wednesday, 01-Jan-25 00:00:00 GMT", "2025-01-01T00:00:00")]
    [InlineData("Thursday, 19-Nov-76 00:00:00 GMT", "2076-11-19T00:00:00")]
    [InlineData("Thursday, 21-Nov-76 00:00:00 GMT", "1976-11-21T00:00:00")]
    [InlineData("Friday, 01-Jan-77 00:00:00 GMT", "1977-01-01T00:00:00")]
    [InlineData("Thu, 29 Feb 2024 23:59:59 GMT", "2024-02-29T23:59:59")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT", "0001-01-01T00:00:00")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37")]
    public void Date_is_read_in_three_forms(string text, string expected)
    {
        Assert.True(HttpDate.TryParse(Encoding.ASCII.GetBytes(text), s_now, out long ticks));
        Assert.Equal(expected, new DateTime(ticks).ToString("s", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("Sun, 6 Nov 1994 08:49:37 GMT")]
    [InlineData("sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 gmt")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 UTC")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT ")]
    [InlineData("Sun, 06 Nov 1994 08:49:37")]
    [InlineData("Xun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("unM, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 anF 1994 08:49:37 GMT")]
    [InlineData("Sun, 00 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 31 Nov 1994 08:49:37 GMT")]
    [InlineData("Thu, 29 Feb 2023 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 0000 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 24:00:00 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:60:00 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:61 GMT")]
    [InlineData("Sun, 06 Nov 1994 08-49-37 GMT")]
    [InlineData("Sun, +6 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sundae, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-9x 08:49:37 GMT")]
    [InlineData("Sun Nov 06 08:49:37 94  ")]
    [InlineData("Sun Nov  6 08:49:37 1994 ")]
    [InlineData("Sun Nov 6  08:49:37 1994")]
    public void Anything_else_is_no_date(string text)
    {
        Assert.False(HttpDate.TryParse(Encoding.ASCII.GetBytes(text), s_now, out long ticks));
        Assert.Equal(0, ticks);
    }

    [Fact]
    public void Date_is_read_as_it_was_written()
    {
        Span<byte> place = stackalloc byte[HttpDate.Length];
        for (long ticks = 0; ticks < DateTime.MaxValue.Ticks; ticks += TimeSpan.TicksPerDay * 97 + TimeSpan.TicksPerSecond * 7919)
        {
            Assert.True(HttpDate.TryWrite(place, ticks, out int written));
            Assert.Equal(new DateTime(ticks).ToString("R", CultureInfo.InvariantCulture), Encoding.ASCII.GetString(place));
            Assert.Equal(HttpDate.Length, written);
            Assert.True(HttpDate.TryParse(place, s_now, out long read));
            Assert.Equal(ticks - (ticks % TimeSpan.TicksPerSecond), read);
        }
    }

    [Fact]
    public void Every_octet_in_every_place_ends_without_an_exception()
    {
        foreach (string form in (string[])["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])
        {
            for (int place = 0; place < form.Length; place++)
            {
                for (int octet = 0; octet < 256; octet++)
                {
                    byte[] input = Encoding.ASCII.GetBytes(form);
                    input[place] = (byte)octet;
                    if (!HttpDate.TryParse(input, s_now, out long ticks))
                    {
                        Assert.Equal(0, ticks);
                    }
                }
            }
        }
    }

    [Fact]
    public void Short_destination_is_told_and_ticks_that_are_no_date_throw()
    {
        Assert.False(HttpDate.TryWrite(new byte[28], 0, out int written));
        Assert.Equal(0, written);
        Assert.Throws<ArgumentOutOfRangeException>(() => HttpDate.TryWrite(new byte[29], -1, out _));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] place = new byte[29];
        byte[] rfc850 = "Sunday, 06-Nov-94 08:49:37 GMT"u8.ToArray();
        Use();
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                Use();
            }
        }));

        void Use()
        {
            HttpDate.TryWrite(place, s_now, out _);
            HttpDate.TryParse(place, s_now, out _);
            HttpDate.TryParse(rfc850, s_now, out _);
            HttpDate.TryParse("no date at all, certainly"u8, s_now, out _);
        }
    }
}
