using System.Text;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Inspecting;

/// <summary>Writes an answer for people. All text from the input is escaped.</summary>
internal static class AnswerText
{
    private const int ShownContent = 4096;

    public static void Write(TextWriter output, InspectAnswer answer)
    {
        output.WriteLine(Headline(answer));
        if (answer.Deviations != Deviations.None)
        {
            output.WriteLine($"deviations: {answer.Deviations}");
        }

        int number = 0;
        foreach (InspectedMessage message in answer.Messages ?? [])
        {
            output.WriteLine();
            output.WriteLine($"message {++number}{(message.Complete ? string.Empty : ", not whole")}");
            Write(output, message);
        }

        if (answer.Chunk is { } chunk)
        {
            output.WriteLine($"chunk of {chunk.Size} octets, announced in a line of {chunk.Line}");
        }

        if (answer.Body is { } body)
        {
            WriteContent(output, body);
        }

        WriteFields(output, "trailer ", answer.Trailers);
        foreach (KeyValuePair<string, string> part in answer.Url ?? [])
        {
            output.WriteLine($"{part.Key,-9} {TerminalText.Escape(part.Value)}");
        }

        FtpAnswerText.Write(output, answer);
        GopherAnswerText.Write(output, answer);
        if (answer.UpgradeAt is { } upgrade)
        {
            output.WriteLine($"HTTP/1 ends at octet {upgrade}");
        }

        if (answer.Unconsumed is > 0 and { } rest)
        {
            output.WriteLine($"{rest} octets behind it were not read");
        }
    }

    private static string Headline(InspectAnswer answer) => answer.Verdict switch
    {
        Verdict.Accept => "accept",
        Verdict.Reject => $"reject: {answer.ErrorKind} at octet {answer.ErrorOffset}: {answer.ErrorMessage} ({answer.ErrorRfc})",
        _ => answer.AtEndOfConnection == Verdict.Accept ? "incomplete: the content ends with the connection" : "incomplete: valid so far, the end is missing",
    };

    private static void Write(TextWriter output, InspectedMessage message)
    {
        if (message.Method is not null)
        {
            output.WriteLine($"  method   {TerminalText.Escape(message.Method)}");
        }

        if (message.Target is not null)
        {
            output.WriteLine($"  target   {TerminalText.Escape(message.Target)}");
        }

        if (message.Version is not null)
        {
            output.WriteLine($"  version  {TerminalText.Escape(message.Version)}");
        }

        if (message.Status is not null)
        {
            output.WriteLine($"  status   {message.Status}");
        }

        if (message.Reason is not null)
        {
            output.WriteLine($"  reason   {TerminalText.Escape(message.Reason)}");
        }

        WriteFields(output, "  field    ", message.Headers);
        if (message.Framing is not null)
        {
            output.WriteLine($"  framing  {message.Framing}{(message.ContentLength is { } length ? $", {length} octets declared" : string.Empty)}{(message.KeepAlive == true ? ", connection kept" : ", connection closed")}");
        }

        if (message.Body is { Length: > 0 } body)
        {
            WriteContent(output, body);
        }

        WriteFields(output, "  trailer  ", message.Trailers);
        if (message.EndOffset is not null)
        {
            output.WriteLine($"  ends at  octet {message.EndOffset}");
        }
    }

    private static void WriteFields(TextWriter output, string label, List<KeyValuePair<string, string>>? fields)
    {
        foreach (KeyValuePair<string, string> field in fields ?? [])
        {
            output.WriteLine($"{label}{TerminalText.Escape(field.Key)}: {TerminalText.Escape(field.Value)}");
        }
    }

    private static void WriteContent(TextWriter output, byte[] content)
    {
        output.WriteLine($"  content  {content.Length} octets");
        ReadOnlySpan<byte> shown = content.AsSpan(0, Math.Min(content.Length, ShownContent));
        if (!shown.IsEmpty)
        {
            output.WriteLine($"           {TerminalText.Escape(Encoding.Latin1.GetString(shown))}{(shown.Length < content.Length ? "…" : string.Empty)}");
        }
    }
}
