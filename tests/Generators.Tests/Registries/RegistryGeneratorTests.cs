using HiPerf.Generators.Registries;

namespace HiPerf.Generators.Tests.Registries;

public class RegistryGeneratorTests
{
    [Fact]
    public void Unmarked_file_is_left_alone()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "", new InputFile("http-methods.csv", "name,flags\nGET,safe\n", null));
        Assert.Empty(run.Result.GeneratedSources);
        Assert.Empty(run.Result.Diagnostics);
    }

    [Fact]
    public void Emitted_registries_compile_without_warnings()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "", [.. RegistryFilesTests.Names.Select(row => File(row.Data))]);
        Assert.Equal(7, run.Result.GeneratedSources.Length);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void Bad_row_is_reported_at_its_line_and_nothing_is_emitted()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "", new InputFile("registry/m.csv", "name,flags,reference,member\nGET,safe,,\nPUT,quick,,\n", "http-methods"));
        var problem = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("HPG003", problem.Id);
        Assert.Equal(("registry/m.csv", 2), (problem.Location.GetLineSpan().Path, problem.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void Tokens_without_a_table_are_reported()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "", new InputFile("registry/c.csv", "name,flags,feature,reference,member\na^b,,,,One\na~b,,,,Two\n", "ftp-commands"));
        Assert.Equal("HPG004", Assert.Single(run.Result.Diagnostics).Id);
        Assert.Empty(run.Result.GeneratedSources);
    }

    private static InputFile File(string name) =>
        new($"registry/{name}.csv", System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "registry", name + ".csv")), name);
}
