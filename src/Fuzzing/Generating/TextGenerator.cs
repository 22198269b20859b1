using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates and shrinks text of one octet a character.</summary>
internal static class TextGenerator
{
    public const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    public const string Digits = "0123456789";
    public const string TokenOctets = "!#$%&'*+-.^_`|~" + Digits + Letters;

    /// <summary>Lengths around which 64-octet blocks begin and end, and short ones.</summary>
    public static Gen<int> Length(int most) => Gen.Frequency(
        (8, Gen.Choose(0, Math.Min(12, most))),
        (3, Gen.Choose(0, Math.Min(80, most))),
        (1, Gen.Elements(30, 31, 32, 33, 62, 63, 64, 65, 126, 127, 128, 129).Select(n => Math.Min(n, most))),
        (1, Gen.Choose(0, most)));

    public static Gen<string> Of(string octets, int least, int most) =>
        from length in Length(most)
        from text in Exactly(octets, Math.Max(least, length))
        select text;

    public static Gen<string> Exactly(string octets, int length) =>
        Gen.Choose(0, octets.Length - 1).ArrayOf(length).Select(picks => string.Create(length, (octets, picks), static (text, s) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = s.octets[s.picks[i]];
            }
        }));

    public static Gen<string> Token(int most) => Of(TokenOctets, 1, most);

    /// <summary>A field value or reason phrase: no white space at its ends.</summary>
    public static Gen<string> Value(int most) =>
        from length in Length(most)
        from octets in Gen.Frequency((4, Gen.Choose(0x20, 0x7E)), (1, Gen.Elements(0x09, 0x20, 0x80, 0xA0, 0xFF))).ArrayOf(length)
        select string.Concat(octets.Select(o => (char)o)).Trim(' ', '\t');

    /// <summary>Octets of any value.</summary>
    public static Gen<string> Any(int most) =>
        from length in Length(most)
        from octets in Gen.Choose(0, 255).ArrayOf(length)
        select string.Concat(octets.Select(o => (char)o));

    /// <summary>Shorter texts, then simpler ones.</summary>
    /// <param name="text">What to shrink.</param>
    /// <param name="least">Octets that must stay.</param>
    /// <param name="simplest">What octets are made into.</param>
    public static IEnumerable<string> Shrink(string text, int least, char simplest)
    {
        for (int cut = text.Length - least; cut > 0; cut /= 2)
        {
            for (int at = 0; at + cut <= text.Length; at += cut)
            {
                yield return text.Remove(at, cut);
            }
        }

        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != simplest)
            {
                yield return string.Concat(text.AsSpan(0, at), [simplest], text.AsSpan(at + 1));
            }
        }
    }

    /// <summary>Lists without one item, then with one item shrunk.</summary>
    public static IEnumerable<IReadOnlyList<T>> ShrinkList<T>(IReadOnlyList<T> items, Func<T, bool> removable, Func<T, IEnumerable<T>> shrink)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (removable(items[i]))
            {
                yield return [.. items.Take(i), .. items.Skip(i + 1)];
            }
        }

        for (int i = 0; i < items.Count; i++)
        {
            foreach (T smaller in shrink(items[i]))
            {
                yield return [.. items.Take(i), smaller, .. items.Skip(i + 1)];
            }
        }
    }
}
