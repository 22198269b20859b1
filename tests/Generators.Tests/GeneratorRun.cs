using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HiPerf.Generators.Tests;

/// <summary>An additional file held in memory; <c>Registry</c> is its metadata HiPerfRegistry, null if it has none.</summary>
internal sealed record InputFile(string Path, string Text, string? Registry);

/// <summary>Runs one generator over sources and additional files, keeping its driver so that an edited input can follow.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);
    private readonly Dictionary<string, AdditionalText> files;
    private GeneratorDriver driver;
    private Compilation compilation;
    private Compilation? output;

    // Without source there is nothing that needs Core, and Core's own copy of the registries would stand in the way of the emitted one.
    public GeneratorRun(IIncrementalGenerator generator, string source = "", params InputFile[] inputs)
    {
        files = inputs.ToDictionary(input => input.Path, input => (AdditionalText)new MemoryText(input.Path, input.Text));
        compilation = CSharpCompilation.Create(
            "Tested",
            [Parse(source, "Source.cs")],
            References(withCore: source.Length != 0),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            files.Values,
            ParseOptions,
            new MetadataProvider(inputs.Where(input => input.Registry is not null).ToDictionary(input => input.Path, input => input.Registry!)),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    public GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    /// <summary>Errors and warnings of the compilation with the generated sources in it.</summary>
    public IEnumerable<Diagnostic> Problems => output!.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning);

    public string Source(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    public void Run() => driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out output, out _);

    public void AddSource(string source)
    {
        compilation = compilation.AddSyntaxTrees(Parse(source, "Other.cs"));
        Run();
    }

    public void ReplaceSource(string source)
    {
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.First(), Parse(source, "Source.cs"));
        Run();
    }

    public void ReplaceFile(string path, string text)
    {
        var fresh = new MemoryText(path, text);
        driver = driver.ReplaceAdditionalText(files[path], fresh);
        files[path] = fresh;
        Run();
    }

    /// <summary>Why each output of a named step stands as it does after the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string trackingName) =>
        [.. Result.TrackedSteps[trackingName].SelectMany(step => step.Outputs).Select(made => made.Reason)];

    /// <summary>Why each emitted source stands as it does after the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        [.. Result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs).Select(made => made.Reason)];

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static IEnumerable<MetadataReference> References(bool withCore) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Memory.dll" or "System.Private.CoreLib.dll" || (withCore && Path.GetFileName(path) == "HiPerf.Core.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class MetadataProvider(Dictionary<string, string> registries) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Options(null);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(registries.GetValueOrDefault(textFile.Path));
    }

    private sealed class Options(string? registry) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_metadata.AdditionalFiles.HiPerfRegistry" ? registry : null;
            return value is not null;
        }
    }
}
