using System.Net;
using HiPerf.Ftp;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads all replies of an FTP server that the input holds, or the one reply to PASV or EPSV. RFC 959 section 4.2, RFC 2428 section 3.</summary>
/// <remarks>Replies before the one that is refused, or is not whole, are told too. A reply to PASV or EPSV has to be the first.</remarks>
internal static class FtpReplyInspector
{
    public static InspectAnswer Inspect(InspectCase item)
    {
        ReadOnlySpan<byte> input = item.Input.Span;
        var answer = new InspectAnswer { Replies = [] };
        int start = 0;
        do
        {
            FtpReply reply = default;
            ParseResult result = Read(input[start..], start, answer, ref reply);
            if (!result.IsDone)
            {
                return answer;
            }

            start += result.Consumed;
        }
        while (start < input.Length);
        return answer;
    }

    /// <summary>Reads where the data connection goes.</summary>
    /// <param name="item">The case.</param>
    /// <param name="code">227 or 229.</param>
    public static InspectAnswer InspectPassive(InspectCase item, int code)
    {
        ReadOnlySpan<byte> input = item.Input.Span;
        var answer = new InspectAnswer { Replies = [] };
        FtpReply reply = default;
        ParseResult result = Read(input, 0, answer, ref reply);
        if (!result.IsDone)
        {
            return answer;
        }

        if (reply.Code != code)
        {
            return answer.Refuse(ParseError.MismatchedReply, 0);
        }

        ReadOnlySpan<byte> text = reply.Text.In(input);
        ParseResult found = code == 227 ? HostPortParser.ParsePassive(text, out HostPort value) : HostPortParser.ParseExtendedPassive(text, out value);
        if (!found.IsDone)
        {
            return answer.Refuse(found.Error, reply.Text.Start + found.Position);
        }

        answer.Deviations |= found.Deviations;
        answer.Unconsumed = input.Length - result.Consumed;
        answer.HostPort = new InspectedHostPort(Address(in value), value.Port);
        return answer;
    }

    // What is no whole reply is put down in the answer.
    private static ParseResult Read(ReadOnlySpan<byte> rest, int start, InspectAnswer answer, ref FtpReply reply)
    {
        ParseResult result = FtpReplyParser.Parse(rest, ref reply, FtpLimits.Default);
        if (result.IsDone)
        {
            answer.Replies!.Add(Reply(rest, in reply));
            answer.Deviations |= result.Deviations;
        }
        else if (result.NeedsMoreData)
        {
            answer.Verdict = Verdict.Incomplete;
            answer.AtEndOfConnection = Verdict.Reject;
        }
        else
        {
            _ = answer.Refuse(result.Error, start + result.Position);
        }

        return result;
    }

    private static InspectedReply Reply(ReadOnlySpan<byte> buffer, in FtpReply reply)
    {
        List<string> whole = [];
        List<string> texts = [];
        FtpReplyLineReader lines = reply.LinesIn(buffer);
        while (lines.Next(out FtpText line, out FtpText text))
        {
            whole.Add(ControlText.Of(line.In(buffer)));
            texts.Add(ControlText.Plain(text.In(buffer)));
        }

        return new InspectedReply(reply.Code, whole, texts);
    }

    private static string? Address(in HostPort value)
    {
        Span<byte> address = stackalloc byte[16];
        return value.TryCopyAddress(address, out int length) ? new IPAddress(address[..length]).ToString() : null;
    }
}
