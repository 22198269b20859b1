using System.Buffers;
using BenchmarkDotNet.Attributes;
using HiPerf.Html;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Pages of directories.</summary>
[MemoryDiagnoser, ShortRunJob]
public class HtmlBenchmarks
{
    private readonly ArrayBufferWriter<byte> _page = new(16 * 1024);

    /// <summary>A row of a plain name, given as characters.</summary>
    [Benchmark]
    public int Row()
    {
        _page.ResetWrittenCount();
        var name = new HtmlText("a file of some sort, number 12.txt");
        DirectoryPageWriter.WriteEntry(_page, new DirectoryPageEntry { Name = name, Link = HtmlLink.ToFile(name), Size = 4711, Modified = DateTime.UnixEpoch });
        return _page.WrittenCount;
    }

    /// <summary>A row of a name to be escaped, given as octets.</summary>
    [Benchmark]
    public int HostileRow()
    {
        _page.ResetWrittenCount();
        var name = new HtmlText("<b>\"Müller & Söhne\"</b>"u8);
        DirectoryPageWriter.WriteEntry(_page, new DirectoryPageEntry { Name = name, Link = HtmlLink.ToFolder(name), Kind = DirectoryPageKind.Directory });
        return _page.WrittenCount;
    }

    /// <summary>A page without rows.</summary>
    [Benchmark]
    public int EmptyPage()
    {
        _page.ResetWrittenCount();
        DirectoryPageWriter.WriteStart(_page, new HtmlText("/files/"u8), HtmlLink.Parent);
        DirectoryPageWriter.WriteEnd(_page);
        return _page.WrittenCount;
    }
}
