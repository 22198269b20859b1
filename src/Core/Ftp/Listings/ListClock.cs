namespace HiPerf.Ftp;

/// <summary>Makes times of their parts, and finds the year where a listing leaves it out.</summary>
/// <remarks><c>ls</c> leaves the year out when a time is within half a year of its clock, so the year is the latest one that brings the time no more than
/// <paramref name="MaxFutureDays"/> beyond now.</remarks>
/// <param name="NowTicks">The time now in the server's zone, 0 when not known.</param>
/// <param name="MaxFutureDays">How far a time without a year may lie ahead.</param>
internal readonly record struct ListClock(long NowTicks, int MaxFutureDays)
{
    /// <summary>A time with all its parts; false when there is no such day.</summary>
    public static bool TryMake(int year, int month, int day, long timeOfDay, FtpTimePrecision precision, out ListTime time)
    {
        time = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        time = new ListTime(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks + timeOfDay, precision);
        return true;
    }

    /// <summary>A time without a year; its precision is none when there is no clock.</summary>
    public bool TryInfer(int month, int day, long timeOfDay, FtpTimePrecision precision, out ListTime time)
    {
        // 2000 had every day of a year.
        if (!TryMake(2000, month, day, timeOfDay, precision, out time))
        {
            return false;
        }

        if (NowTicks == 0)
        {
            time = default;
            return true;
        }

        // February 29 comes back after eight years at the latest.
        long latest = NowTicks + Math.Min(MaxFutureDays * TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - NowTicks);
        int year = new DateTime(latest).Year;
        for (int i = 0; i < 10; i++)
        {
            if (TryMake(year - i, month, day, timeOfDay, precision, out time) && time.Ticks <= latest)
            {
                return true;
            }
        }

        // The clock stands within the first years there are.
        time = default;
        return true;
    }

    /// <summary>The century of a year of two digits: 1970 to 2069.</summary>
    public static int Century(int year) => year < 70 ? year + 2000 : year + 1900;
}
