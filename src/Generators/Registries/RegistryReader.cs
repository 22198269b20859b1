using HiPerf.Generators.Modelling;

namespace HiPerf.Generators.Registries;

/// <summary>Reads a registry file into its model; every bad row becomes a diagnostic with its line.</summary>
internal static class RegistryReader
{
    public static RegistryModel Read(RegistryFile file)
    {
        var rows = new List<RegistryRow>();
        var problems = new List<DiagnosticInfo>();
        if (RegistrySchema.Find(file.Registry) is not { } schema)
        {
            problems.Add(new(Diagnostics.UnknownRegistry.Id, LocationInfo.OfLine(file.Path, 0), file.Registry));
            return new(file.Registry, default, new(problems));
        }

        var lines = file.Text.Replace("\r\n", "\n").Split('\n');
        if (lines[0] != string.Join(",", schema.Columns))
        {
            problems.Add(new(Diagnostics.BadHeader.Id, LocationInfo.OfLine(file.Path, 0), string.Join(",", schema.Columns)));
            return new(file.Registry, default, new(problems));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 && i == lines.Length - 1)
            {
                break;
            }

            var (row, reason) = ReadRow(schema, lines[i], rows.Count + 1);
            if (row is not null && Repeats(schema, row, seen) is { } repeated)
            {
                (row, reason) = (null, repeated);
            }

            if (row is null)
            {
                problems.Add(new(Diagnostics.BadRow.Id, LocationInfo.OfLine(file.Path, i), reason));
            }
            else
            {
                rows.Add(row);
            }
        }

        return new(file.Registry, new(rows), new(problems));
    }

    private static string? Repeats(RegistrySchema schema, RegistryRow row, HashSet<string> seen)
    {
        var token = schema.Key == RegistryKey.Token && schema.IgnoreCase ? row.Token.ToLowerInvariant() : row.Token;
        if (!seen.Add("token " + token))
        {
            return $"'{row.Token}' stands in an earlier row";
        }

        return seen.Add("member " + row.Member) ? null : $"the member '{row.Member}' belongs to an earlier row";
    }

    private static (RegistryRow? Row, string Reason) ReadRow(RegistrySchema schema, string line, int number)
    {
        if (CsvLine.Split(line) is not { } cells)
        {
            return (null, "a quotation mark is not closed");
        }

        if (cells.Count != schema.Columns.Length)
        {
            return (null, $"{cells.Count} values instead of {schema.Columns.Length}");
        }

        string Cell(string column) => Array.IndexOf(schema.Columns, column) is >= 0 and var i ? cells[i] : string.Empty;

        var token = cells[0];
        if (ValueOf(schema.Key, token, number) is not { } value)
        {
            return (null, $"'{token}' is no {schema.Key.ToString().ToLowerInvariant()}");
        }

        var text = schema.Key == RegistryKey.Token ? token : Cell("text");
        if (text.Length == 0 || !text.All(c => c is >= ' ' and <= '~'))
        {
            return (null, "the text is empty or not printable ASCII");
        }

        var words = $"{Cell("kind")} {Cell("flags")} {Cell("status")}".Split([' '], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "unknown").ToArray();
        if (words.FirstOrDefault(word => !schema.Flags.Any(flag => flag.Word == word)) is { } stranger)
        {
            return (null, $"'{stranger}' is no flag of {schema.Name}");
        }

        var member = Cell("member") is { Length: > 0 } given ? given : MemberName.Of(text, schema.LowersCapitals);
        if (!MemberName.IsIdentifier(member) || member == "Unknown")
        {
            return (null, $"'{text}' gives no member name: fill the column member");
        }

        return (new(token, value, text, member, new(schema.Flags.Select(flag => flag.Word).Where(words.Contains)), Cell("feature"), Cell("reference")), string.Empty);
    }

    private static int? ValueOf(RegistryKey key, string token, int number) => key switch
    {
        RegistryKey.Token => TokenRules.IsToken(token) ? number : null,
        RegistryKey.Code => token.Length == 3 && token.All(char.IsDigit) && token[0] != '0' ? int.Parse(token) : null,
        _ => token.Length == 1 && token[0] is > ' ' and <= '~' ? token[0] : null,
    };
}
