using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace HiPerf.Properties.Oracles;

/// <summary>What valid field values say, found by cutting them up; and the rules that are no grammar.</summary>
internal static partial class ReferenceFieldValues
{
    private static readonly BigInteger s_most = long.MaxValue;

    /// <summary>The elements of a list: cut at commas outside quotes, white space taken away, empty ones left out.</summary>
    public static IEnumerable<string> Elements(string value) =>
        Element().Matches(value).Select(m => m.Value.Trim(' ', '\t')).Where(e => e.Length > 0);

    /// <summary>Where a range of a value ends before it begins, if the grammar has not refused the value before: behind its last digit.</summary>
    public static int BackwardsRange(string value, int refusal)
    {
        foreach (Match match in IntRange().Matches(value))
        {
            int end = match.Index + match.Length;
            if (Number(match.Groups[2].Value) < Number(match.Groups[1].Value) && (refusal < 0 || end <= refusal))
            {
                return end;
            }
        }

        return refusal;
    }

    public static string Ranges(string value) => string.Join('|', Elements(value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..]).Select(element =>
    {
        string[] ends = element.Split('-');
        return $"{Clamp(ends[0])}-{Clamp(ends[1])}";
    }));

    public static string Challenges(string value)
    {
        var challenges = new List<(string Scheme, List<string> Parts)>();
        foreach (string element in Elements(value))
        {
            if (Parameter().Match(element) is { Success: true } parameter)
            {
                challenges[^1].Parts.Add(Pair(parameter));
                continue;
            }

            Match scheme = Scheme().Match(element);
            string rest = scheme.Groups[2].Value;
            string? text = rest.Length == 0 ? null : Parameter().Match(rest) is { Success: true } first && !Token68().IsMatch(rest) ? Pair(first) : rest;
            challenges.Add((scheme.Groups[1].Value, text is null ? [] : [text]));
        }

        return string.Join('|', challenges.Select(c => c.Scheme + " " + string.Join(';', c.Parts)));
    }

    /// <summary>Whether a challenge up to the equals sign at an offset has the name before that sign twice.</summary>
    public static bool RepeatsParameter(string value, int position)
    {
        string before = value[..position].TrimEnd(' ', '\t');
        string name = NameBehind().Match(before).Value;
        return value[position] == '=' && Regex.IsMatch(before, @"(?<![^ ,\t])" + Regex.Escape(name) + @"[ \t]*=", RegexOptions.IgnoreCase);
    }

    private static string Pair(Match parameter) => parameter.Groups[1].Value + "=" + Unquote(parameter.Groups[2].Value);

    public static string Unquote(string text) => text.StartsWith('"') ? Escape().Replace(text[1..^1], "$1") : text;

    private static string Clamp(string digits) => digits.Length == 0 ? "" : BigInteger.Min(Number(digits), s_most).ToString(CultureInfo.InvariantCulture);

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?:\"(?:\\\\.|[^\"\\\\])*\"|[^\",])+", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex("(?<=[=, \\t])([0-9]+)-([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex IntRange();

    [GeneratedRegex("^([^ \\t=\"]+)[ \\t]*=[ \\t]*(\".*\"|[^ \\t=\"]+)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("^([^ \\t]+) *(.*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex("^[A-Za-z0-9._~+/-]+=*$", RegexOptions.CultureInvariant)]
    private static partial Regex Token68();

    [GeneratedRegex("[^ ,\\t]+$", RegexOptions.CultureInvariant)]
    private static partial Regex NameBehind();

    [GeneratedRegex("\\\\(.)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
