using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads JSON text that may escape half a surrogate pair, which the reader of the base library refuses.</summary>
/// <remarks>RFC 8259 section 8.2 leaves such text open; WHATWG Infra reads it as U+FFFD where scalar values are wanted, and so URL inputs do.</remarks>
internal static class JsonText
{
    public static string Read(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(text.GetRawText().AsSpan()[1..^1]);
        }
    }

    // The text is valid JSON: every backslash begins a whole escape.
    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                _ = text.Append(raw[i]);
                continue;
            }

            i++;
            _ = text.Append(raw[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                char other => other,
            });
            if (raw[i] == 'u')
            {
                i += 4;
            }
        }

        // Half pairs become U+FFFD on the way to UTF-8.
        return text.ToString();
    }
}
