using System.Buffers;
using System.Text;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

/// <summary>WR-09, the other way round: what was read is written, and read again it is the same. Fields keep their order among themselves; what frames
/// the message and speaks of its connection is the writer's own.</summary>
public sealed class RewritingLaws
{
    private const ConnectionOptions Written = ConnectionOptions.Close | ConnectionOptions.Upgrade | ConnectionOptions.Te;

    [Fact]
    public void Request_read_and_written_is_read_the_same() => Law.Holds(1500, ProtocolArbitraries.RequestHeads(), head =>
    {
        byte[] octets = head.ToOctets();
        RequestReader first = Read(octets, out BodyFraming framing);
        FieldLine host = first.Fields.ToArray().FirstOrDefault(f => f.Name == FieldName.Host);
        byte[] written = new byte[octets.Length + 200];
        var writer = new RequestHeadWriter(written);
        ReadOnlySpan<byte> target = first.Head.TargetIn(octets);
        ReadOnlySpan<byte> value = first.Head.Method == RequestMethod.Connect ? target : host.ValueIn(octets);

        // What is read and not written: content with these two methods, userinfo, an empty Host beside a target that has one.
        if ((first.Head.Method is RequestMethod.Connect or RequestMethod.Trace && framing.Kind != BodyFramingKind.None)
            || (first.Head.TargetForm == TargetForm.Absolute && (value.IsEmpty || target.Contains((byte)'@'))))
        {
            return;
        }

        writer.WriteRequestLine(first.Head.MethodIn(octets), target, value);
        foreach (FieldLine field in first.Fields)
        {
            if (!IsOwned(field.Name))
            {
                writer.WriteField(field.NameIn(octets), field.ValueIn(octets));
            }
        }

        Assert.True(writer.TryComplete(in framing, framing.Options & Written, out int length));
        byte[] again = written[..length];
        RequestReader second = Read(again, out BodyFraming reframed);
        Assert.Equal($"{head.Method} {head.Target}", $"{Text(second.Head.MethodIn(again))} {Text(second.Head.TargetIn(again))}");
        Assert.Equal(Others(first, octets), Others(second, again));
        Assert.Equal((framing.Kind, framing.Length, framing.Options & Written), (reframed.Kind, reframed.Length, reframed.Options & Written));
    });

    [Fact]
    public void Response_read_and_written_is_read_the_same() => Law.Holds(1500, ProtocolArbitraries.ResponseHeads(), head =>
    {
        byte[] octets = head.ToOctets();
        ResponseReader first = ReadResponse(octets, out BodyFraming framing);
        byte[] written = new byte[octets.Length + 200];
        var writer = new ResponseHeadWriter(written);
        // obs-text is read, and not written.
        ReadOnlySpan<byte> reason = first.Head.ReasonIn(octets);
        reason = System.Text.Ascii.IsValid(reason) ? reason : default;
        writer.WriteStatusLine(first.Head.Status, reason);
        foreach (FieldLine field in first.Fields)
        {
            if (!IsOwned(field.Name))
            {
                writer.WriteField(field.NameIn(octets), field.ValueIn(octets));
            }
        }

        Assert.True(writer.TryComplete(in framing, framing.Options & Written, out int length));
        byte[] again = written[..length];
        ResponseReader second = ReadResponse(again, out BodyFraming reframed);
        Assert.Equal($"{head.Status} {Text(reason)}", $"{second.Head.Status} {Text(second.Head.ReasonIn(again))}");
        Assert.Equal(Others(first, octets), Others(second, again));
        Assert.Equal(framing.Kind, reframed.Kind);
    });

    [Fact]
    public void Chunked_body_read_and_written_is_read_the_same() => Law.Holds(1500, ProtocolArbitraries.ChunkedBodies(), ProtocolArbitraries.Arrivals(), (body, arrival) =>
    {
        ChunkedBodyRun first = ChunkedBodyRun.Over(body.ToOctets(), Reading.Strict, Arrival.Whole);
        var output = new ArrayBufferWriter<byte>();
        ChunkWriter.Write(output, Inputs.Latin1(first.Content));
        var writer = new TrailerSectionWriter(output);
        var kept = new StringBuilder();
        foreach (string trailer in first.Trailers.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // What may not trail is read, but never written. RFC 9110 section 6.5.1.
            string[] parts = trailer.Split('=', 2);
            byte[] name = Inputs.Latin1(parts[0]);
            if ((FieldNames.Flags(FieldNames.Find(name)) & FieldFlags.NoTrailer) == FieldFlags.None)
            {
                writer.WriteField(name, Inputs.Latin1(parts[1]));
                kept.Append(trailer).Append('\n');
            }
        }

        Assert.True(writer.TryComplete(out _));
        ChunkedBodyRun second = ChunkedBodyRun.Over(output.WrittenSpan, Reading.Strict, arrival);
        Assert.Equal(new(OperationStatus.Done, ParseError.None, output.WrittenCount, first.Content, kept.ToString()), second);
    });

    private static bool IsOwned(FieldName name) =>
        name is FieldName.Connection or FieldName.ContentLength or FieldName.Host or FieldName.Trailer or FieldName.TransferEncoding;

    private static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    private static string[] Others(HeadReader reader, byte[] octets) =>
        [.. reader.Fields.ToArray().Where(f => !IsOwned(f.Name)).Select(f => $"{Text(f.NameIn(octets))}: {Text(f.ValueIn(octets))}")];

    private static RequestReader Read(byte[] octets, out BodyFraming framing)
    {
        var reader = new RequestReader(Http1Limits.ServerFields);
        Assert.True(reader.Parse(octets, Reading.Strict).IsDone);
        Assert.True(reader.Frame(octets, out framing, Http1Leniency.None).IsDone);
        return reader;
    }

    private static ResponseReader ReadResponse(byte[] octets, out BodyFraming framing)
    {
        var reader = new ResponseReader(Http1Limits.ServerFields);
        Assert.True(reader.Parse(octets, Reading.Strict).IsDone);
        Assert.True(reader.Frame(octets, RequestMethod.Get, out framing, Http1Leniency.None).IsDone);
        return reader;
    }
}
