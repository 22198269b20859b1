using System.Text;

namespace HiPerf.Properties.Oracles;

/// <summary>Reads a whole urlencoded form as WHATWG URL section 5.1 is worded; a percent sign that begins no escape is refused or stands for itself.</summary>
internal static class ReferenceUrlencoded
{
    /// <summary>The pairs as "name=value" lines, or the offset of the first octet of an escape that is no digit, −1 when there is none.</summary>
    public static (int BadEscape, string Pairs) Read(string form)
    {
        int bad = -1;
        var pairs = new StringBuilder();
        int start = 0;
        foreach (string sequence in form.Split('&'))
        {
            if (sequence.Length > 0)
            {
                int equals = sequence.IndexOf('=', StringComparison.Ordinal);
                string name = equals < 0 ? sequence : sequence[..equals];
                string value = equals < 0 ? "" : sequence[(equals + 1)..];
                pairs.Append(Decode(name, start, ref bad)).Append('=').Append(Decode(value, start + equals + 1, ref bad)).Append('\n');
            }

            start += sequence.Length + 1;
        }

        return (bad, pairs.ToString());
    }

    private static string Decode(string text, int start, ref int bad)
    {
        var octets = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                octets.Append(text[i] == '+' ? ' ' : text[i]);
                continue;
            }

            int digits = text.Skip(i + 1).Take(2).TakeWhile(char.IsAsciiHexDigit).Count();
            if (digits < 2)
            {
                bad = bad < 0 ? start + i + 1 + digits : bad;
                octets.Append('%');
                continue;
            }

            octets.Append((char)Convert.ToInt32(text.Substring(i + 1, 2), 16));
            i += 2;
        }

        return octets.ToString();
    }
}
