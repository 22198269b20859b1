using HiPerf.Http1;
using HiPerf.Samples.Catalogue;
using HiPerf.Transport;

namespace HiPerf.Server.Tests.Catalogue;

/// <summary>Octets that the parsers are given to look at, through the pump, when one comes at a time: at most four for each that there is.</summary>
public sealed class WorkAttackTests
{
    private static readonly Http1Limits s_limits = new() { MaxStartLine = 1 << 16, MaxFieldLine = 65_535, MaxHead = 1 << 20, MaxChunkLine = 1 << 16 };

    public static TheoryData<WorkAttack> Attacks => [.. WorkAttacks.All];

    [Theory, MemberData(nameof(Attacks))]
    public async Task Work_stays_within_four_looks_an_octet(WorkAttack attack)
    {
        var (client, server) = InMemoryConnection.CreatePair(1 << 20);
        server.ReceiveInPieces(1);
        await client.Stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(attack.Sent), TestContext.Current.CancellationToken);
        client.Shutdown();
        using var pump = ParsePump.Create(server.Input);
        var head = new CountingParser();
        var read = await pump.ReadAsync(head, TestContext.Current.CancellationToken);
        Assert.True(read.IsDone, read.ToString());
        Assert.Equal(ParseError.None, head.DecideFraming(pump.Buffer.Span, out var framing).Error);
        pump.Advance(read.Consumed);
        var (looked, calls) = (head.Looked, head.Calls);
        var chunks = new ChunkedBodyParser();
        var trailers = new FieldLine[s_limits.MaxTrailerFields];
        while (framing.Kind == BodyFramingKind.Chunked && !chunks.IsComplete)
        {
            // The parser itself says how far it came in a trailer section: it does not begin anew there.
            var result = chunks.Parse(pump.Buffer.Span, trailers, out _, in s_limits);
            looked += result.IsDone ? result.Consumed : 0;
            calls++;
            Assert.True(result.IsDone || result.NeedsMoreData, result.ToString());
            pump.Advance(result.Consumed);
            if (result.NeedsMoreData)
            {
                Assert.NotEqual(0, await pump.FillAsync(TestContext.Current.CancellationToken));
            }
        }

        Assert.InRange(looked, attack.Sent.Length, (4L * attack.Sent.Length) + (64L * calls));
        client.Dispose();
        server.Dispose();
    }

    private sealed class CountingParser : IPumpedParser
    {
        private readonly FieldLine[] _fields = new FieldLine[Http1Limits.ServerFields];
        private RequestHead _head;

        public long Looked { get; private set; }

        public int Calls { get; private set; }

        public int MaxLength => s_limits.MaxHead;

        public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined)
        {
            Looked += buffer.Length - examined;
            Calls++;
            return RequestHeadParser.Parse(buffer, _fields, ref _head, in s_limits, Http1Leniency.None, examined);
        }

        public ParseResult DecideFraming(ReadOnlySpan<byte> buffer, out BodyFraming framing) =>
            BodyFramingParser.ParseRequest(buffer, _fields, in _head, out framing);
    }
}
