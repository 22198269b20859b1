using System.Buffers;
using HiPerf.Fuzzing;
using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

public sealed class ChunkedBodyLaws
{
    [Fact]
    public void Total_any_octets_in_any_pieces_are_answered_within_the_input() =>
        Law.Holds(2500, Inputs.ChunkedBodies, Inputs.Readings, ProtocolArbitraries.Arrivals(), (input, reading, arrival) =>
        {
            // The run itself holds every answer to its range; here it must end.
            ChunkedBodyRun run = ChunkedBodyRun.Over(Inputs.Latin1(input.Wire), reading, arrival);
            Assert.NotEqual(OperationStatus.DestinationTooSmall, run.Status);
            Assert.Equal(run.Status == OperationStatus.InvalidData, run.Error != ParseError.None);
        });

    [Fact]
    public void Valid_is_read_as_what_it_was_made_of_however_it_arrives() =>
        Law.Holds(2000, ProtocolArbitraries.ChunkedBodies(), ProtocolArbitraries.Arrivals(), (body, arrival) =>
        {
            ChunkedBodyRun run = ChunkedBodyRun.Over(body.ToOctets(), Reading.Strict, arrival);
            Assert.Equal(new(OperationStatus.Done, ParseError.None, body.Wire.Length, body.Content, string.Concat(body.Trailers.Select(f => $"{f.Name}={f.Value}\n"))), run);
        });

    [Fact]
    public void Near_valid_is_refused_at_its_violation_however_it_arrives() =>
        Law.Holds(2000, ProtocolArbitraries.NearValidChunkedBodies(), ProtocolArbitraries.Arrivals(), (near, arrival) =>
        {
            ChunkedBodyRun run = ChunkedBodyRun.Over(Inputs.Latin1(near.Wire), Reading.Strict, arrival);
            Assert.Equal((near.Error, near.Position), (run.Error, run.Offset));
        });

    [Fact]
    public void Prefix_of_a_valid_body_needs_more_data() => Law.Holds(40, ProtocolArbitraries.ChunkedBodies(), ProtocolArbitraries.Arrivals(), (body, arrival) =>
    {
        byte[] octets = body.ToOctets();
        for (int length = 0; length < octets.Length; length++)
        {
            ChunkedBodyRun run = ChunkedBodyRun.Over(octets.AsSpan(0, length), Reading.Strict, arrival);
            Assert.Equal(OperationStatus.NeedMoreData, run.Status);
            Assert.StartsWith(run.Content, body.Content, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Growth_pieces_end_as_the_whole_does() =>
        Law.Holds(2500, Inputs.ChunkedBodies, Inputs.Readings, ProtocolArbitraries.Arrivals(), (input, reading, arrival) =>
        {
            byte[] octets = Inputs.Latin1(input.Wire);
            Assert.Equal(ChunkedBodyRun.Over(octets, reading, Arrival.Whole), ChunkedBodyRun.Over(octets, reading, arrival));
        });

    [Fact]
    public void Suffix_changes_nothing_and_is_not_consumed() => Law.Holds(1500, ProtocolArbitraries.ChunkedBodies(), Inputs.ChunkedBodies, (body, suffix) =>
    {
        byte[] octets = body.ToOctets();
        Assert.Equal(
            ChunkedBodyRun.Over(octets, Reading.Strict, Arrival.Whole),
            ChunkedBodyRun.Over([.. octets, .. Inputs.Latin1(suffix.Wire)], Reading.Strict, Arrival.Whole));
    });

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(2000, Inputs.ChunkedBodies, Inputs.ChunkedBodies, Inputs.Readings, (input, other, reading) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        ChunkedBodyRun expected = ChunkedBodyRun.Over(octets, reading, Arrival.Whole);
        if (expected.Error == ParseError.None)
        {
            return;
        }

        byte[] head = octets[..(int)(expected.Offset + 1)];
        Assert.Equal(expected, ChunkedBodyRun.Over(head, reading, Arrival.Whole));
        Assert.Equal(expected, ChunkedBodyRun.Over([.. head, .. Inputs.Latin1(other.Wire)], reading, Arrival.Whole));
    });

    [Fact]
    public void Round_trip_what_the_writers_write_is_read_back() => Law.Holds(1500, ProtocolArbitraries.ChunkedBodies(), ProtocolArbitraries.Arrivals(), (body, arrival) =>
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (ChunkCase chunk in body.Chunks)
        {
            ChunkWriter.Write(output, Inputs.Latin1(chunk.Data));
        }

        FieldCase[] trailers = [.. body.Trailers.Where(f => f.Name.StartsWith("x-", StringComparison.Ordinal)), new("x-digest", "0")];
        var writer = new TrailerSectionWriter(output);
        foreach (FieldCase field in trailers)
        {
            writer.WriteField(Inputs.Latin1(field.Name), Inputs.Latin1(field.Value));
        }

        Assert.True(writer.TryComplete(out _));
        ChunkedBodyRun run = ChunkedBodyRun.Over(output.WrittenSpan, Reading.Strict, arrival);
        Assert.Equal(new(OperationStatus.Done, ParseError.None, output.WrittenCount, body.Content, string.Concat(trailers.Select(f => $"{f.Name}={f.Value}\n"))), run);
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read() => Law.Holds(300, Inputs.ChunkedBodies, input =>
    {
        using var guarded = new GuardedOctets();
        byte[] octets = Inputs.Latin1(input.Wire);
        ReadOnlySpan<byte> most = octets.AsSpan(0, Math.Min(octets.Length, Environment.SystemPageSize));
        Assert.Equal(ChunkedBodyRun.Over(most, Reading.Strict, Arrival.Whole), ChunkedBodyRun.Over(guarded.AtEnd(most), Reading.Strict, Arrival.Whole));
    });
}
