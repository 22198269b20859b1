namespace HiPerf.Html;

/// <summary>How much of a time is known, and shown.</summary>
public enum DirectoryPagePrecision : byte
{
    /// <summary>To the second.</summary>
    Second = 0,

    /// <summary>To the minute.</summary>
    Minute,

    /// <summary>To the day.</summary>
    Day,
}
