namespace HiPerf.Properties.Oracles;

/// <summary>The terminals of the reference, as the RFCs list them; nothing of it is Core's.</summary>
internal static class ReferenceGrammar
{
    // "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )
    public static bool IsFuture(string text)
    {
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 1 && text[1..dot].All(IsHex) && dot + 1 < text.Length;
    }

    // IPv6address: eight groups, or fewer and one "::"; the last two may be dotted decimal.
    public static bool IsAddress(string text)
    {
        string[] halves = text.Split("::");
        if (halves.Length > 2)
        {
            return false;
        }

        int groups = 0;
        for (int i = 0; i < halves.Length; i++)
        {
            if (halves[i].Length == 0)
            {
                continue;
            }

            string[] parts = halves[i].Split(':');
            for (int k = 0; k < parts.Length; k++)
            {
                bool last = i == halves.Length - 1 && k == parts.Length - 1;
                if (last && parts[k].Contains('.'))
                {
                    string[] octets = parts[k].Split('.');
                    if (octets.Length != 4 || !octets.All(o => o.Length is >= 1 and <= 3 && o.All(IsDigit) && int.Parse(o) <= 255 && (o.Length == 1 || o[0] != '0')))
                    {
                        return false;
                    }

                    groups += 2;
                    continue;
                }

                if (parts[k].Length is 0 or > 4 || !parts[k].All(IsHex))
                {
                    return false;
                }

                groups++;
            }
        }

        return halves.Length == 2 ? groups <= 7 : groups == 8;
    }

    public static bool IsAlpha(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsHex(char c) => IsDigit(c) || c is (>= 'A' and <= 'F') or (>= 'a' and <= 'f');

    public static bool IsToken(char c) => Stands(s_token, c);

    // HTAB / SP / VCHAR / obs-text
    public static bool IsText(char c) => c == '\t' || c is >= ' ' and <= '\u00FF' and not '\u007F';

    public static bool IsRegName(char c) => Stands(s_regName, c);

    public static bool IsTarget(char c) => Stands(s_target, c);

    // One look a character; the lists themselves are the RFCs'.
    private static readonly bool[] s_token = List("!#$%&'*+-.^_`|~");
    private static readonly bool[] s_regName = List("-._~!$&'()*+,;=");
    private static readonly bool[] s_target = List("-._~:/?[]@!$&'()*+,;=%");

    private static bool[] List(string others) => [.. Enumerable.Range(0, 256).Select(c => IsAlpha((char)c) || IsDigit((char)c) || others.Contains((char)c))];

    private static bool Stands(bool[] list, char c) => c < list.Length && list[c];
}
