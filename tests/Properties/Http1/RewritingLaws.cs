using System.Buffers;
using System.Text;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

/// <summary>WR-09, the other way round: what was read is written, and read again it is the same. Fields keep their order among themselves; what frames
/// the message and speaks of its connection is the writer's own. What may be read and not sent is named below, and is refused each time.</summary>
public sealed class RewritingLaws
{
    private const ConnectionOptions Written = ConnectionOptions.Close | ConnectionOptions.Upgrade | ConnectionOptions.Te;

    [Fact]
    public void Request_read_and_written_is_read_the_same() => Law.Holds(1500, ProtocolArbitraries.RequestHeads(), head =>
    {
        byte[] octets = head.ToOctets();
        RequestReader first = Read(octets, out BodyFraming framing);
        if (IsReadAlone(first.Head.Method, in framing))
        {
            Assert.Throws<ArgumentException>("framing", () => Write(first, octets, framing));
            return;
        }

        if (IsReadAlone(first, octets))
        {
            Assert.ThrowsAny<ArgumentException>(() => Write(first, octets, framing));
            return;
        }

        byte[] again = Write(first, octets, framing);
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
        if (IsReadAlone(first.Head, octets, in framing, out string refused))
        {
            Assert.Throws<ArgumentException>(refused, () => Write(first, octets, framing));
            return;
        }

        byte[] again = Write(first, octets, framing);
        ResponseReader second = ReadResponse(again, out BodyFraming reframed);
        Assert.Equal($"{head.Status} {head.Reason}", $"{second.Head.Status} {Text(second.Head.ReasonIn(again))}");
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

    // A client sends no content with CONNECT (RFC 9110 section 9.3.6) nor with TRACE (section 9.3.8); a server is told what to make of one that does.
    private static bool IsReadAlone(RequestMethod method, in BodyFraming framing) =>
        method is RequestMethod.Connect or RequestMethod.Trace && framing is { Kind: BodyFramingKind.Chunked } or { Kind: BodyFramingKind.Length, Length: > 0 };

    // Nobody sends userinfo in a target (RFC 9110 section 4.2.4), nor an empty Host beside a target that has one (RFC 9112 section 3.2).
    private static bool IsReadAlone(RequestReader reader, byte[] octets)
    {
        string target = Text(reader.Head.TargetIn(octets));
        int scheme = target.IndexOf(':', StringComparison.Ordinal);
        if (reader.Head.TargetForm != TargetForm.Absolute || string.CompareOrdinal(target, scheme, "://", 0, 3) != 0)
        {
            return false;
        }

        string authority = target[(scheme + 3)..].Split('/', '?')[0];
        return authority.Contains('@', StringComparison.Ordinal) || (authority.Length > 0 && HostOf(reader, octets).IsEmpty);
    }

    // Obs-text is for recipients of reason phrases alone (RFC 9112 section 4), and nothing follows a 205 (RFC 9110 section 15.3.6), whatever its recipient must be ready for.
    private static bool IsReadAlone(in ResponseHead head, byte[] octets, in BodyFraming framing, out string refused)
    {
        bool obsolete = head.ReasonIn(octets).ContainsAnyInRange((byte)0x80, (byte)0xFF);
        refused = obsolete ? "reason" : "framing";
        return obsolete || (head.Status == 205 && framing is not { Kind: BodyFramingKind.Length, Length: 0 });
    }

    private static byte[] Write(RequestReader reader, byte[] octets, BodyFraming framing)
    {
        byte[] written = new byte[octets.Length + 200];
        var writer = new RequestHeadWriter(written);
        writer.WriteRequestLine(reader.Head.MethodIn(octets), reader.Head.TargetIn(octets), HostOf(reader, octets));
        foreach (FieldLine field in reader.Fields)
        {
            if (!IsOwned(field.Name))
            {
                writer.WriteField(field.NameIn(octets), field.ValueIn(octets));
            }
        }

        Assert.True(writer.TryComplete(in framing, framing.Options & Written, out int length));
        return written[..length];
    }

    // A CONNECT is read with any Host and written with its target's.
    private static ReadOnlySpan<byte> HostOf(RequestReader reader, byte[] octets) => reader.Head.Method == RequestMethod.Connect
        ? reader.Head.TargetIn(octets)
        : reader.Fields.ToArray().FirstOrDefault(f => f.Name == FieldName.Host).ValueIn(octets);

    private static byte[] Write(ResponseReader reader, byte[] octets, BodyFraming framing)
    {
        byte[] written = new byte[octets.Length + 200];
        var writer = new ResponseHeadWriter(written);
        writer.WriteStatusLine(reader.Head.Status, reader.Head.ReasonIn(octets));
        foreach (FieldLine field in reader.Fields)
        {
            if (!IsOwned(field.Name))
            {
                writer.WriteField(field.NameIn(octets), field.ValueIn(octets));
            }
        }

        Assert.True(writer.TryComplete(in framing, framing.Options & Written, out int length));
        return written[..length];
    }

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
