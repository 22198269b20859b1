using HiPerf.Generators.Modelling;

namespace HiPerf.Generators.TokenTables;

/// <summary>A member of the user's enum and its token.</summary>
/// <param name="Name">The member.</param>
/// <param name="Token">Its token.</param>
/// <param name="IsDense">Whether its value is its number in the table.</param>
internal sealed record TokenMember(string Name, string Token, bool IsDense);

/// <summary>A user's enum, read: what to emit, or what is wrong with it.</summary>
internal sealed record TokenTableModel(
    string Namespace,
    string EnumName,
    bool IsPublic,
    bool IgnoreCase,
    EquatableArray<TokenMember> Members,
    EquatableArray<DiagnosticInfo> Problems,
    LocationInfo? Location);
