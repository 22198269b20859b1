using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http;

/// <summary>The laws of entity tags, ranges, challenges and cache directives: each reader against the reference and against itself.</summary>
public sealed class FieldValueLaws
{
    private delegate FieldValueReading Read(ReadOnlySpan<byte> value);

    [Fact]
    public void Entity_tags_are_read_as_the_reference_reads_them() => Law.Holds(4000, Inputs.EntityTagLists, input =>
    {
        FieldValueReading reading = Agrees(FieldValueReading.EntityTags, input.Wire, ReferenceFieldRules.EntityTags.Refusal(Inputs.Latin1(input.Wire)));
        if (reading.Result.IsDone && input.Wire != "*")
        {
            Assert.Equal(string.Join('|', EntityTagElements(input.Wire)), reading.Meaning);
        }
    });

    [Fact]
    public void Ranges_are_read_as_the_reference_reads_them() => Law.Holds(4000, Inputs.Ranges, input =>
    {
        bool bytes = input.Wire.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase);
        int refusal = (bytes ? ReferenceFieldRules.ByteRanges : ReferenceFieldRules.OtherRanges).Refusal(Inputs.Latin1(input.Wire));
        FieldValueReading reading = Agrees(FieldValueReading.Ranges, input.Wire, bytes ? ReferenceFieldValues.BackwardsRange(input.Wire, refusal) : refusal);
        if (bytes && reading.Result.IsDone)
        {
            Assert.Equal(ReferenceFieldValues.Ranges(input.Wire), reading.Meaning);
        }
    });

    [Fact]
    public void Challenges_are_read_as_the_reference_reads_them() => Law.Holds(4000, Inputs.Challenges, input =>
    {
        int refusal = ReferenceFieldRules.Challenges.Refusal(Inputs.Latin1(input.Wire));
        FieldValueReading reading = FieldValueReading.Challenges(Inputs.Latin1(input.Wire));
        if (reading.Result.Error == ParseError.RepeatedAuthParameter)
        {
            Assert.True(refusal < 0 || reading.Result.Position < refusal);
            Assert.True(ReferenceFieldValues.RepeatsParameter(input.Wire, reading.Result.Position));
            return;
        }

        _ = Agrees(FieldValueReading.Challenges, input.Wire, refusal);
        if (reading.Result.IsDone)
        {
            Assert.Equal(ReferenceFieldValues.Challenges(input.Wire), reading.Meaning);
        }
    });

    [Fact]
    public void Cache_directives_are_read_as_the_reference_reads_them() => Law.Holds(4000, Inputs.CacheControls, input =>
    {
        FieldValueReading reading = Agrees(FieldValueReading.CacheControl, input.Wire, ReferenceFieldRules.CacheControl.Refusal(Inputs.Latin1(input.Wire)));
        if (reading.Result.IsDone)
        {
            Assert.Equal(ReferenceCacheControl.Meaning(input.Wire).Order(StringComparer.Ordinal), reading.Meaning.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void Near_valid_is_refused_at_its_violation()
    {
        Law.Holds(500, ProtocolArbitraries.NearValidEntityTagLists(), near => Refused(FieldValueReading.EntityTags, near));
        Law.Holds(500, ProtocolArbitraries.NearValidRanges(), near => Refused(FieldValueReading.Ranges, near));
        Law.Holds(500, ProtocolArbitraries.NearValidChallenges(), near => Refused(FieldValueReading.Challenges, near));
        Law.Holds(500, ProtocolArbitraries.NearValidCacheControls(), near => Refused(FieldValueReading.CacheControl, near));
    }

    [Fact]
    public void Valid_is_read_to_its_end()
    {
        Law.Holds(1000, ProtocolArbitraries.EntityTagLists(), list =>
            Assert.Equal(
                string.Join('|', list.Tags.Select(t => $"{(t.IsWeak ? "W/" : "")}\"{t.Opaque}\"")),
                Accepted(FieldValueReading.EntityTags, list.Wire).Meaning));
        Law.Holds(1000, ProtocolArbitraries.Ranges(), range => Accepted(FieldValueReading.Ranges, range.Wire));
        Law.Holds(1000, ProtocolArbitraries.CacheControls(), control => Accepted(FieldValueReading.CacheControl, control.Wire));
        Law.Holds(1000, ProtocolArbitraries.Challenges(), list =>
            Assert.Equal(
                string.Join('|', list.Challenges.Select(c => $"{c.Scheme} {c.Token68}" + string.Join(';', c.Parameters.Select(p => $"{p.Name}={ReferenceFieldValues.Unquote(p.Value)}")))),
                Accepted(FieldValueReading.Challenges, list.Wire).Meaning));
    }

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it()
    {
        Law.Holds(2000, Inputs.EntityTagLists, Inputs.EntityTagLists, (input, other) => Keeps(FieldValueReading.EntityTags, input.Wire, other.Wire));
        Law.Holds(2000, Inputs.Ranges, Inputs.Ranges, (input, other) => Keeps(FieldValueReading.Ranges, input.Wire, other.Wire));
        Law.Holds(2000, Inputs.Challenges, Inputs.Challenges, (input, other) => Keeps(FieldValueReading.Challenges, input.Wire, other.Wire));
        Law.Holds(2000, Inputs.Challenges, Inputs.Challenges, (input, other) => Keeps(FieldValueReading.Credentials, input.Wire, other.Wire));
        Law.Holds(2000, Inputs.CacheControls, Inputs.CacheControls, (input, other) => Keeps(FieldValueReading.CacheControl, input.Wire, other.Wire));
    }

    private static FieldValueReading Agrees(Read read, string wire, int refusal)
    {
        FieldValueReading reading = read(Inputs.Latin1(wire));
        Assert.Equal(refusal, reading.Result.IsDone ? -1 : reading.Result.Position);
        Assert.Equal(refusal < 0 ? wire.Length : 0, reading.Result.Consumed);
        return reading;
    }

    private static FieldValueReading Accepted(Read read, string wire) => Agrees(read, wire, -1);

    private static void Refused<T>(Read read, NearValid<T> near)
        where T : IWireMessage =>
        Assert.Equal(ParseResult.Invalid(near.Error, near.Position), read(Inputs.Latin1(near.Wire)).Result);

    private static void Keeps(Read read, string wire, string other)
    {
        ParseResult expected = read(Inputs.Latin1(wire)).Result;
        if (!expected.IsDone && expected.Position < wire.Length)
        {
            Assert.Equal(expected, read(Inputs.Latin1(wire[..(expected.Position + 1)])).Result);
            Assert.Equal(expected, read(Inputs.Latin1(wire[..(expected.Position + 1)] + other)).Result);
        }
    }

    // No quote stands within an entity tag, so quotes come in pairs.
    private static IEnumerable<string> EntityTagElements(string value)
    {
        string[] parts = value.Split('"');
        for (int i = 1; i < parts.Length; i += 2)
        {
            yield return (parts[i - 1].EndsWith("W/", StringComparison.Ordinal) ? "W/" : "") + $"\"{parts[i]}\"";
        }
    }
}
