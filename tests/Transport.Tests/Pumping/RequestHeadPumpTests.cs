using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Pumping;

// The pump with the parser it is made for: what is handed over as examined must mean the same to both.
public sealed class RequestHeadPumpTests
{
    private static readonly byte[] Head = "POST /a?b HTTP/1.1\r\nHost: example.test\r\nAccept: */*\r\nX-Long: 0123456789012345678901234567890123456789012345678901234567890123456789\r\n\r\n"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. PumpSource.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Head_cut_in_any_way_parses_as_whole(string kind)
    {
        var fields = new FieldLine[16];
        var expected = default(RequestHead);
        var whole = RequestHeadParser.Parse(Head, fields, ref expected, Http1Limits.Server);
        Assert.True(whole.IsDone);
        await Check(PumpSource.Bytewise(Head));
        for (var cut = 1; cut < Head.Length; cut++)
        {
            await Check([Head[..cut], Head[cut..]]);
        }

        async Task Check(byte[][] pieces)
        {
            using var pump = PumpSource.InTurn(kind, pieces);
            var parser = new HeadParser();
            Assert.Equal(whole, await pump.ReadAsync(parser, Token));
            Assert.Equal(Parts(expected), Parts(parser.Head));
            Assert.Equal(fields, parser.Fields);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Fault_is_found_at_the_same_octet_however_it_is_cut(string kind)
    {
        var bad = (byte[])Head.Clone();
        bad[30] = 0;
        var head = default(RequestHead);
        var whole = RequestHeadParser.Parse(bad, new FieldLine[16], ref head, Http1Limits.Server);
        Assert.NotEqual(ParseError.None, whole.Error);
        for (var cut = 1; cut < bad.Length; cut++)
        {
            using var pump = PumpSource.InTurn(kind, bad[..cut], bad[cut..]);
            Assert.Equal(whole, await pump.ReadAsync(new HeadParser(), Token));
        }
    }

    private static (int, int, int, int, int, RequestMethod, TargetForm, HttpVersion) Parts(RequestHead head) =>
        (head.MethodStart, head.MethodLength, head.TargetStart, head.TargetLength, head.FieldCount, head.Method, head.TargetForm, head.Version);

    private sealed class HeadParser : IPumpedParser
    {
        private RequestHead _head;

        public FieldLine[] Fields { get; } = new FieldLine[16];

        public RequestHead Head => _head;

        public int MaxLength => Http1Limits.Server.MaxHead;

        public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined) =>
            RequestHeadParser.Parse(buffer, Fields, ref _head, Http1Limits.Server, examined: examined);
    }
}
