using HiPerf.Generators.Modelling;
using Microsoft.CodeAnalysis;

namespace HiPerf.Generators.TokenTables;

/// <summary>Reads an enum marked with [TokenTable] into its model.</summary>
internal static class TokenTableReader
{
    public const string TableAttribute = "HiPerf.TokenTableAttribute";
    private const string TokenAttribute = "HiPerf.TokenAttribute";

    public static TokenTableModel Read(INamedTypeSymbol symbol, AttributeData table, CancellationToken cancellationToken)
    {
        var problems = new List<DiagnosticInfo>();
        var location = LocationInfo.Of(symbol.Locations.FirstOrDefault());
        if (symbol.ContainingType is not null || symbol.IsFileLocal)
        {
            problems.Add(new(Diagnostics.UnsupportedEnum.Id, location, symbol.Name));
        }

        var ignoreCase = table.ConstructorArguments.Length == 0 || table.ConstructorArguments[0].Value is not false;
        var tokens = new HashSet<string>(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var values = new HashSet<object>();
        var members = new List<TokenMember>();
        foreach (var field in symbol.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var value = field.ConstantValue!;
            var attribute = field.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == TokenAttribute);
            void Report(DiagnosticDescriptor rule, string argument) => problems.Add(new(rule.Id, LocationInfo.Of(field.Locations.FirstOrDefault()), argument));

            if (!values.Add(value))
            {
                Report(Diagnostics.DuplicateValue, field.Name);
            }

            if (IsNumber(value, 0))
            {
                if (attribute is not null || field.Name is not ("Unknown" or "None"))
                {
                    Report(Diagnostics.ZeroMember, field.Name);
                }

                continue;
            }

            var token = attribute is null ? field.Name : attribute.ConstructorArguments.FirstOrDefault().Value as string ?? string.Empty;
            if (!TokenRules.IsToken(token))
            {
                Report(Diagnostics.BadToken, $"'{token}' of {field.Name}");
            }
            else if (!tokens.Add(token))
            {
                Report(Diagnostics.DuplicateToken, $"'{token}' of {field.Name}");
            }

            members.Add(new(field.Name, token, IsNumber(value, members.Count + 1)));
        }

        if (members.Count == 0 && problems.Count == 0)
        {
            problems.Add(new(Diagnostics.UnsupportedEnum.Id, location, symbol.Name + " has no member with a token"));
        }

        var @namespace = symbol.ContainingNamespace.IsGlobalNamespace ? string.Empty : symbol.ContainingNamespace.ToDisplayString();
        return new(@namespace, symbol.Name, symbol.DeclaredAccessibility == Accessibility.Public, ignoreCase, new(members), new(problems), location);
    }

    private static bool IsNumber(object value, int number) => Convert.ToString(value) == number.ToString();
}
