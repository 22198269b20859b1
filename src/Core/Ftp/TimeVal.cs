namespace HiPerf.Ftp;

/// <summary>A time as FTP has it: UTC, to the second or finer.</summary>
/// <param name="UtcTicks">Ticks of <see cref="DateTime"/>, UTC; a leap second counts as the second before it.</param>
/// <param name="FractionDigits">Digits of the fraction as they stood, 0 to 255: how fine the time is.</param>
/// <remarks>RFC 3659 section 2.3.</remarks>
public readonly record struct TimeVal(long UtcTicks, byte FractionDigits);
