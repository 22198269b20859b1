using System.Globalization;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>docs/catalogue.md, read as a table: id, what is thrown, what happens, tests, rows.</summary>
internal static class CatalogueDocument
{
    internal sealed record Row(string Id, string Thrown, string Happens, IReadOnlyList<string> Tests, int Count);

    private static readonly string[] s_tables = ["RQ", "WR", "RS", "FC", "FS", "GO"];

    public static string Root { get; } = FindRoot();

    public static string Text { get; } = File.ReadAllText(Path.Combine(Root, "docs", "catalogue.md"));

    public static IReadOnlyList<Row> Rows { get; } = [.. Text.Split('\n').Where(line => s_tables.Any(table => line.StartsWith($"| {table}-", StringComparison.Ordinal))).Select(Read)];

    // Cells hold no bar, not even an escaped one.
    private static Row Read(string line)
    {
        string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(7, cells.Length);
        return new(cells[1], cells[2], cells[3], [.. cells[4].Split(',', StringSplitOptions.TrimEntries).Select(name => name.Trim('`'))], int.Parse(cells[5], CultureInfo.InvariantCulture));
    }

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
