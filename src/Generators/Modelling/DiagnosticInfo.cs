using Microsoft.CodeAnalysis;

namespace HiPerf.Generators.Modelling;

/// <summary>A diagnostic to report: its rule's id, where, and its one argument.</summary>
internal sealed record DiagnosticInfo(string Id, LocationInfo? Location, string Argument)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Diagnostics.ById(Id), Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None, Argument);
}
