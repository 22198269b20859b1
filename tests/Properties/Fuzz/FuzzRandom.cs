namespace HiPerf.Properties.Fuzz;

/// <summary>The one source of chance of a run: SplitMix64, so that a seed means the same everywhere and for ever.</summary>
internal sealed class FuzzRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E37_79B9_7F4A_7C15;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to one less than <paramref name="bound"/>, which is 1 at least.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (uint)bound) >> 32);

    public bool OneIn(int chances) => Below(chances) == 0;
}
