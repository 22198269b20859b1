using System.Text;
using HiPerf.Http;

namespace HiPerf.Properties.Http;

/// <summary>What Core says of a whole field value: the answer, and the value's parts in words.</summary>
internal sealed record FieldValueReading(ParseResult Result, string Meaning)
{
    private static readonly CacheDirective[] s_order =
    [
        CacheDirective.MaxAge, CacheDirective.SMaxAge, CacheDirective.MaxStale, CacheDirective.MinFresh, CacheDirective.StaleWhileRevalidate, CacheDirective.StaleIfError,
        CacheDirective.NoCache, CacheDirective.Private, CacheDirective.Public, CacheDirective.Immutable, CacheDirective.MustUnderstand, CacheDirective.NoStore,
        CacheDirective.NoTransform, CacheDirective.OnlyIfCached, CacheDirective.MustRevalidate, CacheDirective.ProxyRevalidate,
    ];

    public static FieldValueReading EntityTags(ReadOnlySpan<byte> value)
    {
        var reader = new EntityTagListReader(value);
        var tags = new List<string>();
        while (reader.Read(out EntityTag tag))
        {
            tags.Add((tag.IsWeak ? "W/" : "") + Text(tag.OpaqueTagIn(value)));
        }

        return new(reader.Result, reader.IsAny ? "*" : string.Join('|', tags));
    }

    public static FieldValueReading Ranges(ReadOnlySpan<byte> value)
    {
        var table = new RangeSpec[256];
        ParseResult result = RangeParser.Parse(value, table, out RangeSet set);
        return new(result, string.Join('|', table.Take(set.Count).Select(r => r.IsSuffix ? $"-{r.Last}" : r.Last < 0 ? $"{r.First}-" : $"{r.First}-{r.Last}")));
    }

    public static FieldValueReading Challenges(ReadOnlySpan<byte> value)
    {
        var reader = new ChallengeReader(value, maxParameters: 1000);
        var challenges = new List<string>();
        while (reader.Read(out Challenge challenge))
        {
            challenges.Add(Describe(value, challenge));
        }

        return new(reader.Result, string.Join('|', challenges));
    }

    public static FieldValueReading Credentials(ReadOnlySpan<byte> value)
    {
        ParseResult result = CredentialsParser.Parse(value, out Challenge credentials, maxParameters: 1000);
        return new(result, result.IsDone ? Describe(value, credentials) : "");
    }

    public static FieldValueReading CacheControl(ReadOnlySpan<byte> value)
    {
        ParseResult result = CacheControlParser.Parse(value, out CacheControl control);
        var words = new List<string>();
        foreach (CacheDirective directive in s_order.Where(d => control.Has(d)))
        {
            FieldText fields = directive == CacheDirective.NoCache ? control.NoCacheFields : directive == CacheDirective.Private ? control.PrivateFields : default;
            string name = CacheDirectiveTable.Text(directive);
            words.Add(control.Seconds(directive) is var seconds and >= 0 ? $"{name}={seconds}" : fields.IsPresent ? $"{name}({Text(fields.In(value))})" : name);
        }

        return new(result, string.Join('\n', words));
    }

    public static FieldValueReading Accept(ReadOnlySpan<byte> value)
    {
        var reader = new MediaRangeReader(value);
        while (reader.Read(out MediaRange range))
        {
            Assert.InRange(range.Weight, 0, 1000);
        }

        return new(reader.Result, "");
    }

    public static FieldValueReading Weighted(ReadOnlySpan<byte> value, bool languages)
    {
        var reader = new WeightedTokenReader(value, languages);
        while (reader.Read(out WeightedToken element))
        {
            Assert.InRange(element.Weight, 0, 1000);
        }

        return new(reader.Result, "");
    }

    public static string Unescape(ReadOnlySpan<byte> value, FieldText text)
    {
        byte[] place = new byte[text.Length];
        Assert.True(text.TryUnescape(value, place, out int written));
        return Text(place.AsSpan(0, written));
    }

    private static string Describe(ReadOnlySpan<byte> value, Challenge challenge)
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

    private static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
