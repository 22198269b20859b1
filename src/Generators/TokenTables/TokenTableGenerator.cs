using System.Text;
using HiPerf.Generators.Modelling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HiPerf.Generators.TokenTables;

/// <summary>Gives a user's enum marked with <c>[TokenTable]</c> its look-up class.</summary>
[Generator]
public sealed class TokenTableGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                TokenTableReader.TableAttribute,
                static (node, _) => node is EnumDeclarationSyntax,
                static (found, token) => TokenTableReader.Read((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], token))
            .WithTrackingName(TrackingNames.TokenEnum);
        context.RegisterSourceOutput(models, static (output, model) => Produce(output, model));
    }

    private static void Produce(SourceProductionContext output, TokenTableModel model)
    {
        foreach (var problem in model.Problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }

        if (model.Problems.Count != 0)
        {
            return;
        }

        if (TokenTableSource.Emit(model) is { } source)
        {
            output.AddSource(HintName(model), SourceText.From(source, Encoding.UTF8));
        }
        else
        {
            output.ReportDiagnostic(new DiagnosticInfo(Diagnostics.NoTable.Id, model.Location, model.EnumName).ToDiagnostic());
        }
    }

    private static string HintName(TokenTableModel model) =>
        (model.Namespace.Length == 0 ? string.Empty : model.Namespace + ".") + model.EnumName + "Table.g.cs";
}
