using System.Globalization;

namespace HiPerf.Cli.Tests.Inspecting;

/// <summary>The closed list of docs/http1.md: which cases of the corpora disagree, by group, with their count and the reason.</summary>
internal static class KnownDisagreements
{
    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(FindRoot(), "docs", "http1.md"));

    /// <summary>The groups of one corpus: "grade suite answer: cases".</summary>
    public static IEnumerable<string> Of(string corpus) => Rows(corpus).Select(cells => $"{cells[2]} {cells[3]} {cells[4]}: {cells[6]}").Order(StringComparer.Ordinal);

    /// <summary>The groups that were found, in the same words.</summary>
    public static IEnumerable<string> Found(IEnumerable<Corpus.Case> disagreeing) => disagreeing
        .GroupBy(item => $"{item.Grade} {item.Group} {item.Reason}")
        .Select(group => $"{group.Key}: {string.Join(", ", group.Select(item => item.Id[(item.Group.Length + 1)..]))}")
        .Order(StringComparer.Ordinal);

    /// <summary>Rows whose count is not that of their cases, or that give no reason with its section.</summary>
    public static IEnumerable<string> Malformed() => Rows(null)
        .Where(cells => cells.Length != 9 || int.Parse(cells[5], CultureInfo.InvariantCulture) != cells[6].Split(", ").Length || !cells[7].Contains("section", StringComparison.Ordinal))
        .Select(cells => string.Join('|', cells));

    /// <summary>Cases in all.</summary>
    public static int Total => Rows(null).Sum(cells => int.Parse(cells[5], CultureInfo.InvariantCulture));

    /// <summary>Whether the page says the total in words.</summary>
    public static bool SaysTotal => s_lines.Any(line => line.Contains($" {Total} others do not agree", StringComparison.Ordinal));

    private static IEnumerable<string[]> Rows(string? corpus) => s_lines
        .Where(line => line.StartsWith($"| http-{corpus?["http-".Length..]}", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => corpus is null || cells[1] == corpus);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HiPerf.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("HiPerf.sln is in no folder above the tests.");
    }
}
