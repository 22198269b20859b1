using HiPerf.Generators.Modelling;

namespace HiPerf.Generators.Registries;

/// <summary>A registry file as it was found: its path, the registry it says it is, its text.</summary>
internal sealed record RegistryFile(string Path, string Registry, string Text);

/// <summary>One row of a registry.</summary>
/// <param name="Token">The token, code or octet as written.</param>
/// <param name="Value">The enum member's value.</param>
/// <param name="Text">The phrase or description; the token itself for a registry of tokens.</param>
/// <param name="Member">The enum member's name.</param>
/// <param name="Reference">The defining document and section, empty if the registry has none.</param>
/// <param name="Flags">The row's flag words, in the schema's order.</param>
/// <param name="Feature">The FEAT name of an FTP command, else empty.</param>
internal sealed record RegistryRow(
    string Token, int Value, string Text, string Member, EquatableArray<string> Flags, string Feature, string Reference);

/// <summary>A registry read from its file: rows to emit, or what is wrong with the file.</summary>
internal sealed record RegistryModel(string Registry, EquatableArray<RegistryRow> Rows, EquatableArray<DiagnosticInfo> Problems);
