using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The targets of entity tags, ranges, challenges and cache directives.</summary>
internal static class FieldValueTargets
{
    private static readonly string[] s_list = [",", ", ", " ,\t", "\"", "\\\"", "\\", "=", "*", " ", "W/"];

    private static readonly RangeSpec[] s_ranges = new RangeSpec[FuzzInput.MaxLength];

    public static IFuzzTarget EntityTags { get; } = new FieldValueTarget(
        "entity-tags",
        "EntityTagListReader; rule of RFC 9110 sections 8.8.3 and 13.1",
        ReadEntityTags,
        (value, _) => ReferenceFieldRules.EntityTags.Refusal(value),
        text => text == "*" ? "*" : TagsOf(text))
    {
        Samples = [.. Samples.EntityTags.Valid.Select(s => s.Value), .. Samples.EntityTags.Refused.Select(s => s.Value)],
        Structure = Gen.OneOf(
            ProtocolArbitraries.EntityTagLists().Generator.Select(c => c.Wire), ProtocolArbitraries.NearValidEntityTagLists().Generator.Select(c => c.Wire), ProtocolArbitraries.HostileEntityTagLists().Generator.Select(c => c.Wire)),
        Words = [.. s_list, "\"a\"", "W/\"b\"", "w/"],
    };

    public static IFuzzTarget Ranges { get; } = new FieldValueTarget(
        "ranges",
        "RangeParser; rule of RFC 9110 section 14.1",
        ReadRanges,
        (value, text) => IsBytes(text)
            ? ReferenceFieldValues.BackwardsRange(text, ReferenceFieldRules.ByteRanges.Refusal(value))
            : ReferenceFieldRules.OtherRanges.Refusal(value),
        text => IsBytes(text) ? ReferenceFieldValues.Ranges(text) : "")
    {
        Samples = [.. Samples.Ranges.Valid.Select(s => s.Value), .. Samples.Ranges.Refused.Select(s => s.Value)],
        Structure = Gen.OneOf(
            ProtocolArbitraries.Ranges().Generator.Select(c => c.Wire), ProtocolArbitraries.NearValidRanges().Generator.Select(c => c.Wire), ProtocolArbitraries.HostileRanges().Generator.Select(c => c.Wire)),
        Words = [.. s_list, "bytes=", "BYTES=", "0-", "-1", "0-499", "500-400", "-", "18446744073709551616-", "9223372036854775808", "lines="],
    };

    public static IFuzzTarget Challenges { get; } = new FieldValueTarget(
        "challenges",
        "ChallengeReader; rule of RFC 9110 section 11",
        ReadChallenges,
        (value, _) => ReferenceFieldRules.Challenges.Refusal(value),
        ReferenceFieldValues.Challenges)
    {
        Samples = [.. Samples.Challenges.Valid.Select(s => s.Value), .. Samples.Challenges.Refused.Select(s => s.Value)],
        Structure = Gen.OneOf(
            ProtocolArbitraries.Challenges().Generator.Select(c => c.Wire), ProtocolArbitraries.NearValidChallenges().Generator.Select(c => c.Wire), ProtocolArbitraries.HostileChallenges().Generator.Select(c => c.Wire)),
        Words = [.. s_list, "Basic ", "Digest realm=\"a\"", "Bearer abc==", "realm", "Negotiate", " a = b", ", x=y", "==", "A "],
        Beside = (result, text, refusal) => result.Error == ParseError.RepeatedAuthParameter && (refusal < 0 || result.Position < refusal)
            && ReferenceFieldValues.RepeatsParameter(text, result.Position) ? Disagreements.RepeatedAuthParameter : null,
    };

    public static IFuzzTarget CacheControl { get; } = new FieldValueTarget(
        "cache-control",
        "CacheControlParser; rule of RFC 9111 section 5.2, meaning of sections 1.2.2 and 4.2.1",
        ReadCacheControl,
        (value, _) => ReferenceFieldRules.CacheControl.Refusal(value),
        text => string.Join('\n', ReferenceCacheControl.Meaning(text).Order(StringComparer.Ordinal)))
    {
        Samples = [.. CacheControls.Valid.Select(s => s.Value), .. CacheControls.Refused.Select(s => s.Value)],
        Structure = Gen.OneOf(
            ProtocolArbitraries.CacheControls().Generator.Select(c => c.Wire), ProtocolArbitraries.NearValidCacheControls().Generator.Select(c => c.Wire), ProtocolArbitraries.HostileCacheControls().Generator.Select(c => c.Wire)),
        Words =
        [
            .. s_list, "max-age=60", "max-age", "s-maxage=\"1\"", "max-age=2147483649", "no-cache", "no-cache=\"a, b\"", "private", "private=\"x\"", "public", "immutable", "no-store", "must-revalidate", "max-stale", "min-fresh=5", "must-understand", "x=y",
        ],
    };

    private static bool IsBytes(string text) => text.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase);

    // No quote stands within an entity tag, so quotes come in pairs.
    private static string TagsOf(string text)
    {
        string[] parts = text.Split('"');
        return string.Join('|', Enumerable.Range(0, parts.Length / 2).Select(i => (parts[2 * i].EndsWith("W/", StringComparison.Ordinal) ? "W/" : "") + $"\"{parts[(2 * i) + 1]}\""));
    }

    private static ParseResult ReadEntityTags(ReadOnlySpan<byte> value, StringBuilder meaning)
    {
        var reader = new EntityTagListReader(value);
        while (reader.Read(out EntityTag tag))
        {
            meaning.Append(meaning.Length > 0 ? "|" : "").Append(tag.IsWeak ? "W/" : "").Append(Encoding.Latin1.GetString(tag.OpaqueTagIn(value)));
        }

        meaning.Append(reader.IsAny ? "*" : "");
        return reader.Result;
    }

    private static ParseResult ReadRanges(ReadOnlySpan<byte> value, StringBuilder meaning)
    {
        ParseResult result = RangeParser.Parse(value, s_ranges, out RangeSet set);
        foreach (RangeSpec range in s_ranges.AsSpan(0, result.IsDone ? set.Count : 0))
        {
            meaning.Append(meaning.Length > 0 ? "|" : "").Append(CultureInfo.InvariantCulture, $"{(range.IsSuffix ? "" : range.First)}-{(range.Last < 0 ? "" : range.Last)}");
        }

        return result;
    }

    private static ParseResult ReadChallenges(ReadOnlySpan<byte> value, StringBuilder meaning)
    {
        var reader = new ChallengeReader(value, FuzzInput.MaxLength);
        byte[] place = new byte[value.Length];
        while (reader.Read(out Challenge challenge))
        {
            meaning.Append(meaning.Length > 0 ? "|" : "").Append(Encoding.Latin1.GetString(challenge.SchemeText.In(value))).Append(' ').Append(Encoding.Latin1.GetString(challenge.Token68.In(value)));
            AuthParameterReader parameters = challenge.ParametersIn(value);
            for (int i = 0; parameters.Read(out FieldParameter parameter); i++)
            {
                parameter.Value.TryUnescape(value, place, out int written);
                meaning.Append(i == 0 ? "" : ";").Append(Encoding.Latin1.GetString(parameter.Name.In(value))).Append('=').Append(Encoding.Latin1.GetString(place.AsSpan(0, written)));
            }
        }

        return reader.Result;
    }

    private static ParseResult ReadCacheControl(ReadOnlySpan<byte> value, StringBuilder meaning)
    {
        ParseResult result = CacheControlParser.Parse(value, out CacheControl control);
        var words = new List<string>();
        foreach (CacheDirective directive in Enum.GetValues<CacheDirective>())
        {
            if (!result.IsDone || directive == CacheDirective.Unknown || !control.Has(directive))
            {
                continue;
            }

            FieldText fields = directive switch { CacheDirective.NoCache => control.NoCacheFields, CacheDirective.Private => control.PrivateFields, _ => default };
            long seconds = control.Seconds(directive);
            string suffix = seconds >= 0 ? $"={seconds}" : fields.IsPresent ? $"({Encoding.Latin1.GetString(fields.In(value))})" : "";
            words.Add(CacheDirectiveTable.Text(directive) + suffix);
        }

        meaning.AppendJoin('\n', words.Order(StringComparer.Ordinal));
        return result;
    }
}
