using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http;

public sealed class UrlencodedLaws
{
    private static readonly Arbitrary<UrlencodedLimits> s_limits = Arb.From(
        from small in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from pairs in Gen.Choose(1, 4)
        from name in Gen.Choose(0, 8)
        from value in Gen.Choose(0, 30)
        select small ? new UrlencodedLimits { MaxPairs = pairs, MaxName = name, MaxValue = value } : UrlencodedLimits.Default,
        limits => limits == UrlencodedLimits.Default ? [] : [UrlencodedLimits.Default]);

    [Fact]
    public void Reference_agrees_on_every_form() => Law.Holds(6000, FormInputs.Urlencoded, input =>
    {
        (int bad, string pairs) = ReferenceUrlencoded.Read(input.Wire);
        Run strict = Over(Inputs.Latin1(input.Wire), UrlencodedLimits.Default, FormLeniency.None, Arrival.Whole);
        Assert.Equal(bad < 0 ? (ParseError.None, input.Wire.Length) : (ParseError.BadFormEncoding, bad), (strict.Error, strict.Offset));
        Run lenient = Over(Inputs.Latin1(input.Wire), UrlencodedLimits.Default, FormLeniency.BadFormEncoding, Arrival.Whole);
        Assert.Equal(new(ParseError.None, input.Wire.Length, pairs, bad < 0 ? Deviations.None : Deviations.BadFormEncoding), lenient);
    });

    [Fact]
    public void Valid_is_read_as_what_it_was_made_of_however_it_arrives() =>
        Law.Holds(2000, ProtocolArbitraries.UrlencodedForms(), ProtocolArbitraries.Arrivals(), (form, arrival) =>
            Assert.Equal(
                new(ParseError.None, form.Wire.Length, string.Concat(form.Pairs.Select(p => $"{p.DecodedName}={p.DecodedValue}\n")), Deviations.None),
                Over(form.ToOctets(), UrlencodedLimits.Default, FormLeniency.None, arrival)));

    [Fact]
    public void Near_valid_is_refused_at_its_violation_however_it_arrives() =>
        Law.Holds(1000, ProtocolArbitraries.NearValidUrlencodedForms(), ProtocolArbitraries.Arrivals(), (near, arrival) =>
        {
            Run run = Over(Inputs.Latin1(near.Wire), UrlencodedLimits.Default, FormLeniency.None, arrival);
            Assert.Equal((near.Error, near.Position), (run.Error, run.Offset));
        });

    [Fact]
    public void Growth_pieces_end_as_the_whole_does() =>
        Law.Holds(3000, FormInputs.Urlencoded, s_limits, ProtocolArbitraries.Arrivals(), (input, limits, arrival) =>
        {
            byte[] octets = Inputs.Latin1(input.Wire);
            foreach (FormLeniency leniency in (FormLeniency[])[FormLeniency.None, FormLeniency.BadFormEncoding])
            {
                Assert.Equal(Over(octets, limits, leniency, Arrival.Whole), Over(octets, limits, leniency, arrival));
            }
        });

    [Fact]
    public void Suffix_of_another_form_is_read_behind_the_first() => Law.Holds(1000, ProtocolArbitraries.UrlencodedForms(), ProtocolArbitraries.UrlencodedForms(), (first, second) =>
    {
        string pairs = Over(first.ToOctets(), UrlencodedLimits.Default, FormLeniency.None, Arrival.Whole).Pairs
            + Over(second.ToOctets(), UrlencodedLimits.Default, FormLeniency.None, Arrival.Whole).Pairs;
        Assert.Equal(pairs, Over([.. first.ToOctets(), (byte)'&', .. second.ToOctets()], UrlencodedLimits.Default, FormLeniency.None, Arrival.Whole).Pairs);
    });

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(2000, FormInputs.Urlencoded, FormInputs.Urlencoded, s_limits, (input, other, limits) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        Run expected = Over(octets, limits, FormLeniency.None, Arrival.Whole);
        if (expected.Error == ParseError.None || expected.Offset == octets.Length)
        {
            return;
        }

        byte[] head = octets[..(expected.Offset + 1)];
        Assert.Equal(expected, Over(head, limits, FormLeniency.None, Arrival.Whole));
        Assert.Equal(expected, Over([.. head, .. Inputs.Latin1(other.Wire)], limits, FormLeniency.None, Arrival.Whole));
    });

    [Fact]
    public void Round_trip_any_octets_come_back_and_take_the_length_foretold() => Law.Holds(2000, FormInputs.Urlencoded, FormInputs.Urlencoded, (name, value) =>
    {
        (byte[] n, byte[] v) = (Inputs.Latin1(name.Wire), Inputs.Latin1(value.Wire));
        var output = new ArrayBufferWriter<byte>();
        UrlencodedWriter.Write(output, n, v, isFirst: true);
        UrlencodedWriter.Write(output, v, n, isFirst: false);
        Assert.Equal(UrlencodedWriter.Length(n, v, true) + UrlencodedWriter.Length(v, n, false), output.WrittenCount);
        Assert.Equal(
            new(ParseError.None, output.WrittenCount, $"{name.Wire}={value.Wire}\n{value.Wire}={name.Wire}\n", Deviations.None),
            Over(output.WrittenSpan, new UrlencodedLimits { MaxName = 1 << 20 }, FormLeniency.None, Arrival.Whole));
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read()
    {
        using var guarded = new GuardedOctets();
        Law.Holds(500, FormInputs.Urlencoded, input =>
        {
            byte[] octets = Inputs.Latin1(input.Wire);
            ReadOnlySpan<byte> most = octets.AsSpan(0, Math.Min(octets.Length, Environment.SystemPageSize));
            Assert.Equal(
                Over(most, UrlencodedLimits.Default, FormLeniency.None, Arrival.Whole),
                Over(guarded.AtEnd(most), UrlencodedLimits.Default, FormLeniency.None, Arrival.Whole));
        });
    }

    private static Run Over(ReadOnlySpan<byte> octets, UrlencodedLimits limits, FormLeniency leniency, Arrival arrival)
    {
        var parser = default(UrlencodedParser);
        var pairs = new StringBuilder();
        Deviations deviations = Deviations.None;
        int start = 0;
        foreach (int end in arrival.Ends(octets.Length))
        {
            while (true)
            {
                ReadOnlySpan<byte> buffer = octets[start..end];
                ParseResult result = parser.Parse(buffer, end == octets.Length, out UrlencodedPiece piece, limits, leniency);
                Assert.Equal(start + result.Consumed, parser.ConsumedTotal);
                Assert.InRange(result.Consumed, 0, buffer.Length);
                if (result.NeedsMoreData)
                {
                    Assert.NotEqual(octets.Length, end);
                    break;
                }

                if (!result.IsDone)
                {
                    Assert.InRange(result.Position, 0, buffer.Length);
                    return new(result.Error, start + result.Position, pairs.ToString(), deviations);
                }

                deviations |= result.Deviations;
                if (piece.Kind == UrlencodedPieceKind.End)
                {
                    return new(ParseError.None, start, pairs.ToString(), deviations);
                }

                Assert.True(result.Consumed > 0, "No progress.");
                if (piece.Kind == UrlencodedPieceKind.Pair)
                {
                    pairs.Append(Decoded(piece.NameIn(buffer), leniency)).Append('=').Append(Decoded(piece.ValueIn(buffer), leniency)).Append('\n');
                }

                start += result.Consumed;
            }
        }

        throw new InvalidOperationException("The form did not end.");
    }

    private static string Decoded(ReadOnlySpan<byte> encoded, FormLeniency leniency)
    {
        byte[] octets = new byte[encoded.Length];
        Assert.True(FormEncoding.Decode(encoded, octets, out int length, leniency).IsDone);
        return Encoding.Latin1.GetString(octets, 0, length);
    }

    private sealed record Run(ParseError Error, int Offset, string Pairs, Deviations Deviations);
}
