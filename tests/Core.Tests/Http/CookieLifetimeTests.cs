using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class CookieLifetimeTests
{
    private static readonly DateTime s_now = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("a=b", null)]
    [InlineData("a=b; Expires=nonsense", null)]
    [InlineData("a=b; Max-Age=x", null)]
    [InlineData("a=b; Max-Age=60", "2026-11-20T12:01:00")]
    [InlineData("a=b; Max-Age=0", "0001-01-01T00:00:00")]
    [InlineData("a=b; Max-Age=-1", "0001-01-01T00:00:00")]
    [InlineData("a=b; Max-Age=34559999", "2027-12-25T11:59:59")]
    [InlineData("a=b; Max-Age=34560000", "2027-12-25T12:00:00")]
    [InlineData("a=b; Max-Age=34560001", "2027-12-25T12:00:00")]
    [InlineData("a=b; Max-Age=1000000000000000000000000000000", "2027-12-25T12:00:00")]
    [InlineData("a=b; Max-Age=-1000000000000000000000000000000", "0001-01-01T00:00:00")]
    [InlineData("a=b; Expires=Sat, 25 Dec 2027 11:59:59 GMT", "2027-12-25T11:59:59")]
    [InlineData("a=b; Expires=Sat, 25 Dec 2027 12:00:01 GMT", "2027-12-25T12:00:00")]
    [InlineData("a=b; Expires=Fri, 31 Dec 9999 23:59:59 GMT", "2027-12-25T12:00:00")]
    [InlineData("a=b; Expires=Mon, 01 Jan 1601 00:00:00 GMT", "1601-01-01T00:00:00")]
    [InlineData("a=b; Max-Age=60; Expires=Fri, 31 Dec 9999 23:59:59 GMT", "2026-11-20T12:01:00")]
    [InlineData("a=b; Expires=Fri, 31 Dec 9999 23:59:59 GMT; Max-Age=60", "2026-11-20T12:01:00")]
    public void Expiry_is_that_of_max_age_or_expires_and_at_most_400_days_away(string text, string? expected)
    {
        byte[] value = Encoding.Latin1.GetBytes(text);
        Assert.True(SetCookieParser.Parse(value, out SetCookie cookie).IsDone);
        bool persistent = CookieLifetime.TryGetExpiry(in cookie, s_now.Ticks, out long ticks);
        Assert.Equal(expected, persistent ? new DateTime(ticks).ToString("s") : null);
    }

    [Fact]
    public void Clock_at_the_end_of_time_overflows_nothing()
    {
        Assert.True(SetCookieParser.Parse("a=b; Max-Age=99999999"u8, out SetCookie cookie).IsDone);
        Assert.True(CookieLifetime.TryGetExpiry(in cookie, DateTime.MaxValue.Ticks, out long ticks));
        Assert.Equal(DateTime.MaxValue.Ticks, ticks);
        Assert.Throws<ArgumentOutOfRangeException>(() => CookieLifetime.TryGetExpiry(default, -1, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => CookieLifetime.TryGetExpiry(default, DateTime.MaxValue.Ticks + 1, out _));
    }
}
