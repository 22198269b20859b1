using HiPerf.Ftp;

namespace HiPerf;

/// <summary>One step of a mirror.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">Of what, relative to both roots, parted by <c>/</c>; empty is the root itself. Of a refused name it is shown with its control characters escaped.</param>
/// <param name="Reason">Why.</param>
public sealed record MirrorOperation(MirrorOperationKind Kind, string Path, MirrorReason Reason)
{
    /// <summary>Octets of the file to copy or to delete; null when unknown, and for folders.</summary>
    public long? Length { get; init; }

    /// <summary>When that file was last written; null when unknown.</summary>
    public DateTimeOffset? LastWriteTime { get; init; }

    /// <summary>How exact that time is.</summary>
    public FtpTimePrecision TimePrecision { get; init; }

    /// <summary>Whether it changes the destination.</summary>
    public bool IsChange => Kind is not (MirrorOperationKind.Skip or MirrorOperationKind.Refused);

    /// <summary>Whether it moves a file.</summary>
    public bool IsCopy => Kind is MirrorOperationKind.Copy or MirrorOperationKind.Replace;

    /// <summary>Whether it removes something.</summary>
    public bool IsDelete => Kind is MirrorOperationKind.Delete or MirrorOperationKind.DeleteDirectory;

    /// <summary>Kind, path, length and reason in one line without control characters.</summary>
    public override string ToString() => MirrorPlanText.Line(this);
}
