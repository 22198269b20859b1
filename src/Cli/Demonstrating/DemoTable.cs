using System.Globalization;
using HiPerf.Cli.Terminals;
using Spectre.Console;

namespace HiPerf.Cli.Demonstrating;

/// <summary>Shows the results: a drawn table on a terminal, aligned columns elsewhere.</summary>
internal static class DemoTable
{
    private static readonly string[] s_columns = ["scheme", "octets", "first", "warm p50", "p99", "allocated", "16 MiB"];

    public static void Write(CliConsole console, IReadOnlyList<TrialResult> results)
    {
        using StreamWriter output = console.OpenText();
        string[][] rows = [.. results.Select(Cells)];
        if (!console.OutputIsTerminal)
        {
            WritePlain(output, rows);
            return;
        }

        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in s_columns)
        {
            _ = table.AddColumn(new TableColumn(column) { Alignment = column == s_columns[0] ? Justify.Left : Justify.Right, NoWrap = true });
        }

        foreach (string[] row in rows)
        {
            _ = table.AddRow([.. row.Select(Markup.Escape)]);
        }

        SpectreTerminal.Over(output, console.UsesColour).Write(table);
    }

    private static void WritePlain(StreamWriter output, string[][] rows)
    {
        int[] widths = [.. s_columns.Select((column, i) => rows.Max(row => row[i].Length) is var width && width > column.Length ? width : column.Length)];
        foreach (string[] row in (string[][])[s_columns, .. rows])
        {
            output.WriteLine(string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
        }
    }

    private static string[] Cells(TrialResult result) =>
    [
        result.Scheme,
        "agree",
        Text($"{result.First.TotalMilliseconds:0.0} ms"),
        Text($"{result.Median.TotalMicroseconds:0.0} µs"),
        Text($"{result.Percentile99.TotalMicroseconds:0.0} µs"),
        Text($"{result.AllocatedBytes:0} B/op"),
        Text($"{result.BytesPerSecond / (1024 * 1024):0} MiB/s"),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
