using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Ftp;
using HiPerf.Fuzzing;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of FTP listings, any format, any limits. Where no line depends on another one, a second splitter cuts the lines and each is read alone.</summary>
internal sealed class FtpListTarget : IFuzzTarget
{
    private static readonly FtpListingLimits s_small = new() { MaxLine = 60, MaxLines = 12 };

    public string Name => "ftp-list";

    public string Summary => "FtpListingParser; lines cut by a second splitter and read alone";

    public IEnumerable<string> Samples => [.. FtpListings.Entries.Select(s => s.Line + "\r\n"), .. FtpListings.Headings.Select(s => s.Line + "\n"), .. FtpListings.Unrecognized, string.Join('\n', FtpListings.Entries.Select(s => s.Line))];

    public Gen<string> Structure => Gen.OneOf(ProtocolArbitraries.FtpListings().Generator.Select(l => l.Wire), ProtocolArbitraries.HostileFtpListings().Generator.Select(l => l.Wire));

    public IReadOnlyList<string> Words { get; } = ["\n", "\r\n", " -> ", "Jan 25 00:17 ", "-rw-r--r-- 1 u g 5 ", ";1\r\n ", "<DIR>", "type=dir;", "+s1,\t", "total 1\n", "*STMF ", "2-JUN-1998 07:32 ", "[A]", "  ", "3390 "];

    public FuzzLaws Laws => FuzzLaws.Growth | FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => Run(octets, octets.Length, choices, answer);

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer) => Run(octets, split, choices, answer);

    public void Refer(FuzzInput input, Answer answer)
    {
        FtpListingFormat format = Format(input.Choices);
        if (format is FtpListingFormat.Detect or FtpListingFormat.Vms or FtpListingFormat.ZOS)
        {
            Run(input.Span, input.Length, input.Choices, answer);
            return;
        }

        FtpListingLimits limits = Limits(input.Choices);
        answer.Begin(OperationStatus.Done, ParseError.None, input.Length);
        int start = 0;
        for (int lines = 0; start < input.Length; lines++)
        {
            int lf = input.Span[start..].IndexOf((byte)'\n');
            int end = lf < 0 ? input.Length : start + lf;
            if (lines == limits.MaxLines || end - start > limits.MaxLine)
            {
                bool many = lines == limits.MaxLines;
                answer.Verdict(OperationStatus.InvalidData, many ? ParseError.TooManyListLines : ParseError.ListLineTooLong, many ? start : start + limits.MaxLine);
                return;
            }

            byte[] line = [.. input.Span[start..end], (byte)'\n'];
            var parser = new FtpListingParser(format, FtpListings.NowTicks);
            _ = parser.Parse(line, true, out FtpListEntry entry, FtpListingLimits.Default);
            Add(answer, line, in entry);
            start = end + 1;
        }
    }

    private static void Run(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        var parser = new FtpListingParser(Format(choices), FtpListings.NowTicks);
        FtpListingLimits limits = Limits(choices);
        answer.Begin(OperationStatus.Done, ParseError.None, octets.Length);
        int start = 0;
        int end = split;
        while (true)
        {
            ReadOnlySpan<byte> buffer = octets[start..end];
            ParseResult result = parser.Parse(buffer, end == octets.Length, out FtpListEntry entry, in limits);
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

            if (entry.Kind == FtpLineKind.End)
            {
                return;
            }

            Add(answer, buffer, in entry);
            start += result.Consumed;
        }
    }

    private static void Add(Answer answer, ReadOnlySpan<byte> buffer, in FtpListEntry entry)
    {
        answer.Add((long)entry.Kind);
        answer.Add(entry.LineIn(buffer));
        if (entry.Kind == FtpLineKind.Entry)
        {
            answer.Add((long)entry.Format);
            answer.Add(System.Text.Encoding.Latin1.GetBytes(FtpListingText.Show(buffer, in entry)));
        }
    }

    private static FtpListingFormat Format(ulong choices) => (FtpListingFormat)((choices >> 8) % 14);

    private static FtpListingLimits Limits(ulong choices) => ((choices >> 16) & 3) == 0 ? s_small : FtpListingLimits.Default;
}
