using HiPerf.Generators.Hashing;
using HiPerf.Generators.Registries;

namespace HiPerf.Generators.Emitting;

/// <summary>Emits a registry: its enum, each member carrying its row, and the class that looks rows up.</summary>
internal static class RegistryEmitter
{
    /// <summary>The source, or null if no perfect hash was found for a registry of tokens.</summary>
    public static string? Emit(RegistrySchema schema, IReadOnlyList<RegistryRow> rows)
    {
        var source = SourceFile.Begin(schema.Namespace);
        EmitEnum(source, schema, rows);
        EmitFlagsEnum(source, schema);
        _ = source.Lines($"\n/// <summary>Looks up and spells {Described(schema)}.</summary>\npublic static partial class {schema.TableName}").Open();
        if (schema.Key == RegistryKey.Token)
        {
            var table = new TokenTable(schema.EnumName, schema.EnumName + ".Unknown", schema.IgnoreCase, IsDense: true, [.. rows.Select(row => new TokenEntry(row.Token, row.Member))]);
            if (HashSearch.Find(TokenTableEmitter.Folded(table), schema.IgnoreCase) is not { } plan)
            {
                return null;
            }

            _ = source.Lines($"/// <summary>How many tokens are registered; their values are 1 to this.</summary>\npublic const int Count = {rows.Count};");
            TokenTableEmitter.Emit(source, table, plan);
            if (schema.HasWideTable)
            {
                if (WideHash.Find(TokenTableEmitter.Folded(table)) is not { } wide)
                {
                    return null;
                }

                WideTableEmitter.Emit(source, TokenTableEmitter.Folded(table), wide);
            }
        }
        else
        {
            EmitTexts(source, schema, rows);
        }

        if (schema.FlagsEnum is not null)
        {
            EmitFlags(source, schema, rows);
        }

        return source.Close().ToString();
    }

    private static string Described(RegistrySchema schema) => char.ToLowerInvariant(schema.EnumSummary[0]) + schema.EnumSummary.Substring(1).TrimEnd('.');

    private static void EmitEnum(SourceWriter source, RegistrySchema schema, IReadOnlyList<RegistryRow> rows)
    {
        _ = source.Lines($"/// <summary>{schema.EnumSummary}</summary>\npublic enum {schema.EnumName} : {EnumType(schema, rows)}").Open();
        _ = source.Lines("/// <summary>Not registered.</summary>\nUnknown = 0,");
        foreach (var row in rows)
        {
            _ = source.Lines($"\n/// <summary>{Literals.Xml(Summary(schema, row))}</summary>\n{row.Member} = {row.Value},");
        }

        _ = source.Close();
    }

    // Field names keep 16 bits: the registry grows by several a year and nears the end of a byte.
    private static string EnumType(RegistrySchema schema, IReadOnlyList<RegistryRow> rows) =>
        schema.Name == "http-fields" || rows.Any(row => row.Value > 255) ? "ushort" : "byte";

    private static string Summary(RegistrySchema schema, RegistryRow row)
    {
        var subject = schema.Key switch
        {
            RegistryKey.Token => row.Token,
            RegistryKey.Code => $"{row.Token} {row.Text}",
            _ => $"'{row.Token}': {row.Text}",
        };
        var flags = row.Flags.Count == 0 ? string.Empty : ": " + string.Join(", ", row.Flags);
        var feature = row.Feature.Length == 0 ? string.Empty : $" FEAT code {row.Feature}.";
        var reference = row.Reference.Length == 0 ? string.Empty : $" {row.Reference}.";
        return $"{subject}{flags}.{feature}{reference}";
    }

    private static void EmitFlagsEnum(SourceWriter source, RegistrySchema schema)
    {
        if (schema.FlagsEnum is null)
        {
            return;
        }

        _ = source.Lines($"\n/// <summary>What the registry says of a <see cref=\"{schema.EnumName}\"/> beside its name.</summary>\n[Flags]\npublic enum {schema.FlagsEnum} : byte")
            .Open().Lines("/// <summary>Nothing.</summary>\nNone = 0,");
        for (var i = 0; i < schema.Flags.Length; i++)
        {
            _ = source.Lines($"\n/// <summary>{Literals.Xml(schema.Flags[i].Meaning)}</summary>\n{Literals.Pascal(schema.Flags[i].Word)} = {1 << i},");
        }

        _ = source.Close();
    }

    private static void EmitTexts(SourceWriter source, RegistrySchema schema, IReadOnlyList<RegistryRow> rows)
    {
        var (bytes, text) = schema.TextMembers;
        var (type, key) = schema.Key == RegistryKey.Code ? ("int", "code") : ("byte", "octet");
        string Case(RegistryRow row) => schema.Key == RegistryKey.Code ? row.Token : $"(byte)'{row.Token}'";
        _ = source.Lines($"""
            /// <summary>What a{(key == "octet" ? "n" : "")} {key} stands for, in ASCII; empty if it is not registered.</summary>
            public static ReadOnlySpan<byte> {bytes}({type} {key}) => {key} switch
            """).Open();
        foreach (var row in rows)
        {
            _ = source.Lines($"{Case(row)} => {Literals.Quote(row.Text)}u8,");
        }

        _ = source.Lines("_ => default,").Close(";");
        _ = source.Lines($"""

            /// <summary>What a{(key == "octet" ? "n" : "")} {key} stands for; empty if it is not registered.</summary>
            public static string {text}({type} {key}) => {key} switch
            """).Open();
        foreach (var row in rows)
        {
            _ = source.Lines($"{Case(row)} => {Literals.Quote(row.Text)},");
        }

        _ = source.Lines("_ => string.Empty,").Close(";");
        if (schema.Key == RegistryKey.Octet)
        {
            _ = source.Lines($"\n/// <summary>The item type an octet stands for; <c>Unknown</c> if it is not registered.</summary>\npublic static {schema.EnumName} Find(byte octet) => {text}(octet).Length != 0 ? ({schema.EnumName})octet : {schema.EnumName}.Unknown;");
        }
    }

    private static void EmitFlags(SourceWriter source, RegistrySchema schema, IReadOnlyList<RegistryRow> rows)
    {
        var flags = Enumerable.Repeat(0, rows.Max(row => row.Value) + 1).ToArray();
        foreach (var row in rows)
        {
            flags[row.Value] = row.Flags.Sum(flag => 1 << Array.FindIndex(schema.Flags, known => known.Word == flag));
        }

        _ = source.Lines($"""

            /// <summary>What the registry says of a member beside its name; none for an unknown value.</summary>
            public static {schema.FlagsEnum} Flags({schema.EnumName} value) =>
                (int)value < {flags.Length} ? ({schema.FlagsEnum})FlagBits[(int)value] : default;

            """).Table("byte", "FlagBits", flags.Select(f => f.ToString()), 32);
    }
}
