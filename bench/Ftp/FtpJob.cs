namespace HiPerf.Bench.Ftp;

/// <summary>What <c>quick ftp</c> times.</summary>
internal enum FtpJobKind
{
    NoOp,
    Size,
    Files,
    Batch,
    Parallel,
    List,
    Download,
    Upload,
}

/// <summary>A job, and what our client is held to at it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">What it is called on the command line and in the output.</param>
/// <param name="Unit">What times and allocations are told for.</param>
/// <param name="Bar">The ratio to the floor that our client may have; null where none is set.</param>
/// <param name="BarBytes">Octets it may allocate an operation; null where none are set.</param>
internal sealed record FtpJob(FtpJobKind Kind, string Name, string Unit, double? Bar = null, int? BarBytes = null)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FtpJob> All { get; } =
    [
        new(FtpJobKind.NoOp, "noop", "a command", 1.05, 0),
        new(FtpJobKind.Size, "size", "a command"),
        new(FtpJobKind.Files, "files", "a file", 1.10, 2048),
        new(FtpJobKind.Batch, "batch", "a file", 1.00),
        new(FtpJobKind.Parallel, "parallel", "a file"),
        new(FtpJobKind.List, "list", "an entry", 1.40, 300),
        new(FtpJobKind.Download, "down", "in all", 0.95),
        new(FtpJobKind.Upload, "up", "in all"),
    ];

    /// <summary>Whether it is told in octets a second, so that a ratio above 1 is faster than the floor.</summary>
    public bool IsRate => Kind is FtpJobKind.Download or FtpJobKind.Upload;

    /// <summary>Whether a ratio to the floor meets the bar; null where none is set.</summary>
    public bool? Meets(double ratio) => Bar is not { } bar ? null : IsRate ? ratio >= bar : Kind == FtpJobKind.Batch ? ratio < bar : ratio <= bar;

    /// <summary>The bar in words, or nothing. Octets only in clear: a stream of TLS a file costs more than all else.</summary>
    public string BarText(bool secure) => Bar is not { } bar ? ""
        : FormattableString.Invariant($"our bar: {(IsRate ? "≥" : Kind == FtpJobKind.Batch ? "<" : "≤")} {bar:F2}{(BarBytes is { } bytes && !secure ? $", ≤ {bytes} B {Unit}" : "")}");
}
