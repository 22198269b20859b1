using System.Text;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Inspecting;

/// <summary>Writes for people what an answer holds of Gopher. All text from the input is escaped.</summary>
internal static class GopherAnswerText
{
    public static void Write(TextWriter output, InspectAnswer answer)
    {
        foreach (InspectedItem item in answer.Items ?? [])
        {
            string where = item.Port is { } port ? $" {item.Host}:{port}" : $" {item.Host}";
            string mark = item.Mark == Gopher.GopherPlusMark.None ? string.Empty : $" {(char)item.Mark}";
            output.WriteLine(TerminalText.Escape($"{item.Type,1} {item.Display} [{item.Selector}]{where}{mark}") + (item.IsMalformed ? $" malformed: {item.Faults}" : string.Empty));
        }

        if (answer.Terminated == false)
        {
            output.WriteLine("no line of a dot alone ends it");
        }

        if (answer.Wire is { } wire)
        {
            output.WriteLine($"wire      {TerminalText.Escape(Encoding.Latin1.GetString(wire))}");
        }
    }
}
