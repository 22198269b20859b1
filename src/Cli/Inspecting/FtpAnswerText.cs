using System.Globalization;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Inspecting;

/// <summary>Writes for people what an answer holds of FTP. All text from the input is escaped.</summary>
internal static class FtpAnswerText
{
    public static void Write(TextWriter output, InspectAnswer answer)
    {
        foreach (InspectedReply reply in answer.Replies ?? [])
        {
            string code = reply.Code.ToString(CultureInfo.InvariantCulture);
            foreach (string text in reply.Texts)
            {
                output.WriteLine($"{code} {TerminalText.Escape(text)}");
                code = "   ";
            }
        }

        if (answer.Command is { } command)
        {
            output.WriteLine($"verb      {TerminalText.Escape(command.Verb)}{(command.IsRegistered ? string.Empty : ", not registered")}");
            output.WriteLine(command.Argument is null ? "no argument" : $"argument  {TerminalText.Escape(command.Argument)}");
        }

        if (answer.HostPort is { } hostPort)
        {
            output.WriteLine($"host      {hostPort.Host ?? "of the control connection"}");
            output.WriteLine($"port      {hostPort.Port}");
        }

        foreach (InspectedEntry entry in answer.Entries ?? [])
        {
            string target = entry.Target is null ? string.Empty : $" -> {TerminalText.Escape(entry.Target)}";
            output.WriteLine($"{entry.TypeName,-7} {entry.Size?.ToString(CultureInfo.InvariantCulture) ?? "-",12} {entry.Modified ?? "-",-19} {TerminalText.Escape(entry.Name)}{target}");
        }
    }
}
