namespace HiPerf.Properties.Fuzz;

/// <summary>How long a run goes on, and where it starts. With neither time nor executions it takes ten seconds; with both, what comes first.</summary>
/// <param name="Executions">Inputs to execute, 0 for any number.</param>
/// <param name="Time">How long to execute, zero for any time.</param>
/// <param name="Seed">The same seed makes the same inputs, one by one.</param>
internal sealed record FuzzOptions(long Executions = 0, TimeSpan Time = default, ulong Seed = 1)
{
    public long MaxExecutions => Executions > 0 ? Executions : long.MaxValue;

    public TimeSpan MaxTime => Time > TimeSpan.Zero ? Time : Executions > 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(10);
}
