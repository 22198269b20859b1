using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Gopher;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of menus against the reference of RFC 1436, by default limits and by small ones.</summary>
internal sealed class GopherMenuTarget : IFuzzTarget
{
    private static readonly GopherLimits s_small = new() { MaxLine = 24, MaxItems = 4, MaxMenu = 80 };

    public string Name => "gopher-menu";

    public string Summary => "GopherMenuParser; reference from RFC 1436 and Gopher+ section 2.2";

    public IEnumerable<string> Samples => [.. GopherMenus.Whole, .. GopherMenus.Lines.Select(l => l.Line + "\r\n"), string.Join('\n', GopherMenus.Lines.Select(l => l.Line))];

    public Gen<string> Structure => Gen.Frequency(
        (1, GopherArbitraries.GopherMenus().Generator.Select(m => m.Wire)), (2, GopherArbitraries.HostileGopherMenus().Generator.Select(m => m.Wire)));

    public IReadOnlyList<string> Words { get; } = ["\t", "\r\n", "\n", ".\r\n", "\n.", "+", "?", "\t+", "0a\tb\th\t70", "+a\tb\th\t70\r\n", "iText\r\n", "URL:", "/URL:", "h", "65535", "65536", "\0", "\r", "\u007F"];

    public FuzzLaws Laws => FuzzLaws.Growth | FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => Run(octets, octets.Length, choices, answer);

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer) => Run(octets, split, choices, answer);

    public void Refer(FuzzInput input, Answer answer)
    {
        ReferenceGopher.Lines lines = ReferenceGopher.Split(input.Octets, input.Length, Limits(input.Choices));
        answer.Begin(lines.Error == ParseError.None ? OperationStatus.Done : OperationStatus.InvalidData, lines.Error, lines.Offset);
        int primary = -1;
        int start = 0;
        for (int i = 0; i < lines.All.Count; i++)
        {
            ReferenceGopher.Line line = lines.All[i];
            ReferenceGopher.Item item = ReferenceGopher.ReadItem(line.Text);
            start += line.Text.Length + (line.HasCrlf ? 2 : 1);
            if (!line.HasCrlf)
            {
                item.Deviations.Add((Deviations.GopherBareLf, line.Text.Length));
                bool isUnended = i == lines.All.Count - 1 && input.Length > 0 && input.Octets[input.Length - 1] != '\n' && lines is { Error: ParseError.None, IsTerminated: false };
                item.Faults |= isUnended ? GopherItemFaults.Unended : GopherItemFaults.None;
            }

            answer.Add(item.IsMalformed);
            answer.Add((long)item.Type);
            answer.Add(item.Display);
            answer.Add(item.Selector);
            answer.Add(item.Host);
            answer.Add(item.Port);
            answer.Add((long)item.Mark);
            answer.Add(item.IsLink);
            answer.Add((long)item.Faults);
            answer.Add(item.Type == '+' ? primary : i);
            answer.Add((long)item.Deviations.Aggregate(Deviations.None, (all, d) => all | d.What));
            answer.Add(item.Deviations.Count == 0 ? -1 : item.Deviations.Min(d => d.Where));
            primary = item.Type is '+' or 'i' ? primary : i;
        }

        if (lines.Error == ParseError.None)
        {
            answer.Add(lines.IsTerminated);
        }
    }

    private static void Run(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        var parser = default(GopherMenuParser);
        GopherLimits limits = Limits(choices);
        answer.Begin(OperationStatus.Done, ParseError.None, 0);
        int start = 0;
        int end = split;
        while (true)
        {
            ReadOnlySpan<byte> buffer = octets[start..end];
            ParseResult result = parser.Parse(buffer, end == octets.Length, out GopherMenuItem item, in limits);
            if (result.NeedsMoreData && end < octets.Length)
            {
                end = octets.Length;
                continue;
            }

            if (!result.IsDone)
            {
                answer.Verdict(result.Status, result.Error, start + result.Position);
                return;
            }

            start += result.Consumed;
            if (item.Kind == GopherLineKind.End)
            {
                answer.Verdict(OperationStatus.Done, ParseError.None, start);
                answer.Add(parser.Terminated);
                return;
            }

            answer.Add(item.Kind == GopherLineKind.Malformed);
            answer.Add(item.TypeOctet);
            answer.Add(item.Display.In(buffer));
            answer.Add(item.Selector.In(buffer));
            answer.Add(item.Host.In(buffer));
            answer.Add(item.Port);
            answer.Add((long)item.Plus);
            answer.Add(item.IsLink);
            answer.Add((long)item.Faults);
            answer.Add(item.PrimaryIndex);
            answer.Add((long)result.Deviations);
            answer.Add(result.Position);
        }
    }

    private static GopherLimits Limits(ulong choices) => ((choices >> 8) & 3) == 0 ? s_small : GopherLimits.Default;
}
