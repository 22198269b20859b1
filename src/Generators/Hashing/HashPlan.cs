namespace HiPerf.Generators.Hashing;

/// <summary>A perfect hash of a token set: slot = high bits of (key × multiplier), XOR the displacement of the token's length.</summary>
/// <param name="Rotation">By how many bits each further word is rotated into the key: whole octets, so that case bits stay case bits and one OR folds them all.</param>
/// <param name="MixesMiddle">Whether the key takes in the words between first and last; only where those two do not tell all tokens apart.</param>
/// <param name="Multiplier">The odd factor.</param>
/// <param name="SlotBits">log2 of the slot count.</param>
/// <param name="Displacements">One for each length from 0 to the longest token's.</param>
/// <param name="Slots">For each slot the token's number, from 1; 0 for none.</param>
internal sealed record HashPlan(
    int Rotation, bool MixesMiddle, ulong Multiplier, int SlotBits, IReadOnlyList<int> Displacements, IReadOnlyList<int> Slots)
{
    public static ulong Key(string token, bool ignoreCase, int rotation, bool mixesMiddle)
    {
        var key = TokenWords.First(token) ^ Rotate(TokenWords.Last(token), rotation);
        if (mixesMiddle)
        {
            foreach (var word in TokenWords.Middle(token))
            {
                key = Rotate(key, rotation) ^ word;
            }
        }

        return ignoreCase ? key | TokenWords.CaseBits : key;
    }

    public static int Hash(ulong key, ulong multiplier, int slotBits) => (int)(unchecked(key * multiplier) >> (64 - slotBits));

    private static ulong Rotate(ulong value, int by) => (value << by) | (value >> (64 - by));
}
