using System.Text;

namespace HiPerf.Properties.Oracles;

/// <summary>Percent-encode sets and percent-decoding of the WHATWG URL standard, section 1.3. Text is octets, one character of U+0000 to U+00FF each.</summary>
internal static class WhatwgEncoding
{
    public const string Fragment = " \"<>`";
    public const string Query = " \"#<>";
    public const string SpecialQuery = Query + "'";
    public const string Path = Query + "?^`{}";
    public const string UserInfo = Path + "/:;=@[\\]|";

    /// <summary>Beside the set, C0 controls and all beyond U+007E are encoded always.</summary>
    public static void Encode(StringBuilder output, char octet, string set)
    {
        if (octet is < ' ' or > '~' || set.Contains(octet))
        {
            output.Append('%').Append("0123456789ABCDEF"[octet >> 4]).Append("0123456789ABCDEF"[octet & 15]);
            return;
        }

        output.Append(octet);
    }

    public static string Decode(string text)
    {
        if (!text.Contains('%'))
        {
            return text;
        }

        var output = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && ReferenceGrammar.IsHex(text[i + 1]) && ReferenceGrammar.IsHex(text[i + 2]))
            {
                output.Append((char)Convert.ToInt32(text.Substring(i + 1, 2), 16));
                i += 2;
                continue;
            }

            output.Append(text[i]);
        }

        return output.ToString();
    }
}
