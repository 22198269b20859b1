using System.Text;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Makes text of a message's octets: ISO-8859-1, one character an octet.</summary>
internal static class FieldTexts
{
    public static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    public static string Version(HttpVersion version) => version == HttpVersion.Http10 ? "1.0" : "1.1";

    public static List<KeyValuePair<string, string>> Of(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields)
    {
        var list = new List<KeyValuePair<string, string>>(fields.Length);
        foreach (ref readonly FieldLine line in fields)
        {
            list.Add(new(Text(line.NameIn(buffer)), Value(line.ValueIn(buffer))));
        }

        return list;
    }

    // A folded value, which only a leniency lets pass, is shown as RFC 9112 section 5.2 has it read: each fold is one SP.
    private static string Value(ReadOnlySpan<byte> value)
    {
        if (!value.Contains((byte)'\n'))
        {
            return Text(value);
        }

        var text = new StringBuilder();
        foreach (Range line in value.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> part = value[line].Trim(" \t\r"u8);
            if (!part.IsEmpty)
            {
                _ = text.Append(text.Length == 0 ? string.Empty : " ").Append(Text(part));
            }
        }

        return text.ToString();
    }
}
