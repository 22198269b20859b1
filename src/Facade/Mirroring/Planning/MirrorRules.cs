using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>By what two trees are compared: the options, and what the two ends can do.</summary>
internal sealed record MirrorRules
{
    public MirrorComparison Comparison { get; init; }

    public bool Deletes { get; init; }

    public TimeSpan Tolerance { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether copies have the time of their source; else only a newer source differs.</summary>
    public bool KeepsTimes { get; init; } = true;

    /// <summary>Whether the destination takes names for one that differ in case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Whether folders without a file to mirror are not made: the filters ask for files.</summary>
    public bool Prunes { get; init; }

    /// <summary>Whether the destination's root is there.</summary>
    public bool HasRoot { get; init; } = true;

    /// <summary>Why one file differs from another; null when it does not.</summary>
    public MirrorReason? Difference(MirrorEntry source, MirrorEntry destination, IReadOnlySet<string> differing)
    {
        if (source.Length is { } length && destination.Length is { } other && length != other)
        {
            return MirrorReason.SizeDiffers;
        }

        return Comparison switch
        {
            MirrorComparison.Hash => differing.Contains(source.Path) ? MirrorReason.HashDiffers : null,
            MirrorComparison.SizeOnly => null,
            _ => TimeDifference(source, destination),
        };
    }

    private MirrorReason? TimeDifference(MirrorEntry source, MirrorEntry destination)
    {
        if (source.Time is not { } time || destination.Time is not { } other)
        {
            return null;
        }

        var precision = source.Precision < destination.Precision ? source.Precision : destination.Precision;
        var coarse = precision switch
        {
            FtpTimePrecision.Second => TimeSpan.Zero,
            FtpTimePrecision.Minute => TimeSpan.FromMinutes(1),
            FtpTimePrecision.Day => TimeSpan.FromDays(1),
            _ => TimeSpan.MaxValue,
        };
        var tolerance = coarse > Tolerance ? coarse : Tolerance;
        return time - other > tolerance ? MirrorReason.Newer : KeepsTimes && other - time > tolerance ? MirrorReason.Older : null;
    }
}
