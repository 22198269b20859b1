// The second look-up of a large table of names, for one 256-bit register: a name of up to 32 octets, its case bits set and
// zeros behind it, is hashed by one multiply-add over its sixteen 16-bit lanes, and compared with one row of 32 octets.
// There are so many slots that no displacement is needed; the weights are tried from a fixed sequence, so the same tokens
// give the same table on any machine. Longer tokens are left to the first look-up.
namespace HiPerf.Generators.Hashing;

/// <summary>A perfect hash over 32-octet rows.</summary>
/// <param name="Weights">One 16-bit factor a lane.</param>
/// <param name="Slots">For each slot the token's number, from 1; 0 for none.</param>
internal sealed record WideHash(IReadOnlyList<short> Weights, IReadOnlyList<int> Slots)
{
    public const int RowLength = 32;
    public const int SlotBits = 12;
    public const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const int SeedsTried = 65536;

    /// <summary>Finds a table, or null if there is none within the bound.</summary>
    /// <param name="tokens">Distinct tokens, lower-cased.</param>
    public static WideHash? Find(IReadOnlyList<string> tokens)
    {
        var rows = tokens.Select(Row).ToArray();
        var seed = 0UL;
        var weights = new short[RowLength / 2];
        for (var i = 0; i < SeedsTried; i++)
        {
            for (var lane = 0; lane < weights.Length; lane++)
            {
                weights[lane] = (short)SplitMix.Next(ref seed);
            }

            if (TryPlace(rows, weights) is { } slots)
            {
                return new WideHash([.. weights], slots);
            }
        }

        return null;
    }

    /// <summary>A token as a row: its octets with the case bit of each set, then zeros; null where it is too long.</summary>
    public static byte[]? Row(string token)
    {
        if (token.Length > RowLength)
        {
            return null;
        }

        var row = new byte[RowLength];
        for (var i = 0; i < token.Length; i++)
        {
            row[i] = (byte)(token[i] | 0x20);
        }

        return row;
    }

    /// <summary>The slot of a row.</summary>
    public static int Slot(byte[] row, IReadOnlyList<short> weights)
    {
        unchecked
        {
            // As the register adds: products of two neighbours, then halves, then halves again.
            var sums = new uint[2];
            for (var lane = 0; lane < RowLength / 2; lane++)
            {
                sums[lane / 2 % 2] += (uint)(weights[lane] * (short)(row[2 * lane] | (row[(2 * lane) + 1] << 8)));
            }

            return (int)(((sums[0] | ((ulong)sums[1] << 32)) * Multiplier) >> (64 - SlotBits));
        }
    }

    private static int[]? TryPlace(byte[]?[] rows, short[] weights)
    {
        var slots = new int[1 << SlotBits];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is not { } row)
            {
                continue;
            }

            var slot = Slot(row, weights);
            if (slots[slot] != 0)
            {
                return null;
            }

            slots[slot] = i + 1;
        }

        return slots;
    }
}
