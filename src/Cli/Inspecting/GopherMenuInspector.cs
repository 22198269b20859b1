using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads a Gopher menu, or one line of one. RFC 1436 appendix.</summary>
internal static class GopherMenuInspector
{
    public static InspectAnswer Inspect(InspectCase item)
    {
        ReadOnlySpan<byte> input = item.Input.Span;
        List<InspectedItem> items = [];
        var answer = new InspectAnswer { Items = items };
        var parser = default(GopherMenuParser);
        int start = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = input[start..];
            ParseResult result = parser.Parse(rest, isFinal: true, out GopherMenuItem read, GopherLimits.Default);
            if (!result.IsDone)
            {
                return answer.Refuse(result.Error, start + result.Position);
            }

            start += result.Consumed;
            if (read.Kind == GopherLineKind.End)
            {
                answer.Deviations = parser.Deviations;
                answer.Terminated = parser.Terminated;
                answer.Unconsumed = input.Length - start;
                return answer;
            }

            items.Add(Read(rest, in read));
        }
    }

    private static InspectedItem Read(ReadOnlySpan<byte> buffer, in GopherMenuItem item) => new(
        item.LineLength == 0 ? string.Empty : ((char)item.TypeOctet).ToString(),
        Encoding.Latin1.GetString(item.Display.In(buffer)),
        Encoding.Latin1.GetString(item.Selector.In(buffer)),
        Encoding.Latin1.GetString(item.Host.In(buffer)),
        item.Port < 0 ? null : item.Port,
        item.Plus,
        item.TypeOctet == (byte)'+' ? item.PrimaryIndex : null,
        item.Faults,
        item.Kind == GopherLineKind.Malformed);
}
