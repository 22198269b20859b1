namespace HiPerf;

/// <summary>How a plan is carried out. Immutable.</summary>
public sealed record MirrorExecution
{
    internal static readonly MirrorExecution Default = new();

    /// <summary>Files that are copied at the same time, 1 to 64; 4. Each has a connection of its own.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>A local file that notes what is done, so that the same plan goes on there after a crash; null keeps none. It remains when all is done.</summary>
    public string? JournalPath { get; init; }

    /// <summary>Operations that may fail before no other is begun, 1 to 2^31-1; 100.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Attempts at one operation whose connection breaks, 1 to 10; 2.</summary>
    public int MaxAttempts { get; init; } = 2;

    /// <summary>Whether a hash is compared where an FTP server offers one; true.</summary>
    public bool Verify { get; init; } = true;

    /// <summary>Hears of each operation that ended; null tells nobody.</summary>
    public IProgress<MirrorProgress>? Progress { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parallel, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Parallel, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxErrors, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxAttempts, 10);
    }
}
