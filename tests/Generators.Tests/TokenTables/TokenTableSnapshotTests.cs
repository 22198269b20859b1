using HiPerf.Generators.TokenTables;

namespace HiPerf.Generators.Tests.TokenTables;

public class TokenTableSnapshotTests
{
    private const string Source = """
        namespace Some.Space;

        /// <summary>Tested.</summary>
        [HiPerf.TokenTable]
        public enum Header
        {
            /// <summary>None.</summary>
            None,

            /// <summary>One.</summary>
            [HiPerf.Token("X-One")]
            One = 4,

            /// <summary>Two.</summary>
            @event = 2,
        }
        """;

    [Fact]
    public void Enum_with_gaps() =>
        Snapshot.Matches("token-table", new GeneratorRun(new TokenTableGenerator(), Source).Source("Some.Space.HeaderTable.g.cs"));

    [Fact]
    public void Emitted_table_compiles_without_warnings()
    {
        var run = new GeneratorRun(new TokenTableGenerator(), Source);
        Assert.Single(run.Result.GeneratedSources);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void Enum_outside_a_namespace_compiles_without_warnings()
    {
        var run = new GeneratorRun(new TokenTableGenerator(), "[HiPerf.TokenTable] enum E : byte { A = 1, AVeryLongTokenThatNeedsFurtherWords = 2 }");
        Assert.Equal("ETable.g.cs", Assert.Single(run.Result.GeneratedSources).HintName);
        Assert.Empty(run.Problems);
    }
}
