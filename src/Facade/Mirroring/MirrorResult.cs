namespace HiPerf;

/// <summary>What became of a plan.</summary>
public sealed record MirrorResult
{
    /// <summary>What was carried out now.</summary>
    public required IReadOnlyList<MirrorOutcome> Done { get; init; }

    /// <summary>What failed.</summary>
    public required IReadOnlyList<MirrorFailure> Failures { get; init; }

    /// <summary>Operations that the journal noted as done before.</summary>
    public int DoneBefore { get; init; }

    /// <summary>Operations that were not begun: too many had failed, or a folder for them had.</summary>
    public int NotBegun { get; init; }

    /// <summary>Entries the plan refused.</summary>
    public int Refused { get; init; }

    /// <summary>Octets copied now.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether all that was planned is done, and nothing was refused.</summary>
    public bool IsWhole => Failures.Count == 0 && NotBegun == 0 && Refused == 0;
}
