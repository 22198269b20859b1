// Finds a HashPlan by trying multipliers from a fixed sequence: the same tokens give the same plan on any machine.
// Tokens of one length must fall apart under the multiplier alone; then the lengths, fullest first, are each displaced
// to free slots. So the table stays small (a load near one half) and the look-up needs one multiplication.
namespace HiPerf.Generators.Hashing;

/// <summary>The bounded, deterministic search for a perfect hash.</summary>
internal static class HashSearch
{
    private const int MultipliersPerSize = 4096;
    private const int SizesTried = 3;
    private static readonly int[] Rotations = [24, 40, 8, 56, 16, 48, 32];

    /// <summary>Finds a plan, or null if there is none within the bound.</summary>
    /// <param name="tokens">Distinct tokens, lower-cased if case is ignored.</param>
    /// <param name="ignoreCase">Whether the look-up folds case.</param>
    public static HashPlan? Find(IReadOnlyList<string> tokens, bool ignoreCase)
    {
        foreach (var mixesMiddle in new[] { false, true })
        {
            foreach (var rotation in Rotations)
            {
                var keys = tokens.Select(token => HashPlan.Key(token, ignoreCase, rotation, mixesMiddle)).ToArray();
                if (AreDistinct(tokens, keys))
                {
                    return Find(tokens, keys, rotation, mixesMiddle);
                }
            }
        }

        return null;
    }

    private static bool AreDistinct(IReadOnlyList<string> tokens, ulong[] keys) =>
        tokens.Select((token, i) => (token.Length, keys[i])).Distinct().Count() == tokens.Count;

    private static HashPlan? Find(IReadOnlyList<string> tokens, ulong[] keys, int rotation, bool mixesMiddle)
    {
        var groups = Enumerable.Range(0, tokens.Count)
            .GroupBy(i => tokens[i].Length)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => (Length: group.Key, Tokens: group.ToArray())).ToArray();
        var smallest = 3;
        while (1 << smallest < 2 * tokens.Count)
        {
            smallest++;
        }

        ulong seed = 0;
        for (var bits = smallest; bits < smallest + SizesTried; bits++)
        {
            for (var i = 0; i < MultipliersPerSize; i++)
            {
                var multiplier = SplitMix.Next(ref seed) | 1;
                if (TryPlace(groups, keys, multiplier, bits) is var (displacements, slots))
                {
                    return new HashPlan(rotation, mixesMiddle, multiplier, bits, displacements, slots);
                }
            }
        }

        return null;
    }

    private static (int[] Displacements, int[] Slots)? TryPlace((int Length, int[] Tokens)[] groups, ulong[] keys, ulong multiplier, int bits)
    {
        var slots = new int[1 << bits];
        var displacements = new int[groups.Max(group => group.Length) + 1];
        foreach (var (length, members) in groups)
        {
            var hashes = members.Select(i => HashPlan.Hash(keys[i], multiplier, bits)).ToArray();
            if (hashes.Distinct().Count() != hashes.Length)
            {
                return null;
            }

            var displacement = 0;
            while (displacement < slots.Length && hashes.Any(hash => slots[hash ^ displacement] != 0))
            {
                displacement++;
            }

            if (displacement == slots.Length)
            {
                return null;
            }

            displacements[length] = displacement;
            for (var i = 0; i < members.Length; i++)
            {
                slots[hashes[i] ^ displacement] = members[i] + 1;
            }
        }

        return (displacements, slots);
    }
}
