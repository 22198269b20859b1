namespace HiPerf.Properties.Fuzz;

/// <summary>Takes away from a finding's input whatever it does not need: halves, then quarters, down to single octets.</summary>
internal static class InputShrinker
{
    private const int MaxTries = 20_000;

    public static FuzzFinding Shrink(FuzzExecutor executor, FuzzInput input, Disagreement disagreement)
    {
        var kept = new FuzzInput();
        kept.Set(input.Span, input.Choices);
        var tried = new FuzzInput();

        // What is no more when it is executed again (it took long) is kept as it is.
        int tries = executor.Execute(kept) is { IsKnown: false } ? 0 : MaxTries;
        for (int run = Math.Max(1, kept.Length / 2); run > 0 && tries < MaxTries; run /= 2)
        {
            for (int at = 0; at + run <= kept.Length && tries < MaxTries;)
            {
                tries++;
                tried.Set(kept.Span[..at], kept.Choices);
                kept.Span[(at + run)..].CopyTo(tried.Octets.AsSpan(at));
                tried.Length = kept.Length - run;
                if (executor.Execute(tried) is { IsKnown: false } still && Kind(still) == Kind(disagreement))
                {
                    kept.Set(tried.Span, tried.Choices);
                    disagreement = still;
                }
                else
                {
                    at += run;
                }
            }
        }

        return new FuzzFinding(disagreement, kept);
    }

    // A split's place moves with the length; what the words before it say is the kind.
    private static string Kind(Disagreement disagreement) => disagreement.Name.TrimEnd("0123456789".ToCharArray());
}
