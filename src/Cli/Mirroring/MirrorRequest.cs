using HiPerf.Cli.Sessions;

namespace HiPerf.Cli.Mirroring;

/// <summary>What the command line says of a mirror.</summary>
/// <param name="Source">The folder to mirror.</param>
/// <param name="Destination">The folder that becomes like it.</param>
internal sealed record MirrorRequest(string Source, string Destination)
{
    public bool DryRun { get; init; }

    public bool Deletes { get; init; }

    public int MaxDeletes { get; init; }

    public int Parallel { get; init; }

    /// <summary>Where is noted what is done; null nowhere.</summary>
    public string? Journal { get; init; }

    public string[] Include { get; init; } = [];

    public string[] Exclude { get; init; } = [];

    /// <summary>time, size or hash.</summary>
    public string Compare { get; init; } = "time";

    public bool Json { get; init; }

    public SessionSettings Session { get; init; } = new();
}
