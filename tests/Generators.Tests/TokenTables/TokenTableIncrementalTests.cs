using HiPerf.Generators.TokenTables;
using Microsoft.CodeAnalysis;

namespace HiPerf.Generators.Tests.TokenTables;

public class TokenTableIncrementalTests
{
    private const string Source = "[HiPerf.TokenTable] public enum E { A = 1 }";

    [Fact]
    public void Second_run_is_all_cached()
    {
        var run = new GeneratorRun(new TokenTableGenerator(), Source);
        run.Run();
        AssertUnchanged(run);
    }

    [Fact]
    public void Unrelated_source_changes_nothing()
    {
        var run = new GeneratorRun(new TokenTableGenerator(), Source);
        run.AddSource("public enum Other { A = 1 }");
        AssertUnchanged(run);
    }

    [Fact]
    public void Edit_in_the_same_file_behind_the_enum_changes_nothing()
    {
        var run = new GeneratorRun(new TokenTableGenerator(), Source);
        run.ReplaceSource(Source + " class C { void M() { } }");
        AssertUnchanged(run);
    }

    [Fact]
    public void New_member_is_modified()
    {
        var run = new GeneratorRun(new TokenTableGenerator(), Source);
        run.ReplaceSource("[HiPerf.TokenTable] public enum E { A = 1, B }");
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.TokenEnum));
        Assert.Equal([IncrementalStepRunReason.Modified], run.OutputReasons());
        Assert.Contains("Count = 2", run.Source("ETable.g.cs"), StringComparison.Ordinal);
    }

    private static void AssertUnchanged(GeneratorRun run)
    {
        Assert.All(
            run.Reasons(TrackingNames.TokenEnum).Concat(run.OutputReasons()),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.NotEmpty(run.OutputReasons());
    }
}
