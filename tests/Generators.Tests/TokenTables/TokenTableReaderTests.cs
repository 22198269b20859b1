using HiPerf.Generators.TokenTables;
using Microsoft.CodeAnalysis;

namespace HiPerf.Generators.Tests.TokenTables;

public class TokenTableReaderTests
{
    [Fact]
    public void Enum_becomes_model()
    {
        var run = new GeneratorRun(new TokenTableGenerator(), "namespace A.B; [HiPerf.TokenTable(false)] internal enum E { None, [HiPerf.Token(\"x-y\")] X, Z = 9 }");
        var model = (TokenTableModel)run.Result.TrackedSteps[TrackingNames.TokenEnum].Single().Outputs.Single().Value;
        Assert.Equal(("A.B", "E", false, false), (model.Namespace, model.EnumName, model.IsPublic, model.IgnoreCase));
        Assert.Equal([new("X", "x-y", true), new("Z", "Z", false)], model.Members);
        Assert.Empty(model.Problems);
    }

    [Theory]
    [InlineData("[HiPerf.TokenTable] public enum E { A = 1, [HiPerf.Token(\"a\")] B }", "HPG005", "'a' of B")]
    [InlineData("[HiPerf.TokenTable] public enum E { [HiPerf.Token(\"\")] A = 1 }", "HPG006", "'' of A")]
    [InlineData("[HiPerf.TokenTable] public enum E { [HiPerf.Token(null!)] A = 1 }", "HPG006", "'' of A")]
    [InlineData("[HiPerf.TokenTable] public enum E { [HiPerf.Token(\"a b\")] A = 1 }", "HPG006", "'a b' of A")]
    [InlineData("[HiPerf.TokenTable] public enum E { [HiPerf.Token(\"é\")] A = 1 }", "HPG006", "'é' of A")]
    [InlineData("[HiPerf.TokenTable] public enum E { É = 1 }", "HPG006", "'É' of É")]
    [InlineData("[HiPerf.TokenTable] public enum E { Get, Put }", "HPG008", "Get")]
    [InlineData("[HiPerf.TokenTable] public enum E { [HiPerf.Token(\"x\")] Unknown, Put }", "HPG008", "Unknown")]
    [InlineData("[HiPerf.TokenTable] public enum E { A = 1, B = 1 }", "HPG009", "B")]
    [InlineData("[HiPerf.TokenTable] public enum E { None }", "HPG007", "no member")]
    [InlineData("[HiPerf.TokenTable] file enum E { A = 1 }", "HPG007", "E")]
    [InlineData("class C { [HiPerf.TokenTable] private enum E { A = 1 } }", "HPG007", "E")]
    [InlineData("public class C { [HiPerf.TokenTable] public enum E { A = 1 } }", "HPG007", "E")]
    [InlineData("[HiPerf.TokenTable] public enum E { [HiPerf.Token(\"a^\")] A = 1, [HiPerf.Token(\"a~\")] B }", "HPG004", "E")]
    public void Bad_enum_is_diagnostic_in_its_file(string source, string id, string argument)
    {
        var run = new GeneratorRun(new TokenTableGenerator(), source);
        var problem = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(id, problem.Id);
        Assert.Equal(DiagnosticSeverity.Error, problem.Severity);
        Assert.Contains(argument, problem.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("Source.cs", problem.Location.GetLineSpan().Path);
        Assert.Empty(run.Result.GeneratedSources);
    }

    [Fact]
    public void Diagnostic_points_at_the_member()
    {
        var run = new GeneratorRun(new TokenTableGenerator(), "[HiPerf.TokenTable]\nenum E\n{\n    A = 1,\n    [HiPerf.Token(\"A\")] B,\n}\n");
        Assert.Equal(4, Assert.Single(run.Result.Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
    }
}
