using System.Buffers;
using FsCheck;
using HiPerf.Fuzzing;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http1;

/// <summary>The laws that both parsers of heads keep.</summary>
public abstract class HeadLaws<T>
    where T : class, IWireMessage
{
    private protected abstract Arbitrary<T> Valid { get; }

    private protected abstract Arbitrary<NearValid<T>> NearValid { get; }

    private protected abstract Arbitrary<Hostile<T>> Any { get; }

    private protected abstract HeadReader Reader(int table);

    private protected abstract ReferenceHeads Reference(byte[] octets, Reading reading);

    /// <summary>What a valid head must be read as: its parts cut out of its octets.</summary>
    private protected abstract string Parts(T head);

    private protected abstract string Parts(HeadReader reader, byte[] octets);

    private protected abstract IReadOnlyList<FieldCase> Fields(T head);

    // As HeadReader words it.
    private static string StartLine(ReferenceHeads head) => head.StatusCode > 0
        ? $"{head.Version} {head.StatusCode} {head.ReasonStart}+{head.ReasonLength}"
        : $"{head.MethodStart}+{head.MethodLength} {head.TargetStart}+{head.TargetLength} {head.Form} {head.Version}";

    [Fact]
    public void Total_any_octets_are_answered_within_the_input() => Law.Holds(2500, Any, Inputs.Readings, (input, reading) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        HeadReader reader = Reader(reading.Table);
        ParseResult result = reader.Parse(octets, reading);
        switch (result.Status)
        {
            case OperationStatus.Done:
                Assert.InRange(result.Consumed, 1, octets.Length);
                Assert.InRange(result.Position, -1, result.Consumed - 1);
                Assert.Equal(result.Deviations == Deviations.None, result.Position < 0);
                foreach (FieldLine field in reader.Fields)
                {
                    Assert.InRange(field.NameStart + field.NameLength, 1, field.ValueStart - 1);
                    Assert.InRange(field.ValueStart + field.ValueLength, 1, result.Consumed - 1);
                }

                break;
            case OperationStatus.NeedMoreData:
                Assert.InRange(result.Position, 0, octets.Length);
                break;
            default:
                Assert.NotEqual(ParseError.None, result.Error);
                Assert.Equal(0, result.Consumed);
                Assert.InRange(result.Position, 0, Math.Max(0, Math.Min(octets.Length - (result.Error == ParseError.HeadTooLarge ? 0 : 1), reading.Limits.MaxHead)));
                break;
        }
    });

    [Fact]
    public void Valid_is_read_as_what_it_was_made_of() => Law.Holds(1500, Valid, head =>
    {
        byte[] octets = head.ToOctets();
        HeadReader reader = Reader(Http1Limits.ServerFields);
        ParseResult result = reader.Parse(octets, Reading.Strict);
        Assert.Equal((OperationStatus.Done, octets.Length), (result.Status, result.Consumed));
        Assert.Equal(Parts(head), Parts(reader, octets));
        IReadOnlyList<FieldCase> fields = Fields(head);
        Assert.Equal(fields.Count, reader.Fields.Length);
        for (int i = 0; i < fields.Count; i++)
        {
            Assert.Equal(Inputs.Latin1(fields[i].Name), reader.Fields[i].NameIn(octets));
            Assert.Equal(Inputs.Latin1(fields[i].Value), reader.Fields[i].ValueIn(octets));
        }
    });

    [Fact]
    public void Near_valid_is_refused_at_its_violation() => Law.Holds(2000, NearValid, near =>
    {
        ParseResult result = Reader(Http1Limits.ServerFields).Parse(Inputs.Latin1(near.Wire), Reading.Strict);
        Assert.Equal((near.Error, near.Position), (result.Error, result.Position));
    });

    [Fact]
    public void Prefix_of_a_valid_head_needs_more_data() => Law.Holds(150, Valid, head =>
    {
        byte[] octets = head.ToOctets();
        HeadReader reader = Reader(Http1Limits.ServerFields);
        for (int length = 0; length < octets.Length; length++)
        {
            ParseResult result = reader.Parse(octets.AsSpan(0, length), Reading.Strict);
            Assert.True(result.NeedsMoreData, $"prefix of {length}: {result}");
            Assert.InRange(result.Position, 0, length);
        }
    });

    [Fact]
    public void Growth_ends_as_parsing_at_once_does() => Law.Holds(2000, Any, Inputs.Readings, ProtocolArbitraries.Arrivals(), (input, reading, arrival) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        HeadReader whole = Reader(reading.Table);
        ParseResult expected = whole.Parse(octets, reading);
        HeadReader growing = Reader(reading.Table);
        ParseResult result = ParseResult.NeedMoreData(0);
        foreach (int end in arrival.Ends(octets.Length))
        {
            int examined = result.Position;
            result = growing.Parse(octets.AsSpan(0, end), reading, examined);
            if (!result.NeedsMoreData)
            {
                break;
            }

            Assert.InRange(result.Position, examined, end);
        }

        Assert.Equal(expected, result);
        if (expected.IsDone)
        {
            Assert.Equal(whole.Describe(), growing.Describe());
        }
    });

    [Fact]
    public void Suffix_changes_nothing_and_is_not_consumed() => Law.Holds(1500, Valid, Any, (head, suffix) =>
    {
        byte[] octets = head.ToOctets();
        HeadReader alone = Reader(Http1Limits.ServerFields);
        HeadReader followed = Reader(Http1Limits.ServerFields);
        Assert.Equal(alone.Parse(octets, Reading.Strict), followed.Parse([.. octets, .. Inputs.Latin1(suffix.Wire)], Reading.Strict));
        Assert.Equal(alone.Describe(), followed.Describe());
    });

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(2000, Any, Any, Inputs.Readings, (input, other, reading) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        HeadReader reader = Reader(reading.Table);
        ParseResult expected = reader.Parse(octets, reading);
        if (expected.Status is not (OperationStatus.InvalidData or OperationStatus.DestinationTooSmall))
        {
            return;
        }

        byte[] head = octets[..Math.Min(octets.Length, expected.Position + 1)];
        Assert.Equal(expected, reader.Parse(head, reading));
        Assert.Equal(expected, reader.Parse([.. head, .. Inputs.Latin1(other.Wire)], reading));
        for (int i = expected.Position + 1; i < octets.Length; i++)
        {
            octets[i] ^= (byte)(i | 1);
        }

        Assert.Equal(expected, reader.Parse(octets, reading));
    });

    [Fact]
    public void Reference_agrees_on_every_answer() => Law.Holds(5000, Any, Inputs.Readings, (input, reading) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        HeadReader reader = Reader(reading.Table);
        ParseResult result = reader.Parse(octets, reading);
        ReferenceHeads expected = Reference(octets, reading);
        Assert.Equal((expected.Status, expected.Error), (result.Status, result.Error));
        if (result.NeedsMoreData)
        {
            return;
        }

        Assert.Equal(expected.Offset, result.IsDone ? result.Consumed : result.Position);
        if (!result.IsDone)
        {
            return;
        }

        Assert.Equal((expected.Deviations, expected.FirstDeviation), (result.Deviations, result.Position));
        string fields = string.Concat(expected.Fields.Select(f => $" {f.NameStart}+{f.NameLength}:{(f.ValueLength == 0 ? 0 : f.ValueStart)}+{f.ValueLength}"));
        Assert.Equal(StartLine(expected) + fields, reader.Describe());
    });
}
