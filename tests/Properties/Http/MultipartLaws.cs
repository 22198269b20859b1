using System.Buffers;
using System.Text;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http;

public sealed class MultipartLaws
{
    [Fact]
    public void Total_any_octets_in_any_pieces_are_answered_within_the_input() =>
        Law.Holds(2500, FormInputs.Multipart, FormInputs.Readings, ProtocolArbitraries.Arrivals(), (input, reading, arrival) =>
        {
            // The run itself holds every answer to its range; here it must end.
            MultipartRun run = MultipartRun.Over(Inputs.Latin1(input.Wire), input.Boundary, reading, arrival);
            Assert.True(run.Status is OperationStatus.Done or OperationStatus.InvalidData);
            Assert.Equal(run.Status == OperationStatus.InvalidData, run.Error != ParseError.None);
        });

    [Fact]
    public void Reference_agrees_on_every_body() => Law.Holds(6000, FormInputs.Multipart, FormInputs.Readings, (input, reading) =>
    {
        MultipartRun run = MultipartRun.Over(Inputs.Latin1(input.Wire), input.Boundary, reading, Arrival.Whole);
        Assert.Equal(ReferenceMultipart.Read(input.Wire, input.Boundary, reading.Limits, reading.Leniency), (run.Error, (int)run.Offset, run.Parts));
    });

    [Fact]
    public void Valid_is_read_as_what_it_was_made_of_however_it_arrives() =>
        Law.Holds(2000, ProtocolArbitraries.MultipartBodies(), ProtocolArbitraries.Arrivals(), (body, arrival) =>
        {
            MultipartRun run = MultipartRun.Over(body.ToOctets(), body.Boundary, MultipartReading.Strict, arrival);
            Assert.Equal(new(OperationStatus.Done, ParseError.None, body.Wire.Length, Parts(body), Deviations.None), run);
        });

    [Fact]
    public void Near_valid_is_refused_at_its_violation_however_it_arrives() =>
        Law.Holds(2000, ProtocolArbitraries.NearValidMultipartBodies(), ProtocolArbitraries.Arrivals(), (near, arrival) =>
        {
            MultipartRun run = MultipartRun.Over(Inputs.Latin1(near.Wire), near.Source.Boundary, MultipartReading.Strict, arrival);
            Assert.Equal((near.Error, near.Position), (run.Error, run.Offset));
        });

    [Fact]
    public void Prefix_of_a_valid_body_needs_more_data() => Law.Holds(40, ProtocolArbitraries.MultipartBodies(), ProtocolArbitraries.Arrivals(), (body, arrival) =>
    {
        byte[] octets = body.ToOctets();
        string parts = Parts(body);
        for (int length = 0; length <= octets.Length; length++)
        {
            MultipartRun run = MultipartRun.Over(octets.AsSpan(0, length), body.Boundary, MultipartReading.Strict, arrival, ends: false);
            Assert.Equal(OperationStatus.NeedMoreData, run.Status);
            Assert.StartsWith(run.Parts, parts, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Growth_pieces_end_as_the_whole_does() =>
        Law.Holds(2500, FormInputs.Multipart, FormInputs.Readings, ProtocolArbitraries.Arrivals(), (input, reading, arrival) =>
        {
            byte[] octets = Inputs.Latin1(input.Wire);
            Assert.Equal(MultipartRun.Over(octets, input.Boundary, reading, Arrival.Whole), MultipartRun.Over(octets, input.Boundary, reading, arrival));
        });

    [Fact]
    public void Suffix_behind_the_close_line_changes_no_part() => Law.Holds(1500, ProtocolArbitraries.MultipartBodies(), FormInputs.Multipart, (body, suffix) =>
    {
        // The octets behind the close-delimiter's line are the epilogue's, whatever they are.
        MultipartCase open = body with { Epilogue = suffix.Wire };
        Assert.Equal(
            new(OperationStatus.Done, ParseError.None, open.Wire.Length, Parts(body), Deviations.None),
            MultipartRun.Over(open.ToOctets(), body.Boundary, MultipartReading.Strict, Arrival.Whole));
    });

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(2000, FormInputs.Multipart, FormInputs.Multipart, FormInputs.Readings, (input, other, reading) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        MultipartRun expected = MultipartRun.Over(octets, input.Boundary, reading, Arrival.Whole, ends: false);
        if (expected.Error == ParseError.None || expected.Offset == octets.Length)
        {
            return;
        }

        byte[] head = octets[..(int)(expected.Offset + 1)];
        Assert.Equal(expected, MultipartRun.Over(head, input.Boundary, reading, Arrival.Whole, ends: false));
        Assert.Equal(expected, MultipartRun.Over([.. head, .. Inputs.Latin1(other.Wire)], input.Boundary, reading, Arrival.Whole));
    });

    [Fact]
    public void Round_trip_what_the_writers_write_is_read_back() => Law.Holds(1500, ProtocolArbitraries.MultipartBodies(), ProtocolArbitraries.Arrivals(), (body, arrival) =>
    {
        MultipartBoundary boundary = MultipartBoundary.Create(Encoding.ASCII.GetBytes(body.Boundary));
        var output = new ArrayBufferWriter<byte>();
        bool isFirst = true;
        foreach (PartCase part in body.Parts)
        {
            var head = new PartHeadWriter(output, in boundary, isFirst, sizeHint: 1);
            foreach (FieldCase field in part.Fields)
            {
                head.WriteField(Inputs.Latin1(field.Name), Inputs.Latin1(field.Value));
            }

            Assert.True(head.TryComplete(out _));
            Assert.False(boundary.OccursIn(Inputs.Latin1(part.Content)));
            output.Write(Inputs.Latin1(part.Content));
            isFirst = false;
        }

        MultipartWriter.WriteClose(output, in boundary);
        MultipartRun run = MultipartRun.Over(output.WrittenSpan, body.Boundary, MultipartReading.Strict, arrival);
        Assert.Equal(new(OperationStatus.Done, ParseError.None, output.WrittenCount, Parts(body), Deviations.None), run);
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read()
    {
        using var guarded = new GuardedOctets();
        Law.Holds(500, FormInputs.Multipart, input =>
        {
            byte[] octets = Inputs.Latin1(input.Wire);
            ReadOnlySpan<byte> most = octets.AsSpan(0, Math.Min(octets.Length, Environment.SystemPageSize));
            MultipartRun expected = MultipartRun.Over(most, input.Boundary, MultipartReading.Strict, Arrival.Whole);
            Assert.Equal(expected, MultipartRun.Over(guarded.AtEnd(most), input.Boundary, MultipartReading.Strict, Arrival.Whole));
            Assert.Equal(expected, MultipartRun.Over(guarded.AtStart(most), input.Boundary, MultipartReading.Strict, Arrival.Whole));
        });
    }

    [Fact]
    public void Bodies_reach_every_error()
    {
        var reached = new HashSet<ParseError>();
        Law.Holds(4000, FormInputs.Multipart, FormInputs.Readings, (input, reading) =>
            reached.Add(MultipartRun.Over(Inputs.Latin1(input.Wire), input.Boundary, reading, Arrival.Whole).Error));
        ParseError[] expected =
        [
            ParseError.None, ParseError.BadDelimiter, ParseError.MissingCloseDelimiter, ParseError.MissingPart, ParseError.TooManyParts, ParseError.PartHeadTooLarge, ParseError.BareCr,
            ParseError.BareLf, ParseError.BadFieldName, ParseError.MissingColon, ParseError.SpaceBeforeColon, ParseError.ObsFold, ParseError.SpaceBeforeFirstField, ParseError.BadFieldValue,
            ParseError.FieldLineTooLong,
        ];
        Assert.Empty(expected.Except(reached));
    }

    private static string Parts(MultipartCase body) =>
        string.Concat(body.Parts.Select(p => string.Join('|', p.Fields.Select(f => $"{f.Name}={f.Value}")) + "→" + p.Content + "\n"));
}
