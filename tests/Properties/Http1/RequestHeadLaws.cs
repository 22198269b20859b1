using System.Text;
using FsCheck;
using HiPerf.Fuzzing;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http1;

public sealed class RequestHeadLaws : HeadLaws<RequestHeadCase>
{
    private protected override Arbitrary<RequestHeadCase> Valid => ProtocolArbitraries.RequestHeads();

    private protected override Arbitrary<NearValid<RequestHeadCase>> NearValid => ProtocolArbitraries.NearValidRequestHeads();

    private protected override Arbitrary<Hostile<RequestHeadCase>> Any => Inputs.RequestHeads;

    private protected override HeadReader Reader(int table) => new RequestReader(table);

    private protected override ReferenceHeads Reference(byte[] octets, Reading reading) =>
        ReferenceHeads.Request(octets, reading.Limits, reading.Leniency, reading.Table);

    private protected override string Parts(RequestHeadCase head) => head.RequestLine;

    private protected override string Parts(HeadReader reader, byte[] octets)
    {
        RequestHead head = ((RequestReader)reader).Head;
        string version = head.Version == HttpVersion.Http11 ? "HTTP/1.1" : "HTTP/1.0";
        return $"{Encoding.Latin1.GetString(head.MethodIn(octets))} {Encoding.Latin1.GetString(head.TargetIn(octets))} {version}";
    }

    private protected override IReadOnlyList<FieldCase> Fields(RequestHeadCase head) => head.Fields;

    [Fact]
    public void Round_trip_what_the_writer_writes_is_read_back() => Law.Holds(1500, Valid, head =>
    {
        FieldCase[] fields = [.. head.Fields.Where(f => f.Name is not ("Host" or "Content-Length" or "Transfer-Encoding" or "Connection"))];
        string host = head.Fields.First(f => f.Name == "Host").Value;
        // What a recipient lets pass and a sender may not write: userinfo, and an empty Host beside a target that has one.
        bool isAbsolute = head.Target[0] is not ('/' or '*') && head.Method != "CONNECT";
        if (head.Target.StartsWith("urn:", StringComparison.Ordinal) || (isAbsolute && (host.Length == 0 || head.Target.Contains('@', StringComparison.Ordinal))))
        {
            head = head with { Target = "/" };
        }

        host = head.Method == "CONNECT" ? head.Target : host;

        byte[] written = new byte[head.Wire.Length + 100];
        var writer = new RequestHeadWriter(written);
        writer.WriteRequestLine(Inputs.Latin1(head.Method), Inputs.Latin1(head.Target), Inputs.Latin1(host));
        foreach (FieldCase field in fields)
        {
            writer.WriteField(Inputs.Latin1(field.Name), Inputs.Latin1(field.Value));
        }

        // RFC 9110 sections 9.3.6 and 9.3.8: these two have no content.
        int content = head.Method is "CONNECT" or "TRACE" ? 0 : fields.Length;
        Assert.True(writer.TryComplete(BodyFraming.OfLength(content), ConnectionOptions.Close, out int length));

        var reader = new RequestReader(Http1Limits.ServerFields);
        byte[] octets = written[..length];
        ParseResult result = reader.Parse(octets, Reading.Strict);
        Assert.Equal(ParseResult.Done(length), result);
        Assert.Equal($"{head.Method} {head.Target} HTTP/1.1", Parts(reader, octets));
        Assert.Equal(
            [("Host", host), .. fields.Select(f => (f.Name, f.Value)), ("Content-Length", $"{content}"), ("Connection", "close")],
            reader.Fields.ToArray().Select(f => (Encoding.Latin1.GetString(f.NameIn(octets)), Encoding.Latin1.GetString(f.ValueIn(octets)))));
        Assert.True(reader.Frame(octets, out BodyFraming framing, Http1Leniency.None).IsDone);
        Assert.Equal((BodyFramingKind.Length, content, false), (framing.Kind, framing.Length, framing.KeepsAlive));
    });
}
