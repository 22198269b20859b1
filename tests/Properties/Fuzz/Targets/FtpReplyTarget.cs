using FsCheck;
using FsCheck.Fluent;
using HiPerf.Ftp;
using HiPerf.Fuzzing;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of replies against the reference of RFC 959 section 4.2, by the limits of a client and by small ones.</summary>
internal sealed class FtpReplyTarget : IFuzzTarget
{
    private static readonly FtpLimits s_small = new() { MaxReplyLine = 12, MaxReply = 60, MaxReplyLines = 4 };

    public string Name => "ftp-reply";

    public string Summary => "FtpReplyParser; reference from RFC 959 section 4.2";

    public IEnumerable<string> Samples => [.. FtpReplies.Valid.Select(s => s.Reply), .. FtpReplies.Refused.Select(s => s.Text)];

    public Gen<string> Structure => Gen.Frequency(
        (1, ProtocolArbitraries.FtpReplies().Generator.Select(r => r.Wire)), (2, ProtocolArbitraries.HostileFtpReplies().Generator.Select(r => r.Wire)));

    public IReadOnlyList<string> Words { get; } =
        ["200 ", "200-", "200\r\n", "226 x\r\n", "150-a\r\n", "\r\n200 x\r\n", "\r\n", "\n", "\r", "\0", "\u00FF", "\u00FF\u00FF", "\u00FF\u00F4", "\u00FF\u00FD\n", "999", "2000", " 200 ", "-"];

    public FuzzLaws Laws => FuzzLaws.Stream;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        FtpReply reply = default;
        ParseResult result = FtpReplyParser.Parse(octets, ref reply, Limits(choices));
        Tell(octets, in reply, in result, answer);
    }

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        FtpReply reply = default;
        ParseResult result = FtpReplyParser.Parse(octets[..split], ref reply, Limits(choices));
        if (result.NeedsMoreData)
        {
            result = FtpReplyParser.Parse(octets, ref reply, Limits(choices), result.Position);
        }

        Tell(octets, in reply, in result, answer);
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        ReferenceFtp.Reply reply = ReferenceFtp.ReadReply(input.Octets, input.Length, Limits(input.Choices));
        answer.Begin(reply.Status, reply.Error, reply.Offset);
        if (reply.Status != System.Buffers.OperationStatus.Done)
        {
            return;
        }

        answer.Add(reply.Code);
        answer.Add((long)reply.Deviations.Aggregate(Deviations.None, (all, d) => all | d.What));
        answer.Add(reply.Deviations.Count == 0 ? -1 : reply.Deviations.Min(d => d.Where));
        foreach ((int start, int length) in reply.Lines)
        {
            answer.Add(start);
            answer.Add(length);
        }
    }

    private static FtpLimits Limits(ulong choices) => ((choices >> 8) & 3) == 0 ? s_small : FtpLimits.Default;

    private static void Tell(ReadOnlySpan<byte> octets, in FtpReply reply, in ParseResult result, Answer answer)
    {
        answer.Begin(in result);
        if (!result.IsDone)
        {
            return;
        }

        answer.Add(reply.Code);
        answer.Add((long)result.Deviations);
        answer.Add(result.Position);
        FtpReplyLineReader lines = reply.LinesIn(octets);
        while (lines.Next(out FtpText line, out FtpText text))
        {
            answer.Add(line.Start);
            answer.Add(line.Length);
            _ = text.In(octets).Length;
        }

        _ = reply.Text.In(octets).Length + reply.LastText.In(octets).Length;
    }
}
