using System.Buffers.Text;

namespace HiPerf.Ftp;

/// <summary>Writes a time: an argument of MFMT, the text of a reply to MDTM, the value of a fact.</summary>
/// <remarks>RFC 3659 section 2.3. Milliseconds stand only where there are any.</remarks>
public static class TimeValWriter
{
    /// <summary>Octets of the longest form: fourteen digits, a dot, three digits.</summary>
    public const int MaxLength = 18;

    /// <summary>Writes a time.</summary>
    /// <param name="destination">Up to 18 octets are needed.</param>
    /// <param name="utcTicks">Ticks of <see cref="DateTime"/>, UTC; parts of a millisecond are dropped.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ticks are no date.</exception>
    public static bool TryWrite(Span<byte> destination, long utcTicks, out int written)
    {
        if (utcTicks < 0 || utcTicks > DateTime.MaxValue.Ticks)
        {
            FtpMisuse.BadTime(utcTicks);
        }

        var time = new DateTime(utcTicks, DateTimeKind.Utc);
        long number = (((((((((time.Year * 100L) + time.Month) * 100) + time.Day) * 100) + time.Hour) * 100) + time.Minute) * 100) + time.Second;
        int length = time.Millisecond == 0 ? 14 : MaxLength;
        written = 0;
        if (destination.Length < length)
        {
            return false;
        }

        _ = Utf8Formatter.TryFormat(number, destination, out _, new('D', 14));
        if (length == MaxLength)
        {
            destination[14] = (byte)'.';
            _ = Utf8Formatter.TryFormat(time.Millisecond, destination[15..], out _, new('D', 3));
        }

        written = length;
        return true;
    }
}
