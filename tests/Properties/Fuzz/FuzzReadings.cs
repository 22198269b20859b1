using HiPerf.Http1;

namespace HiPerf.Properties.Fuzz;

/// <summary>The readings an input's choices name: half strict with the limits of a server, the rest of any leniency, small limits, short tables.</summary>
internal static class FuzzReadings
{
    private static readonly Reading[] s_readings = Make();

    public static Reading Of(ulong choices) => s_readings[(int)(choices >> 8) & 0xFF];

    private static Reading[] Make()
    {
        // The readings are the same in every run, so that a replay line keeps its meaning.
        var random = new FuzzRandom(0x9112);
        var readings = new Reading[256];
        for (int i = 0; i < readings.Length; i++)
        {
            int small = i < 128 || random.OneIn(2) ? 0 : random.Below(16);
            readings[i] = i < 128 ? Reading.Strict : new Reading(
                (Http1Leniency)(random.OneIn(3) ? 31 : random.Below(32)),
                new Http1Limits
                {
                    MaxMethod = (small & 1) != 0 ? random.Below(12) + 1 : 32,
                    MaxStartLine = (small & 2) != 0 ? random.Below(60) + 1 : 8192,
                    MaxFieldLine = (small & 4) != 0 ? random.Below(60) + 1 : 8192,
                    MaxHead = (small & 8) != 0 ? random.Below(400) + 1 : 32768,
                    MaxChunkLine = (small & 1) != 0 ? random.Below(20) + 1 : 4096,
                    MaxChunkExtensions = (small & 2) != 0 ? random.Below(60) : 16384,
                    MaxTrailers = (small & 8) != 0 ? random.Below(200) + 1 : 4096,
                    MaxTrailerFields = (small & 4) != 0 ? random.Below(6) : 16,
                },
                random.OneIn(4) ? random.Below(7) : Http1Limits.ServerFields);
        }

        // One under which the longest input is one line: what is not linear shows there.
        readings[^1] = new((Http1Leniency)31, new Http1Limits { MaxStartLine = 1 << 20, MaxFieldLine = ushort.MaxValue, MaxHead = 1 << 20, MaxChunkLine = 1 << 20, MaxTrailers = 1 << 20 }, 2000);
        return readings;
    }
}
