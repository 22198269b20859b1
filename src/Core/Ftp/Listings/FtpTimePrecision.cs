namespace HiPerf.Ftp;

/// <summary>How exactly a listing tells a time.</summary>
public enum FtpTimePrecision : byte
{
    /// <summary>Not at all, or without a year and no clock was given.</summary>
    None = 0,

    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the minute.</summary>
    Minute,

    /// <summary>To the second, or below.</summary>
    Second,
}
