using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates values of fields that are lists: entity tags, ranges, challenges, cache directives.</summary>
internal static class FieldValueGenerator
{
    private const string QuotedOctets = " !#$%&'()*+,-./:;<=>?@[]^_`{|}~\t\u0080\u00FF" + TextGenerator.Digits + TextGenerator.Letters;
    private const string TagOctets = "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u0080\u00FF" + TextGenerator.Digits + TextGenerator.Letters;
    private const string Token68Octets = "-._~+/" + TextGenerator.Digits + TextGenerator.Letters;

    private static readonly Gen<string> s_blank = Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements(" ", "\t", " \t")));

    private static readonly Gen<string> s_first = Gen.Frequency((8, Gen.Constant("")), (1, Gen.Elements(",", ", ", " ,\t,")));

    private static readonly Gen<string> s_next = Gen.Frequency((6, Gen.Elements(", ", ",")), (1, Gen.Elements(" ,", "\t, ", ",,", " , ,\t, ")));

    private static readonly Gen<string> s_quoted =
        from text in TextGenerator.Of(QuotedOctets, 0, 20)
        from escape in Gen.Elements("", "", "\\\"", "\\\\", "\\a", "\\\u00FF")
        select $"\"{text}{escape}\"";

    private static readonly Gen<string> s_token = Gen.Frequency((3, TextGenerator.Token(12)), (1, Gen.Elements("a", "b", "Basic", "1")));

    private static readonly Gen<string> s_tokenOrQuoted = Gen.OneOf(s_token, s_quoted);

    private static readonly Gen<string> s_position = Gen.Frequency(
        (4, Gen.Choose(0, 1000).Select(n => $"{n}")),
        (1, Gen.Elements("0", "00", "007", "9223372036854775806", "9223372036854775807", "9223372036854775808", "18446744073709551616", "18446744073709551617")),
        (1, TextGenerator.Of(TextGenerator.Digits, 1, 40)));

    private static readonly Gen<RangeSpecCase> s_range =
        from kind in Gen.Choose(0, 3)
        from first in s_position
        from last in s_position
        let backwards = Number(last) < Number(first)
        select kind switch { 0 => new RangeSpecCase("", "", last), 1 => new("", first, ""), _ => backwards ? new("", last, first) : new("", first, last) };

    private static readonly Gen<AuthParameterCase> s_parameter =
        from name in Gen.Frequency((1, s_token), (2, Gen.Elements("realm", "charset", "nonce", "qop")))
        from before in s_blank
        from behind in s_blank
        from value in s_tokenOrQuoted
        select new AuthParameterCase("", name, $"{before}={behind}", value);

    private static readonly Gen<string> s_token68 =
        from text in TextGenerator.Of(Token68Octets, 1, 30)
        from padding in Gen.Elements("", "", "=", "==", "=====")
        select text + padding;

    private static readonly Gen<ChallengeCase> s_challenge =
        from scheme in Gen.Frequency((1, s_token), (2, Gen.Elements("Basic", "digest", "Bearer", "NEGOTIATE", "NTLM")))
        from kind in Gen.Choose(0, 3)
        from spaces in Gen.Elements(" ", " ", " ", "   ")
        from token68 in s_token68
        from parameters in List(s_parameter, 1, (p, separator) => p with { Separator = separator })
        select kind switch
        {
            0 => new ChallengeCase("", scheme, "", "", []),
            1 => new("", scheme, spaces, token68, []),
            _ => new("", scheme, spaces, "", [.. parameters.DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Take(32)]),
        };

    private static readonly Gen<CacheDirectiveCase> s_directive =
        from name in Gen.Frequency(
            (6, Gen.Elements("max-age", "s-maxage", "max-stale", "min-fresh", "no-cache", "private", "stale-if-error", "stale-while-revalidate", "MAX-AGE")),
            (3, Gen.Elements("no-store", "public", "must-revalidate", "immutable", "no-transform", "only-if-cached", "must-understand", "proxy-revalidate")),
            (1, s_token))
        from argument in Gen.Frequency<string?>(
            (4, Gen.Constant<string?>(null)),
            (3, s_position.Select(p => (string?)p)),
            (1, s_position.Select(p => (string?)$"\"{p}\"")),
            (1, Gen.Elements<string?>("\"Set-Cookie\"", "\"a, b\"", "Set-Cookie", "\"\"", "2147483647", "2147483648", "-1", "\"1\\0\"")),
            (1, s_tokenOrQuoted.Select(t => (string?)t)))
        select new CacheDirectiveCase("", name, argument);

    private static readonly Gen<EntityTagCase> s_tag =
        from weak in Gen.Elements(false, true)
        from opaque in Gen.Frequency((3, TextGenerator.Of(TagOctets, 0, 40)), (1, Gen.Elements("", "a", "W/", ",", "\\")))
        select new EntityTagCase("", weak, opaque);

    public static Gen<EntityTagListCase> EntityTags { get; } = List(s_tag, 1, (t, separator) => t with { Separator = separator }).Select(t => new EntityTagListCase(t));

    public static Gen<RangeCase> Ranges { get; } =
        from unit in Gen.Elements("bytes", "bytes", "Bytes")
        from ranges in List(s_range, 1, (r, separator) => r with { Separator = separator })
        select new RangeCase(unit, ranges);

    public static Gen<ChallengesCase> Challenges { get; } = List(s_challenge, 1, (c, separator) => c with { Separator = separator }).Select(c => new ChallengesCase(c));

    public static Gen<CacheControlCase> CacheControls { get; } =
        List(s_directive, 1, (d, separator) => d with { Separator = separator }).Select(d => new CacheControlCase(d));

    public static IEnumerable<EntityTagListCase> Shrink(EntityTagListCase list) =>
        Shorter(list.Tags, tag => TextGenerator.Shrink(tag.Opaque, 0, 'a').Select(o => tag with { Opaque = o }).Concat(Plain(tag.Separator, s => tag with { Separator = s })))
            .Select(tags => new EntityTagListCase(tags));

    public static IEnumerable<RangeCase> Shrink(RangeCase range) =>
        Shorter(range.Ranges, spec => Plain(spec.Separator, s => spec with { Separator = s })).Select(ranges => range with { Ranges = ranges });

    public static IEnumerable<ChallengesCase> Shrink(ChallengesCase list) =>
        Shorter(list.Challenges, Smaller).Select(challenges => new ChallengesCase(challenges));

    public static IEnumerable<CacheControlCase> Shrink(CacheControlCase list) =>
        Shorter(list.Directives, directive => directive.Argument is null ? [] : [directive with { Argument = null }]).Select(directives => new CacheControlCase(directives));

    private static IEnumerable<ChallengeCase> Smaller(ChallengeCase challenge)
    {
        if (challenge.Token68.Length > 1)
        {
            yield return challenge with { Token68 = "a" };
        }

        // Without its first parameter a challenge begins with a comma, which is valid; without any it has no spaces either.
        foreach (IReadOnlyList<AuthParameterCase> parameters in Shorter(challenge.Parameters, p => p.Value == "a" ? [] : [p with { Value = "a" }]))
        {
            yield return challenge with { Parameters = parameters };
        }
    }

    private static IEnumerable<T> Plain<T>(string separator, Func<string, T> separate) => separator.Length > 2 ? [separate(", ")] : [];

    private static IEnumerable<IReadOnlyList<T>> Shorter<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> shrink) =>
        TextGenerator.ShrinkList(items, _ => items.Count > 1, shrink);

    private static Gen<T[]> List<T>(Gen<T> item, int least, Func<T, string, T> separate) =>
        from count in Gen.Frequency((5, Gen.Choose(least, 3)), (1, Gen.Choose(least, 12)))
        from items in item.ArrayOf(count)
        from first in s_first
        from next in s_next.ArrayOf(count)
        select items.Select((value, i) => separate(value, i == 0 ? first : next[i])).ToArray();

    private static System.Numerics.BigInteger Number(string digits) => System.Numerics.BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
