using System.Text;
using HiPerf.Generators.Emitting;
using HiPerf.Generators.Modelling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HiPerf.Generators.Registries;

/// <summary>Makes enums and look-ups of the additional files that carry the metadata <c>HiPerfRegistry</c>; all other files are left alone.</summary>
[Generator]
public sealed class RegistryGenerator : IIncrementalGenerator
{
    private const string Metadata = "build_metadata.AdditionalFiles.HiPerfRegistry";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, token) =>
                pair.Right.GetOptions(pair.Left).TryGetValue(Metadata, out var registry) && registry.Length != 0
                    ? new RegistryFile(pair.Left.Path, registry, pair.Left.GetText(token)?.ToString() ?? string.Empty)
                    : null)
            .Where(static file => file is not null)
            .WithTrackingName(TrackingNames.RegistryFile);
        var models = files
            .Select(static (file, _) => (file!.Path, Model: RegistryReader.Read(file)))
            .WithTrackingName(TrackingNames.RegistryModel);
        context.RegisterSourceOutput(models, static (output, read) => Produce(output, read.Path, read.Model));
    }

    private static void Produce(SourceProductionContext output, string path, RegistryModel model)
    {
        foreach (var problem in model.Problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }

        if (model.Problems.Count != 0 || model.Rows.Count == 0 || RegistrySchema.Find(model.Registry) is not { } schema)
        {
            return;
        }

        if (RegistryEmitter.Emit(schema, model.Rows) is { } source)
        {
            output.AddSource($"{schema.EnumName}.g.cs", SourceText.From(source, Encoding.UTF8));
        }
        else
        {
            output.ReportDiagnostic(new DiagnosticInfo(Diagnostics.NoTable.Id, LocationInfo.OfLine(path, 0), schema.Name).ToDiagnostic());
        }
    }
}
