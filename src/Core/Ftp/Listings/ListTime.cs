namespace HiPerf.Ftp;

/// <summary>A time as a listing tells it.</summary>
internal readonly record struct ListTime(long Ticks, FtpTimePrecision Precision, bool IsUtc = false);
