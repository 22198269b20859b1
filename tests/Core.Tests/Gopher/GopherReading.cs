using System.Text;
using HiPerf.Gopher;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Gopher;

/// <summary>Reads whole menus and attributes in pieces.</summary>
internal static class GopherReading
{
    public static byte[] Octets(string text) => Encoding.Latin1.GetBytes(text);

    public static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    /// <summary>Each line, how it ended, what was let pass; the octets come in two pieces.</summary>
    public static (List<string> Items, string End) Menu(ReadOnlySpan<byte> octets, int cut, in GopherLimits limits)
    {
        var parser = default(GopherMenuParser);
        List<string> items = [];
        int start = 0;
        int end = cut;
        while (true)
        {
            ParseResult result = parser.Parse(octets[start..end], end == octets.Length, out GopherMenuItem item, in limits);
            if (result.NeedsMoreData && end < octets.Length)
            {
                end = octets.Length;
                continue;
            }

            Assert.Equal(start + result.Consumed, parser.ConsumedTotal);
            if (!result.IsDone)
            {
                return (items, $"{result.Error} {start + result.Position}");
            }

            if (item.Kind == GopherLineKind.End)
            {
                Assert.True(parser.IsComplete);
                return (items, $"{(parser.Terminated ? "terminated" : "open")} {start + result.Consumed} {parser.Deviations}");
            }

            Assert.Equal(items.Count, item.Index);
            items.Add(GopherShown.Item(octets[start..end], in item));
            start += result.Consumed;
        }
    }

    public static (List<string> Lines, string End) Attributes(ReadOnlySpan<byte> octets, int cut, in GopherLimits limits)
    {
        var parser = default(GopherAttributeParser);
        List<string> lines = [];
        int start = 0;
        int end = cut;
        while (true)
        {
            ParseResult result = parser.Parse(octets[start..end], end == octets.Length, out GopherAttributeLine line, in limits);
            if (result.NeedsMoreData && end < octets.Length)
            {
                end = octets.Length;
                continue;
            }

            Assert.Equal(start + result.Consumed, parser.ConsumedTotal);
            if (!result.IsDone || line.Kind == GopherAttributeLineKind.End)
            {
                return (lines, result.IsDone ? $"{(parser.Terminated ? "terminated" : "open")} {start + result.Consumed}" : $"{result.Error} {start + result.Position}");
            }

            lines.Add(GopherShown.Attribute(octets[start..end], in line));
            start += result.Consumed;
        }
    }
}
