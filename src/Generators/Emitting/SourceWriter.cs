using System.Text;

namespace HiPerf.Generators.Emitting;

/// <summary>Writes indented source lines, always ended by LF so that the output is one on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes a text of one or more lines at the present indentation.</summary>
    public SourceWriter Lines(string lines)
    {
        foreach (var line in lines.Replace("\r\n", "\n").Split('\n'))
        {
            _ = line.Length == 0 ? text.Append('\n') : text.Append(' ', 4 * depth).Append(line).Append('\n');
        }

        return this;
    }

    public SourceWriter Open()
    {
        _ = Lines("{");
        depth++;
        return this;
    }

    public SourceWriter Close(string suffix = "")
    {
        depth--;
        return Lines("}" + suffix);
    }

    /// <summary>Writes a table of constants, which the compiler places in the assembly's data.</summary>
    public SourceWriter Table(string type, string name, IEnumerable<string> values, int perLine, string access = "private")
    {
        _ = Lines($"{access} static ReadOnlySpan<{type}> {name} =>").Lines("[");
        depth++;
        var line = new List<string>(perLine);
        foreach (var value in values)
        {
            line.Add(value);
            if (line.Count == perLine)
            {
                Flush();
            }
        }

        Flush();
        depth--;
        return Lines("];");

        void Flush()
        {
            if (line.Count > 0)
            {
                _ = Lines(string.Join(", ", line) + ",");
            }

            line.Clear();
        }
    }

    public override string ToString() => text.ToString();
}
