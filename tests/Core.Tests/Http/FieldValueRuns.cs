using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

/// <summary>Reads whole values with the typed readers and words what they say as the sample tables do.</summary>
internal static class FieldValueRuns
{
    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    public static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    public static string Unescape(ReadOnlySpan<byte> value, FieldText text)
    {
        byte[] place = new byte[text.Length];
        Assert.True(text.TryUnescape(value, place, out int written));
        return Text(place.AsSpan(0, written));
    }

    public static ParseResult EntityTags(byte[] value, out string tags)
    {
        var reader = new EntityTagListReader(value);
        var found = new List<string>();
        while (reader.Read(out EntityTag tag))
        {
            found.Add((tag.IsWeak ? "W/" : "") + Text(tag.OpaqueTagIn(value)));
        }

        tags = reader.IsAny ? "*" : string.Join('|', found);
        return reader.Result;
    }

    public static ParseResult Ranges(byte[] value, RangeSpec[] table, out string ranges)
    {
        ParseResult result = RangeParser.Parse(value, table, out RangeSet set);
        ranges = string.Join('|', table.Take(set.Count).Select(r => r.IsSuffix ? $"-{r.Last}" : r.Last < 0 ? $"{r.First}-" : $"{r.First}-{r.Last}"));
        return result;
    }

    public static ParseResult Challenges(byte[] value, out string challenges)
    {
        var reader = new ChallengeReader(value);
        var found = new List<string>();
        while (reader.Read(out Challenge challenge))
        {
            found.Add(Describe(value, challenge));
        }

        challenges = string.Join('|', found);
        return reader.Result;
    }

    public static string Describe(byte[] value, Challenge challenge)
    {
        var parameters = new List<string>();
        AuthParameterReader reader = challenge.ParametersIn(value);
        while (reader.Read(out FieldParameter parameter))
        {
            parameters.Add($"{Text(parameter.Name.In(value))}={Unescape(value, parameter.Value)}");
        }

        Assert.True(reader.Result.IsDone);
        return $"{Text(challenge.SchemeText.In(value))} {Text(challenge.Token68.In(value))}{string.Join(';', parameters)}";
    }

    public static string Describe(byte[] value, in CacheControl control)
    {
        var words = new List<string>();
        foreach (CacheDirective directive in Enum.GetValues<CacheDirective>())
        {
            if (!control.Has(directive))
            {
                continue;
            }

            FieldText fields = directive == CacheDirective.NoCache ? control.NoCacheFields : directive == CacheDirective.Private ? control.PrivateFields : default;
            words.Add(directive
                + (control.Seconds(directive) < 0 ? "" : $"={control.Seconds(directive)}")
                + (fields.IsPresent ? $"({Text(fields.In(value))})" : "")
                + (control.IsInvalid(directive) ? "!" : "")
                + (control.IsConflicting(directive) ? "!!" : ""));
        }

        return string.Join(' ', words);
    }
}
