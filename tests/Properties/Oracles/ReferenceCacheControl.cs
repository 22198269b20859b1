using System.Globalization;
using System.Numerics;

namespace HiPerf.Properties.Oracles;

/// <summary>What the directives of a valid Cache-Control mean together, written from RFC 9111 sections 1.2.2, 4.2.1 and 5.2 alone.</summary>
internal static class ReferenceCacheControl
{
    private static readonly string[] s_times = ["max-age", "s-maxage", "max-stale", "min-fresh", "stale-while-revalidate", "stale-if-error"];

    private static readonly string[] s_allowing = ["public", "immutable", "must-understand"];

    private static readonly string[] s_others = ["no-store", "no-transform", "only-if-cached", "must-revalidate", "proxy-revalidate"];

    /// <summary>Each directive that holds: its name, with its time or its fields.</summary>
    public static IEnumerable<string> Meaning(string value)
    {
        ILookup<string, string?> said = ReferenceFieldValues.Elements(value)
            .Select(element => element.Split('=', 2))
            .ToLookup(parts => parts[0].ToLowerInvariant(), parts => parts.Length == 1 ? null : parts[1]);
        foreach (string name in s_times.Where(said.Contains))
        {
            yield return $"{name}={Seconds(name, said[name].First())}";
        }

        foreach (string name in (string[])["no-cache", "private"])
        {
            if (said.Contains(name))
            {
                string?[] arguments = [.. said[name]];
                string? fields = arguments.Length == 1 ? Fields(arguments[0]) : null;
                yield return fields is null ? name : $"{name}({fields})";
            }
        }

        foreach (string name in s_allowing.Where(name => said[name].Contains(null)).Concat(s_others.Where(said.Contains)))
        {
            yield return name;
        }
    }

    private static BigInteger Seconds(string name, string? argument)
    {
        BigInteger most = BigInteger.Pow(2, 31);
        if (argument is null)
        {
            return name is "max-stale" or "min-fresh" ? most : 0;
        }

        string digits = argument.Trim('"');
        bool valid = digits.Length > 0 && digits.All(char.IsAsciiDigit);
        return valid ? BigInteger.Min(most, BigInteger.Parse(digits, CultureInfo.InvariantCulture)) : name == "min-fresh" ? most : 0;
    }

    // A list of field names and nothing else, or none.
    private static string? Fields(string? argument)
    {
        if (argument is null)
        {
            return null;
        }

        string inside = argument.StartsWith('"') ? argument[1..^1] : argument;
        string[] names = [.. inside.Split(',').Select(n => n.Trim(' ', '\t')).Where(n => n.Length > 0)];
        return names.Length > 0 && names.All(n => n.All(ReferenceGrammar.IsToken)) ? inside : null;
    }
}
