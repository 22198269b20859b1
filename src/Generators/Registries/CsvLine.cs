using System.Text;

namespace HiPerf.Generators.Registries;

/// <summary>One line of comma-separated values (RFC 4180; a value never spans lines).</summary>
internal static class CsvLine
{
    /// <summary>Splits a line at its commas, or answers null if its quotes do not match.</summary>
    public static IReadOnlyList<string>? Split(string line)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                _ = value.Append(line[++i]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                Take();
            }
            else
            {
                _ = value.Append(c);
            }
        }

        Take();
        return quoted ? null : values;

        void Take()
        {
            values.Add(value.ToString());
            _ = value.Clear();
        }
    }
}
