using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using HiPerf.Gopher;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Gopher: requests, menus, texts, attributes, URLs.</summary>
[MemoryDiagnoser, ShortRunJob]
public class GopherBenchmarks
{
    private const int Entries = 1000;

    private static readonly byte[] s_menu = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, Entries).Select(i => $"0A file of some sort, number {i}\t/files/some/{i:D5}.txt\tgopher.example.org\t70\r\n")) + ".\r\n");
    private static readonly byte[] s_text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("A line of text, of seventy octets or so, as they stand in such files.\r\n", 100)) + "..\r\n.\r\n");
    private static readonly byte[] s_attributes =
        "+INFO: 0A\t/a\th\t70\t+\r\n+ADMIN:\r\n Admin: Joe <joe@a>\r\n Mod-Date: <19930728170201>\r\n+VIEWS:\r\n text/plain En_US: <10k>\r\n text/html: <12k>\r\n"u8.ToArray();

    private readonly byte[] _buffer = new byte[16 * 1024];

    /// <summary>A request with search words.</summary>
    [Benchmark]
    public int Request()
    {
        GopherRequest request = default;
        return GopherRequestParser.Parse("/find/documents\twords to find\r\n"u8, ref request, GopherLimits.Default).Consumed;
    }

    /// <summary>A request written.</summary>
    [Benchmark]
    public int WriteRequest() => GopherRequestWriter.TryWrite(_buffer, "/files/some/00001.txt"u8, out int written) ? written : 0;

    /// <summary>A menu of a thousand items, by item.</summary>
    [Benchmark(OperationsPerInvoke = Entries)]
    public long Menu()
    {
        ReadOnlySpan<byte> rest = s_menu;
        var parser = default(GopherMenuParser);
        long sum = 0;
        while (true)
        {
            ParseResult result = parser.Parse(rest, true, out GopherMenuItem item, GopherLimits.Default);
            if (!result.IsDone || item.Kind == GopherLineKind.End)
            {
                return parser.Terminated ? sum : 0;
            }

            sum += item.Port;
            rest = rest[result.Consumed..];
        }
    }

    /// <summary>An item written.</summary>
    [Benchmark]
    public int WriteItem() => GopherMenuWriter.TryWriteItem(_buffer, GopherItemType.Text, "A file"u8, "/files/some/00001.txt"u8, "gopher.example.org"u8, 70, GopherPlusMark.None, out int written) ? written : 0;

    /// <summary>A text of 7 KB, its dots taken off.</summary>
    [Benchmark]
    public int DecodeText() => default(GopherTextDecoder).Decode(s_text, _buffer, true, out _, out int written) == OperationStatus.Done ? written : 0;

    /// <summary>A text of 7 KB, dots put on.</summary>
    [Benchmark]
    public int EncodeText() => default(GopherTextEncoder).Encode(s_text, _buffer, out _, out int written) == OperationStatus.Done ? written : 0;

    /// <summary>A status line.</summary>
    [Benchmark]
    public int StatusLine() => GopherStatusLineParser.Parse("+5340\r\n"u8, out _).Consumed;

    /// <summary>A status line written.</summary>
    [Benchmark]
    public int WriteStatusLine() => GopherStatusLineWriter.TryWrite(_buffer, GopherStatusLine.Counted(5340), out int written) ? written : 0;

    /// <summary>The first line of an error.</summary>
    [Benchmark]
    public int Error() => GopherErrorParser.Parse("1 Joe <joe@a>"u8, out _).Consumed;

    /// <summary>The attributes of one item, values read.</summary>
    [Benchmark]
    public long Attributes()
    {
        ReadOnlySpan<byte> rest = s_attributes;
        var parser = default(GopherAttributeParser);
        long sum = 0;
        while (true)
        {
            ParseResult result = parser.Parse(rest, true, out GopherAttributeLine line, GopherLimits.Default);
            if (!result.IsDone || line.Kind == GopherAttributeLineKind.End)
            {
                return sum;
            }

            sum += GopherAttributeReader.TryReadView(rest, in line, out GopherView view) ? view.Size : GopherAttributeReader.TryReadTime(rest, in line, out long ticks) ? ticks : 1;
            rest = rest[result.Consumed..];
        }
    }

    /// <summary>Attributes written.</summary>
    [Benchmark]
    public int WriteAttributes()
    {
        var writer = new GopherAttributeWriter(_buffer);
        writer.WriteInfo(GopherItemType.Text, "A"u8, "/a"u8, "h"u8, 70);
        writer.BeginBlock(GopherAttribute.Admin);
        writer.WriteAdministrator("Joe"u8, "joe@a"u8);
        writer.WriteModified(638_000_000_000_000_000);
        return writer.TryComplete(terminates: false, out int written) ? written : 0;
    }

    /// <summary>The path of a URL.</summary>
    [Benchmark]
    public int Url() => GopherUrlParser.Parse("/7/the/search/engine%09query%20succeeded"u8, _buffer, out _, out _).Consumed;

    /// <summary>The path of a URL written.</summary>
    [Benchmark]
    public int WriteUrl() => GopherUrlWriter.TryWrite(_buffer, (byte)'0', new GopherRequestText("/files/some file.txt"u8), out int written) ? written : 0;
}
