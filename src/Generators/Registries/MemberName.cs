using System.Text;

namespace HiPerf.Generators.Registries;

/// <summary>Makes an enum member's name of a registry's words: Content-Length becomes ContentLength.</summary>
internal static class MemberName
{
    /// <summary>The member's name, or empty if the text begins with a digit or holds no letter or digit.</summary>
    public static string Of(string text, bool lowersCapitals)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var c in text)
        {
            if (c == '\'')
            {
                continue;
            }

            if (!IsLetter(c) && c is not (>= '0' and <= '9'))
            {
                startsWord = true;
                continue;
            }

            _ = name.Append(startsWord ? char.ToUpperInvariant(c) : lowersCapitals ? char.ToLowerInvariant(c) : c);
            startsWord = false;
        }

        return IsIdentifier(name.ToString()) ? name.ToString() : string.Empty;
    }

    public static bool IsIdentifier(string name) =>
        name.Length > 0 && IsLetter(name[0]) && name.All(c => IsLetter(c) || c is >= '0' and <= '9');

    private static bool IsLetter(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
}
