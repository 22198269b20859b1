using System.Globalization;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>The tables themselves: no row twice, none lost, and docs/catalogue.md says what they hold.</summary>
public class AttackCatalogueTests
{
    [Fact]
    public void Counts_are_those_of_the_document() =>
        Assert.Equal(
            CatalogueDocument.Rows.Select(row => $"{row.Id} {row.Count}"),
            AttackCatalogue.All.GroupBy(attack => attack.Id).OrderBy(Order, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"));

    [Fact]
    public void Ids_are_all_there_are() =>
        Assert.Equal([.. Ids("RQ", 35), .. Ids("WR", 11), .. Ids("RS", 8), .. Ids("FC", 14), .. Ids("FS", 17).Where(id => id != "FS-04"), .. Ids("GO", 7)], CatalogueDocument.Rows.Select(row => row.Id));

    [Fact]
    public void Total_is_that_of_the_document()
    {
        int total = AttackCatalogue.All.Count();
        Assert.Equal(total, CatalogueDocument.Rows.Sum(row => row.Count));
        Assert.Contains($"{total.ToString("N0", CultureInfo.InvariantCulture)} data rows", CatalogueDocument.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_row_is_there_twice()
    {
        Assert.Equal([], Twice(AttackCatalogue.All.Select(attack => attack.ToString()!)));
        Assert.Equal([], Twice(AttackCatalogue.Messages.Select(attack => $"{attack.Id} {attack.Method} {attack.Limits} {attack.MaxContent} {attack.Text}")));
    }

    [Fact]
    public void Refusals_have_an_error_and_a_mark_and_the_others_neither() => Assert.All(AttackCatalogue.Messages, attack =>
    {
        bool isRefused = attack.Verdict == Verdict.Refused;
        Assert.Equal(isRefused, attack.Error != ParseError.None);
        Assert.Equal(isRefused, attack.Offset >= 0);
        Assert.Equal(attack.Verdict == Verdict.Accepted, attack.Shows.Length > 0);
        Assert.Equal(attack.Marked.Length - (isRefused ? 1 : 0), attack.Text.Length);
        Assert.All(attack.Text, c => Assert.InRange(c, '\0', '\u00FF'));
    });

    [Fact]
    public void Tests_that_the_document_names_exist()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(CatalogueDocument.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(CatalogueDocument.Root, "tests"), path).Replace('\\', '/'))];
        Assert.All(CatalogueDocument.Rows, row => Assert.All(row.Tests, test => Assert.Contains($"{test}.cs", files)));
    }

    [Fact]
    public void Procedures_are_tests_that_exist() => Assert.All(Procedures.All.Concat(FtpServerAttacks.Procedures), procedure =>
        Assert.Contains($" {procedure.Test}(", File.ReadAllText(Path.Combine(CatalogueDocument.Root, "tests", procedure.File + ".cs")), StringComparison.Ordinal));

    private static string[] Twice(IEnumerable<string> texts) => [.. texts.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key)];

    private static IEnumerable<string> Ids(string letters, int count) => Enumerable.Range(1, count).Select(number => $"{letters}-{number:D2}");

    private static string Order(IGrouping<string, ICatalogued> group) => group.Key[..2] switch
    {
        "RQ" => "1" + group.Key,
        "WR" => "2" + group.Key,
        "RS" => "3" + group.Key,
        "FC" => "4" + group.Key,
        "FS" => "5" + group.Key,
        _ => "6" + group.Key,
    };
}
