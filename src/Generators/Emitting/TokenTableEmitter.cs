// Emits the look-up from octets to enum member: the length picks the loads, one multiplication hashes them,
// one probe gives the only candidate, and then all octets are compared. Only an octet that is a letter of the
// candidate may differ, and only in its case bit, so `@` and `^` never pass for a grave accent or a tilde.
using HiPerf.Generators.Hashing;

namespace HiPerf.Generators.Emitting;

/// <summary>Emits Find, Bytes, Text and their tables into an open class.</summary>
internal static class TokenTableEmitter
{
    public static void Emit(SourceWriter source, TokenTable table, HashPlan plan)
    {
        EmitFind(source, table, plan);
        EmitTexts(source, table);
        if (table.Entries.Any(entry => entry.Token.Length > 16))
        {
            EmitFindLong(source, table);
        }

        EmitTables(source, table, plan);
    }

    /// <summary>The tokens as they are hashed and compared.</summary>
    public static IReadOnlyList<string> Folded(TokenTable table) =>
        [.. table.Entries.Select(entry => table.IgnoreCase ? entry.Token.ToLowerInvariant() : entry.Token)];

    private static void EmitFind(SourceWriter source, TokenTable table, HashPlan plan)
    {
        var lengths = table.Entries.Select(entry => entry.Token.Length).ToArray();
        var cases = table.IgnoreCase ? "ASCII letters match in either case" : "case matters";
        _ = source.Lines($"""

            /// <summary>Finds the member whose token these octets are; {cases}.</summary>
            /// <param name="token">The octets, of any length and content.</param>
            /// <returns>The member; <c>{table.NoMatch}</c> if there is none.</returns>
            public static {table.EnumName} Find(ReadOnlySpan<byte> token)
            """).Open();
        _ = source.Lines($$"""
            var length = token.Length;
            if (length is < {{lengths.Min()}} or > {{lengths.Max()}})
                return {{table.NoMatch}};

            ulong first, last;
            """);
        EmitLoads(source, lengths);
        EmitHash(source, table, plan);
        EmitComparison(source, table, lengths);
        _ = source.Lines($"return {Numbered(table)};").Close();
    }

    private static void EmitLoads(SourceWriter source, int[] lengths)
    {
        var branches = new List<(int From, string First, string Last)>
        {
            (8, "BinaryPrimitives.ReadUInt64LittleEndian(token)", "BinaryPrimitives.ReadUInt64LittleEndian(token.Slice(length - 8))"),
            (4, "BinaryPrimitives.ReadUInt32LittleEndian(token)", "BinaryPrimitives.ReadUInt32LittleEndian(token.Slice(length - 4))"),
            (1, "token[0]", "token[length >> 1] | ((ulong)token[length - 1] << 8)"),
        };
        var used = branches.Where((branch, i) => lengths.Any(length => length >= branch.From && (i == 0 || length < branches[i - 1].From))).ToArray();
        for (var i = 0; i < used.Length; i++)
        {
            var condition = i == used.Length - 1 ? "else" : i == 0 ? $"if (length >= {used[i].From})" : $"else if (length >= {used[i].From})";
            if (used.Length > 1)
            {
                _ = source.Lines(condition);
            }

            _ = source.Open().Lines($"first = {used[i].First};\nlast = {used[i].Last};").Close();
        }
    }

    private static void EmitHash(SourceWriter source, TokenTable table, HashPlan plan)
    {
        _ = source.Lines($"\nvar key = first ^ BitOperations.RotateLeft(last, {plan.Rotation});");
        if (plan.MixesMiddle)
        {
            _ = source.Lines($"""
                for (var offset = 8; offset < length - 8; offset += 8)
                    key = BitOperations.RotateLeft(key, {plan.Rotation}) ^ BinaryPrimitives.ReadUInt64LittleEndian(token.Slice(offset));
                """);
        }

        var folded = table.IgnoreCase ? $"(key | {Literals.Hex(TokenWords.CaseBits)})" : "key";
        _ = source.Lines($"""
            var hash = (int)(({folded} * {Literals.Hex(plan.Multiplier)}) >> {64 - plan.SlotBits});
            var index = Slots[(hash ^ Displacements[length]) & {(1 << plan.SlotBits) - 1}] & {RowCount(table) - 1};
            """);
    }

    private static void EmitComparison(SourceWriter source, TokenTable table, int[] lengths)
    {
        _ = source.Lines(table.IgnoreCase
            ? """
              var at = index * 4;
              if (Lengths[index] != length || (((first | Words[at + 1]) ^ Words[at]) | ((last | Words[at + 3]) ^ Words[at + 2])) != 0)
              """
            : """
              var at = index * 2;
              if (Lengths[index] != length || ((first ^ Words[at]) | (last ^ Words[at + 1])) != 0)
              """);
        _ = source.Lines($"    return {table.NoMatch};");
        if (lengths.Max() <= 16)
        {
            return;
        }

        // A call in tail position costs the short tokens no stack frame.
        _ = source.Lines("if (length > 16)\n    return FindLong(token, index);");
    }

    private static void EmitFindLong(SourceWriter source, TokenTable table)
    {
        var folded = table.IgnoreCase ? " | MiddleWords[at + 1]" : string.Empty;
        _ = source.Lines($$"""

            private static {{table.EnumName}} FindLong(ReadOnlySpan<byte> token, int index)
            {
                int at = MiddleStarts[index];
                for (var offset = 8; offset < token.Length - 8; offset += 8, at += {{(table.IgnoreCase ? 2 : 1)}})
                {
                    if ((BinaryPrimitives.ReadUInt64LittleEndian(token.Slice(offset)){{folded}}) != MiddleWords[at])
                        return {{table.NoMatch}};
                }

                return {{Numbered(table)}};
            }
            """);
    }

    private static string Numbered(TokenTable table) => table.IsDense ? $"({table.EnumName})index" : "MemberAt(index)";

    private static void EmitTexts(SourceWriter source, TokenTable table)
    {
        _ = source.Lines($"""

            /// <summary>A member's token as octets, case as registered; empty if the value has none.</summary>
            public static ReadOnlySpan<byte> Bytes({table.EnumName} value) => value switch
            """).Open();
        foreach (var entry in table.Entries)
        {
            _ = source.Lines($"{table.EnumName}.{entry.Member} => {Literals.Quote(entry.Token)}u8,");
        }

        _ = source.Lines("_ => default,").Close(";");

        _ = source.Lines($"""

            /// <summary>A member's token, case as registered; empty if the value has none.</summary>
            public static string Text({table.EnumName} value) => value switch
            """).Open();
        foreach (var entry in table.Entries)
        {
            _ = source.Lines($"{table.EnumName}.{entry.Member} => {Literals.Quote(entry.Token)},");
        }

        _ = source.Lines("_ => string.Empty,").Close(";");
    }

    private static void EmitTables(SourceWriter source, TokenTable table, HashPlan plan)
    {
        var tokens = Folded(table);
        if (!table.IsDense)
        {
            _ = source.Lines($"\nprivate static {table.EnumName} MemberAt(int index) => index switch").Open();
            for (var i = 0; i < tokens.Count; i++)
            {
                _ = source.Lines($"{i + 1} => {table.EnumName}.{table.Entries[i].Member},");
            }

            _ = source.Lines($"_ => {table.NoMatch},").Close(";");
        }

        var padding = RowCount(table) - 1 - tokens.Count;
        var stride = table.IgnoreCase ? 2 : 1;
        _ = source.Lines("\n// By token length: where in the slots tokens of that length are found.")
            .Table(plan.SlotBits <= 8 ? "byte" : "ushort", "Displacements", plan.Displacements.Select(d => d.ToString()), 24)
            .Lines("\n// The token's number, 0 for none.")
            .Table(tokens.Count < 256 ? "byte" : "ushort", "Slots", plan.Slots.Select(s => s.ToString()), 32)
            .Lines("\n// By token number, as all below: octets in the token.")
            .Table("byte", "Lengths", Padded(tokens.Select(t => t.Length.ToString()), 1, padding), 32)
            .Lines($"\n// First and last word{(table.IgnoreCase ? ", each with the case bits of its letters" : string.Empty)}.")
            .Table("ulong", "Words", Padded(tokens.SelectMany(t => Expected([TokenWords.First(t), TokenWords.Last(t)], table.IgnoreCase)), 2 * stride, padding), 8);
        if (tokens.All(token => token.Length <= 16))
        {
            return;
        }

        var starts = tokens.Select((_, i) => (stride * tokens.Take(i).Sum(t => TokenWords.Middle(t).Count())).ToString());
        _ = source.Lines("\n// Where a token's further words begin.")
            .Table("ushort", "MiddleStarts", Padded(starts, 1, padding), 24)
            .Lines("\n// The words between first and last.")
            .Table("ulong", "MiddleWords", tokens.SelectMany(t => Expected(TokenWords.Middle(t), table.IgnoreCase)), 4);
    }

    // A power of two, so that a mask spares the range checks.
    private static int RowCount(TokenTable table)
    {
        var rows = 2;
        while (rows <= table.Entries.Count)
        {
            rows *= 2;
        }

        return rows;
    }

    // Row 0 is that of no token.
    private static IEnumerable<string> Padded(IEnumerable<string> values, int valuesPerRow, int rows) =>
        Enumerable.Repeat("0", valuesPerRow).Concat(values).Concat(Enumerable.Repeat("0", valuesPerRow * rows));

    private static IEnumerable<string> Expected(IEnumerable<ulong> words, bool withMasks) =>
        words.SelectMany(word => withMasks ? new[] { Literals.Hex(word), Literals.Hex(TokenWords.LetterMask(word)) } : [Literals.Hex(word)]);
}
