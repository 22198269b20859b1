// Whether two names of one folder would be one file elsewhere: equal where case does not count, or the same letters composed in two ways. Data of what
// composes what is not at hand in every process (invariant globalization has none), so a composed letter is taken to stand for any letter with marks: that
// refuses a pair too many in a folder that mixes both forms, and lets none through.
using System.Globalization;
using System.Text;

namespace HiPerf.Mirroring;

/// <summary>Finds names of one folder that other systems take for one.</summary>
internal static class NameCollisions
{
    private const string AnyMarked = "\uFFFE";

    /// <summary>Finds the names that stand for each other, each as it was given; a name that is there twice is among them.</summary>
    public static HashSet<string> Find(IEnumerable<string> names)
    {
        var collisions = new HashSet<string>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var groups = new Dictionary<string, Group>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!spellings.TryAdd(name, name))
            {
                _ = collisions.Add(name);
                _ = collisions.Add(spellings[name]);
            }

            if (!System.Text.Ascii.IsValid(name))
            {
                Sort(name, groups);
            }
        }

        foreach (var group in groups.Values)
        {
            group.Compare(collisions);
        }

        return collisions;
    }

    private static void Sort(string name, Dictionary<string, Group> groups)
    {
        var letters = Letters(name);
        var key = string.Concat(letters.Select(static letter => IsMarked(letter) ? AnyMarked : letter));
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = new Group());
        }

        (letters.Exists(IsDecomposed) ? group.Decomposed : group.Composed).Add((name, letters));
    }

    /// <summary>Names that are equal but for what marks their letters carry.</summary>
    private sealed class Group
    {
        private const long MostComparisons = 1_000_000;

        public List<(string Name, List<string> Letters)> Decomposed { get; } = [];

        public List<(string Name, List<string> Letters)> Composed { get; } = [];

        public void Compare(HashSet<string> collisions)
        {
            // Names made so that comparing them takes forever are refused together.
            var floods = (long)Decomposed.Count * (Decomposed.Count + Composed.Count) > MostComparisons;
            for (var i = 0; i < Decomposed.Count; i++)
            {
                foreach (var (other, letters) in Decomposed.Skip(i + 1).Concat(Composed))
                {
                    if (floods || AreSame(Decomposed[i].Letters, letters))
                    {
                        _ = collisions.Add(Decomposed[i].Name);
                        _ = collisions.Add(other);
                    }
                }

                if (floods && i > 0)
                {
                    collisions.UnionWith(Decomposed.Select(static member => member.Name));
                    return;
                }
            }
        }
    }

    // Letter by letter; the keys are equal, so marked ones stand at the same places.
    private static bool AreSame(List<string> left, List<string> right)
    {
        for (var i = 0; i < left.Count; i++)
        {
            var composedDifferently = IsDecomposed(left[i]) != IsDecomposed(right[i]);
            if (!composedDifferently && !string.Equals(left[i], right[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMarked(string letter) => IsDecomposed(letter) || (letter[0] >= '\u00C0' && Rune.TryGetRuneAt(letter, 0, out var rune) && Rune.IsLetter(rune));

    private static bool IsDecomposed(string letter) => Rune.TryGetRuneAt(letter, 0, out var rune) && rune.Utf16SequenceLength < letter.Length;

    // A letter with the marks behind it; of Hangul a syllable in its parts.
    private static List<string> Letters(string name)
    {
        var letters = new List<string>(name.Length);
        var start = 0;
        for (var i = 0; i < name.Length;)
        {
            var length = Rune.TryGetRuneAt(name, i, out var rune) ? rune.Utf16SequenceLength : 1;
            if (i > start && !JoinsBefore(rune))
            {
                letters.Add(name[start..i]);
                start = i;
            }

            i += length;
        }

        letters.Add(name[start..]);
        return letters;
    }

    private static bool JoinsBefore(Rune rune) => rune.Value is >= 0x1160 and <= 0x11FF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
