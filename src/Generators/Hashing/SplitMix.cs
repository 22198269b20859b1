namespace HiPerf.Generators.Hashing;

/// <summary>SplitMix64: the fixed sequence the searches draw from.</summary>
internal static class SplitMix
{
    public static ulong Next(ref ulong seed)
    {
        unchecked
        {
            seed += 0x9E3779B97F4A7C15;
            var z = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
