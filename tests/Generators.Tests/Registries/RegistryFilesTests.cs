using System.Globalization;
using HiPerf.Generators.Registries;

namespace HiPerf.Generators.Tests.Registries;

public class RegistryFilesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "registry");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_has_as_many_rows_as_sources_say(string name)
    {
        var row = File.ReadAllLines(Path.Combine(Folder, "SOURCES.md")).Single(line => line.StartsWith($"| {name}.csv |", StringComparison.Ordinal));
        var count = int.Parse(row.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture);
        var model = Read(name);
        Assert.Empty(model.Problems);
        Assert.Equal(count, model.Rows.Count);
    }

    [Fact]
    public void Folder_has_all_seven_registries() => Assert.Equal(7, Names.Count);

    [Fact]
    public void Fields_are_all_of_the_registry()
    {
        var shared = Path.Combine(RepositoryRoot(), "..", "shared", "data", "registry", "http-fields.csv");
        if (!File.Exists(shared))
        {
            Assert.Skip("../shared/data is not here: nothing to compare the field names with.");
        }

        var expected = File.ReadLines(shared).Skip(1).Select(line => line.Split(',')[0]);
        Assert.Equal(expected, Read("http-fields").Rows.Select(row => row.Token));
    }

    private static RegistryModel Read(string name) =>
        RegistryReader.Read(new($"registry/{name}.csv", name, File.ReadAllText(Path.Combine(Folder, name + ".csv"))));

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HiPerf.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("HiPerf.sln is above no folder of the tests.");
        }

        return folder;
    }
}
