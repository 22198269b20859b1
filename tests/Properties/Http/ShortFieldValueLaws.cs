using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http;

/// <summary>Short values of the few octets that a grammar turns on, against the rules of the RFCs: they reach what longer values seldom do.</summary>
public sealed class ShortFieldValueLaws
{
    [Fact]
    public void Challenges() => Law.Holds(20000, Values("ab=\", \t/\\\0"), value =>
    {
        ParseResult result = FieldValueReading.Challenges(Inputs.Latin1(value)).Result;
        if (result.Error == ParseError.RepeatedAuthParameter)
        {
            Assert.True(ReferenceFieldValues.RepeatsParameter(value, result.Position));
        }
        else
        {
            Agrees(ReferenceFieldRules.Challenges, result, value);
        }
    });

    [Fact]
    public void Credentials() => Law.Holds(20000, Values("ab=\", \t/\\"), value =>
    {
        ParseResult result = FieldValueReading.Credentials(Inputs.Latin1(value)).Result;
        if (result.Error == ParseError.RepeatedAuthParameter)
        {
            Assert.True(ReferenceFieldValues.RepeatsParameter(value, result.Position));
        }
        else
        {
            Agrees(ReferenceFieldRules.Credentials, result, value);
        }
    });

    [Fact]
    public void Entity_tags() => Law.Holds(10000, Values("W/\"a, *\t\0"), value => Agrees(ReferenceFieldRules.EntityTags, FieldValueReading.EntityTags(Inputs.Latin1(value)).Result, value));

    [Fact]
    public void Ranges() => Law.Holds(10000, Values("01-, \tx"), value =>
    {
        string wire = "bytes=" + value;
        int refusal = ReferenceFieldValues.BackwardsRange(wire, ReferenceFieldRules.ByteRanges.Refusal(Inputs.Latin1(wire)));
        ParseResult result = FieldValueReading.Ranges(Inputs.Latin1(wire)).Result;
        Assert.Equal(refusal, result.IsDone ? -1 : result.Position);
    });

    [Fact]
    public void Content_ranges() => Law.Holds(10000, Values("01-/* "), value =>
    {
        string wire = "bytes " + value;
        ParseResult result = ContentRangeParser.Parse(Inputs.Latin1(wire), out ContentRange range);
        int refusal = ReferenceFieldRules.ContentRange.Refusal(Inputs.Latin1(wire));
        if (result.IsDone)
        {
            Assert.Equal(-1, refusal);
            Assert.True(range.Last >= range.First && (range.CompleteLength < 0 || range.CompleteLength > range.Last));
        }
        else if (result.Position != refusal)
        {
            // Refused for what the numbers are: behind a digit.
            Assert.True((refusal < 0 || result.Position < refusal) && char.IsAsciiDigit(wire[result.Position - 1]));
        }
    });

    [Fact]
    public void Cache_directives() =>
        Law.Holds(10000, Values("ab=\", \t\\1\0"), value => Agrees(ReferenceFieldRules.CacheControl, FieldValueReading.CacheControl(Inputs.Latin1(value)).Result, value));

    [Fact]
    public void Media_ranges() => Law.Holds(20000, Values("a/;=q01.5\", *"), value =>
    {
        string wire = "a/b" + value;
        ParseResult result = FieldValueReading.Accept(Inputs.Latin1(wire)).Result;
        int refusal = ReferenceFieldRules.Accept.Refusal(Inputs.Latin1(wire));
        if (result.Error == ParseError.BadWeight && result.Position != refusal)
        {
            Assert.True(refusal < 0 || result.Position < refusal, wire);
            Assert.True(ReferenceFieldValues.Elements(wire[..result.Position]).Last().Count(c => c == 'q') > 1, wire);
        }
        else
        {
            Agrees(ReferenceFieldRules.Accept, result, wire);
        }
    });

    [Fact]
    public void Media_types() => Law.Holds(10000, Values("a/;=\" ,\t\\"), value =>
    {
        Agrees(ReferenceFieldRules.MediaType, MediaTypeParser.Parse(Inputs.Latin1(value), out _), value);
        Agrees(ReferenceFieldRules.MediaType, MediaTypeParser.Parse(Inputs.Latin1("a/b" + value), out _), "a/b" + value);
    });

    [Fact]
    public void Encodings() => Law.Holds(10000, Values("a*;qQ=01.5, \t"), value =>
        Agrees(ReferenceFieldRules.AcceptEncoding, FieldValueReading.Weighted(Inputs.Latin1(value), languages: false).Result, value));

    [Fact]
    public void Languages() => Law.Holds(10000, Values("eeee1-*;q=1.0, _"), value =>
        Agrees(ReferenceFieldRules.AcceptLanguage, FieldValueReading.Weighted(Inputs.Latin1(value), languages: true).Result, value));

    private static void Agrees(ReferenceRuleStates rule, ParseResult result, string value) =>
        Assert.Equal(rule.Refusal(Inputs.Latin1(value)), result.IsDone ? -1 : result.Position);

    private static Arbitrary<string> Values(string octets) => Arb.From(
        from length in Gen.Choose(0, 14)
        from picks in Gen.Choose(0, octets.Length - 1).ArrayOf(length)
        select string.Concat(picks.Select(i => octets[i])),
        value => Enumerable.Range(0, value.Length).Select(i => value.Remove(i, 1)));
}
