using System.Text;
using BenchmarkDotNet.Attributes;
using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Bench.Benchmarks;

/// <summary>FTP listings: <see cref="FtpListingParser"/> over 10,000 entries, and <see cref="PlainName"/>.</summary>
[MemoryDiagnoser, ShortRunJob]
public class FtpListingBenchmarks
{
    private const int Entries = 10_000;

    private static readonly byte[] s_unix = Listing(i => $"-rw-r--r--   1 ftp      ftp          {1024 + i,8} Jan 25 00:17 file-{i:D5}.dat\r\n");
    private static readonly byte[] s_dos = Listing(i => $"08-07-15  07:50PM             {1024 + i,8} file-{i:D5}.dat\r\n");
    private static readonly byte[] s_mlsd = Listing(i => $"type=file;size={1024 + i};modify=20150813224845;UNIX.mode=0644;UNIX.owner=0;UNIX.group=0; file-{i:D5}.dat\r\n");
    private static readonly byte[] s_names = Listing(i => $"file-{i:D5}.dat\r\n");

    /// <summary>Unix, detected.</summary>
    [Benchmark(OperationsPerInvoke = Entries)]
    public long Unix() => Read(s_unix, FtpListingFormat.Detect);

    /// <summary>DOS, detected.</summary>
    [Benchmark(OperationsPerInvoke = Entries)]
    public long Dos() => Read(s_dos, FtpListingFormat.Detect);

    /// <summary>MLSD.</summary>
    [Benchmark(OperationsPerInvoke = Entries)]
    public long Mlsd() => Read(s_mlsd, FtpListingFormat.Mlsx);

    /// <summary>NLST, each name judged.</summary>
    [Benchmark(OperationsPerInvoke = Entries)]
    public long Names() => Read(s_names, FtpListingFormat.Names);

    private static byte[] Listing(Func<int, string> line) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, Entries).Select(line)));

    private static long Read(ReadOnlySpan<byte> rest, FtpListingFormat format)
    {
        var parser = new FtpListingParser(format, FtpListings.NowTicks);
        long sum = 0;
        while (true)
        {
            ParseResult result = parser.Parse(rest, true, out FtpListEntry entry, FtpListingLimits.Default);
            if (!result.IsDone || entry.Kind == FtpLineKind.End)
            {
                return sum;
            }

            sum += Math.Max(entry.Size, 0) + (PlainName.IsPlain(entry.NameIn(rest)) ? 1 : 0);
            rest = rest[result.Consumed..];
        }
    }
}
