using HiPerf.Generators.Registries;
using Microsoft.CodeAnalysis;

namespace HiPerf.Generators.Tests.Registries;

public class RegistryIncrementalTests
{
    private const string Text = "name,flags,reference,member\nGET,safe,,\n";
    private static readonly InputFile Methods = new("registry/http-methods.csv", Text, "http-methods");

    [Fact]
    public void Second_run_is_all_cached()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "", Methods);
        run.Run();
        AssertUnchanged(run);
    }

    [Fact]
    public void Unrelated_source_changes_nothing()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "class A;", Methods);
        run.AddSource("class B;");
        AssertUnchanged(run);
    }

    [Fact]
    public void Unmarked_file_changes_nothing()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "", Methods, new InputFile("users.csv", "a,b", null));
        run.ReplaceFile("users.csv", "a,b\n1,2");
        AssertUnchanged(run);
    }

    [Fact]
    public void New_row_is_modified()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "", Methods);
        run.ReplaceFile(Methods.Path, Text + "PUT,idempotent,,\n");
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.RegistryFile));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.RegistryModel));
        Assert.Contains("Put = 2", run.Source("RequestMethod.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_alone_leave_the_output_as_it_was()
    {
        var run = new GeneratorRun(new RegistryGenerator(), "", Methods);
        run.ReplaceFile(Methods.Path, Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.RegistryModel));
        Assert.Equal([IncrementalStepRunReason.Cached], run.OutputReasons());
    }

    private static void AssertUnchanged(GeneratorRun run)
    {
        Assert.All(
            run.Reasons(TrackingNames.RegistryFile).Concat(run.Reasons(TrackingNames.RegistryModel)).Concat(run.OutputReasons()),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.NotEmpty(run.OutputReasons());
    }
}
