// The second look-up of a large table of names, for one 256-bit register: a name of up to 32 octets, its case bits set and
// zeros behind it, is hashed by three rounds of AES, one instruction each, and compared with one row of 32 octets. There are
// so many slots that no displacement is needed; keys are tried from a fixed sequence, so the same tokens give the same table
// on any machine. Longer tokens are left to the first look-up.
namespace HiPerf.Generators.Hashing;

/// <summary>A perfect hash over 32-octet rows.</summary>
/// <param name="Key">The key of the first round, sixteen octets.</param>
/// <param name="Slots">For each slot the token's number, from 1; 0 for none.</param>
internal sealed record WideHash(byte[] Key, IReadOnlyList<int> Slots)
{
    public const int RowLength = 32;
    public const int SlotBits = 12;
    private const int KeysTried = 16384;

    /// <summary>Finds a table, or null if there is none within the bound.</summary>
    /// <param name="tokens">Distinct tokens, lower-cased.</param>
    public static WideHash? Find(IReadOnlyList<string> tokens)
    {
        var rows = tokens.Select(Row).ToArray();
        var seed = 0UL;
        for (var i = 0; i < KeysTried; i++)
        {
            byte[] key = [.. BitConverter.GetBytes(SplitMix.Next(ref seed)), .. BitConverter.GetBytes(SplitMix.Next(ref seed))];
            if (TryPlace(rows, key) is { } slots)
            {
                return new WideHash(key, slots);
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

    /// <summary>The slot of a row: its first half under the key, then under its second half, then under itself.</summary>
    public static int Slot(byte[] row, byte[] key)
    {
        var mixed = AesRound.Apply(AesRound.Apply([.. row.Take(16)], key), [.. row.Skip(16)]);
        mixed = AesRound.Apply(mixed, mixed);
        return (mixed[0] | (mixed[1] << 8)) & ((1 << SlotBits) - 1);
    }

    private static int[]? TryPlace(byte[]?[] rows, byte[] key)
    {
        var slots = new int[1 << SlotBits];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is not { } row)
            {
                continue;
            }

            var slot = Slot(row, key);
            if (slots[slot] != 0)
            {
                return null;
            }

            slots[slot] = i + 1;
        }

        return slots;
    }
}
