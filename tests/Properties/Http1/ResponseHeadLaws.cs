using System.Text;
using FsCheck;
using HiPerf.Fuzzing;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Http1;

public sealed class ResponseHeadLaws : HeadLaws<ResponseHeadCase>
{
    private protected override Arbitrary<ResponseHeadCase> Valid => ProtocolArbitraries.ResponseHeads();

    private protected override Arbitrary<NearValid<ResponseHeadCase>> NearValid => ProtocolArbitraries.NearValidResponseHeads();

    private protected override Arbitrary<Hostile<ResponseHeadCase>> Any => Inputs.ResponseHeads;

    private protected override HeadReader Reader(int table) => new ResponseReader(table);

    private protected override ReferenceHeads Reference(byte[] octets, Reading reading) =>
        ReferenceHeads.Response(octets, reading.Limits, reading.Leniency, reading.Table);

    private protected override string Parts(ResponseHeadCase head) => head.StatusLine;

    private protected override string Parts(HeadReader reader, byte[] octets)
    {
        ResponseHead head = ((ResponseReader)reader).Head;
        string version = head.Version == HttpVersion.Http11 ? "HTTP/1.1" : "HTTP/1.0";
        return $"{version} {head.Status} {Encoding.Latin1.GetString(head.ReasonIn(octets))}";
    }

    private protected override IReadOnlyList<FieldCase> Fields(ResponseHeadCase head) => head.Fields;

    [Fact]
    public void Round_trip_what_the_writer_writes_is_read_back() => Law.Holds(1500, Valid, head =>
    {
        FieldCase[] fields = [.. head.Fields.Where(f => f.Name is not ("Content-Length" or "Transfer-Encoding" or "Connection"))];
        byte[] written = new byte[head.Wire.Length + 100];

        // Obs-text is read in a reason phrase, but never written.
        string reason = string.Concat(head.Reason.Where(char.IsAscii));
        var writer = new ResponseHeadWriter(written);
        writer.WriteStatusLine(head.Status, Inputs.Latin1(reason));
        foreach (FieldCase field in fields)
        {
            writer.WriteField(Inputs.Latin1(field.Name), Inputs.Latin1(field.Value));
        }

        Assert.True(writer.TryComplete(BodyFraming.None, ConnectionOptions.KeepAlive, out int length));

        var reader = new ResponseReader(Http1Limits.ServerFields);
        byte[] octets = written[..length];
        ParseResult result = reader.Parse(octets, Reading.Strict);
        Assert.Equal(ParseResult.Done(length), result);
        Assert.Equal($"HTTP/1.1 {head.Status} {reason}", Parts(reader, octets));
        Assert.Equal(
            [.. fields.Select(f => (f.Name, f.Value)), ("Connection", "keep-alive")],
            reader.Fields.ToArray().Select(f => (Encoding.Latin1.GetString(f.NameIn(octets)), Encoding.Latin1.GetString(f.ValueIn(octets)))));
    });
}
