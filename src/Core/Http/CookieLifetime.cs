namespace HiPerf.Http;

/// <summary>Until when a cookie is kept. RFC 6265bis sections 5.5, 5.6.1, 5.6.2.</summary>
public static class CookieLifetime
{
    /// <summary>The longest a cookie is kept: 400 days.</summary>
    public static TimeSpan Most { get; } = TimeSpan.FromDays(400);

    /// <summary>Computes when a cookie expires.</summary>
    /// <param name="cookie">The cookie.</param>
    /// <param name="nowTicks">The time at which it was received, in ticks of <see cref="DateTime"/>, UTC.</param>
    /// <param name="expiryTicks">When it expires, at most 400 days behind <paramref name="nowTicks"/>; 0 when Max-Age is not above zero; 0 where it does not expire.</param>
    /// <returns>False for a cookie that is kept until the session ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nowTicks"/> are no date.</exception>
    /// <remarks>Max-Age counts before Expires, in either order. A time that is not behind now means: take the cookie away.</remarks>
    public static bool TryGetExpiry(in SetCookie cookie, long nowTicks, out long expiryTicks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nowTicks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nowTicks, DateTime.MaxValue.Ticks);
        long last = nowTicks + Math.Min(Most.Ticks, DateTime.MaxValue.Ticks - nowTicks);
        if ((cookie.Attributes & CookieAttributes.MaxAge) != CookieAttributes.None)
        {
            long seconds = Math.Min(cookie.MaxAgeSeconds, Most.Ticks / TimeSpan.TicksPerSecond);
            expiryTicks = seconds <= 0 ? 0 : Math.Min(nowTicks + (seconds * TimeSpan.TicksPerSecond), last);
            return true;
        }

        expiryTicks = Math.Min(cookie.ExpiresTicks, last);
        return (cookie.Attributes & CookieAttributes.Expires) != CookieAttributes.None;
    }
}
