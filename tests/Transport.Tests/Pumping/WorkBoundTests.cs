using System.Text;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Pumping;

/// <summary>RQ-35 of the attack catalogue: octets that come one by one are looked at a bounded number of times, whatever they hold.</summary>
public sealed class WorkBoundTests
{
    private const string Start = "GET / HTTP/1.1\r\nHost: a\r\n";

    private static readonly Http1Limits Limits = new() { MaxStartLine = 1 << 16, MaxFieldLine = ushort.MaxValue, MaxHead = 1 << 18 };

    public static TheoryData<string, string> Baits
    {
        get
        {
            var baits = new TheoryData<string, string>();
            (string Name, string Head)[] heads =
            [
                ("field line of 32 KiB", Start + "a: " + new string('v', 32 * 1024) + "\r\n\r\n"),
                ("field line of 32 KiB of white space", Start + "a: " + new string(' ', 32 * 1024) + "b\r\n\r\n"),
                ("100 times the same name", Start + string.Concat(Enumerable.Repeat("same-name: value\r\n", 100)) + "\r\n"),
                ("1,000 lines of four octets", Start + string.Concat(Enumerable.Repeat("a:\r\n", 1000)) + "\r\n"),
                ("8,000 folded lines of white space", Start + "a: b\r\n" + string.Concat(Enumerable.Repeat(" \r\n", 8000)) + "\r\n"),
                ("target of 32 KiB", "GET /" + new string('p', 32 * 1024) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
            ];
            foreach (string kind in PumpSource.Kinds)
            {
                foreach ((string name, string head) in heads)
                {
                    baits.Add(kind + ", " + name, head);
                }
            }

            return baits;
        }
    }

    [Theory, MemberData(nameof(Baits))]
    public async Task Work_is_at_most_four_times_the_octets(string name, string head)
    {
        byte[] octets = Encoding.Latin1.GetBytes(head);
        using var pump = PumpSource.InTurn(name.Split(',')[0], PumpSource.Bytewise(octets));
        var parser = new CountingParser();
        ParseResult result = await pump.ReadAsync(parser, TestContext.Current.CancellationToken);
        Assert.True(result.IsDone, $"{name}: {result}");
        Assert.Equal(octets.Length, result.Consumed);
        Assert.True(parser.Work <= (4L * octets.Length) + (64L * parser.Calls), $"{name}: {parser.Work} octets looked at of {octets.Length} in {parser.Calls} calls");

        // The calls that the bound counts are one a line, not one an octet.
        Assert.InRange(parser.Calls, 1, head.Count(static c => c == '\n') + 1);
    }

    // Hands the parser octets of which those it says it has examined are spoilt: if it looked at them again, its answer would show it.
    private sealed class CountingParser : IPumpedParser
    {
        private readonly FieldLine[] _fields = new FieldLine[2000];
        private RequestHead _head;

        public long Work { get; private set; }

        public int Calls { get; private set; }

        public int MaxLength => Limits.MaxHead;

        public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined)
        {
            Calls++;
            Work += buffer.Length - examined;
            byte[] spoilt = buffer.ToArray();
            spoilt.AsSpan(0, examined).Clear();
            return RequestHeadParser.Parse(spoilt, _fields, ref _head, Limits, Http1Leniency.ObsFold, examined);
        }
    }
}
