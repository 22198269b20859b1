namespace HiPerf.Bench.Quick;

/// <summary>What one contestant took: nanoseconds an operation, one number a round, and octets allocated an operation.</summary>
internal sealed record Timing(double[] Rounds, double Bytes)
{
    /// <summary>The middle round; of an even number the later of the two.</summary>
    public double Median => MedianOf(Rounds);

    /// <summary>The best round.</summary>
    public double Min => Rounds.Min();

    /// <summary>How many times as long the other took: the median of the rounds' own ratios, so that a slow moment, which both see, cancels out.</summary>
    public double RatioOf(Timing other) => MedianOf([.. other.Rounds.Zip(Rounds, (theirs, ours) => theirs / ours)]);

    private static double MedianOf(double[] values) => values.Order().ElementAt(values.Length / 2);
}
