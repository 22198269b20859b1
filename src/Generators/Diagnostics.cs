using Microsoft.CodeAnalysis;

namespace HiPerf.Generators;

/// <summary>The rules the generators report, all of them errors: a table is right or it is not there.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor UnknownRegistry = Error(
        "HPG001", "Unknown registry", "The metadata HiPerfRegistry names no registry: {0}");

    public static readonly DiagnosticDescriptor BadHeader = Error(
        "HPG002", "Wrong registry columns", "The first line is not this registry's columns: {0}");

    public static readonly DiagnosticDescriptor BadRow = Error(
        "HPG003", "Bad registry row", "The registry row is not valid: {0}");

    public static readonly DiagnosticDescriptor NoTable = Error(
        "HPG004", "No look-up table", "No perfect-hash table was found within the bound: {0}");

    public static readonly DiagnosticDescriptor DuplicateToken = Error(
        "HPG005", "Duplicate token", "The token stands for two members of the table: {0}");

    public static readonly DiagnosticDescriptor BadToken = Error(
        "HPG006", "Bad token", "A token is 1 to 255 printable ASCII characters without spaces: {0}");

    public static readonly DiagnosticDescriptor UnsupportedEnum = Error(
        "HPG007", "Unsupported enum", "[TokenTable] needs an enum at namespace level that is public or internal: {0}");

    public static readonly DiagnosticDescriptor ZeroMember = Error(
        "HPG008", "Zero is a token", "Zero is what Find answers for no match; name its member Unknown or None and give it no token: {0}");

    public static readonly DiagnosticDescriptor DuplicateValue = Error(
        "HPG009", "Duplicate value", "Two members of a token table have one value: {0}");

    public static DiagnosticDescriptor ById(string id) => All.First(rule => rule.Id == id);

    private static readonly DiagnosticDescriptor[] All =
        [UnknownRegistry, BadHeader, BadRow, NoTable, DuplicateToken, BadToken, UnsupportedEnum, ZeroMember, DuplicateValue];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "HiPerf.Generators", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
