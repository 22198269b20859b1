namespace HiPerf.Bench.Heads;

/// <summary>How much of the job our parser does; a type, so that the choice is made before the code runs.</summary>
internal interface IHeadDepth
{
    static abstract bool IsWhole { get; }
}

/// <summary>The parse alone: what the peers do.</summary>
internal readonly struct Bare : IHeadDepth
{
    public static bool IsWhole => false;
}

/// <summary>Every field identified, body framing, keep-alive and Host decided, deviations recorded as well.</summary>
internal readonly struct Whole : IHeadDepth
{
    public static bool IsWhole => true;
}
