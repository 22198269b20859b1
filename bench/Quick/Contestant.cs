namespace HiPerf.Bench.Quick;

/// <summary>One of those whose times are compared.</summary>
/// <param name="Name">What it is called in the output.</param>
/// <param name="Job">Does its argument's number of operations.</param>
internal sealed record Contestant(string Name, Action<int> Job);
