using System.Globalization;
using System.Text;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>The host parser and serializer of the WHATWG URL standard, sections 3.5 to 3.7; IDNA is the base library's alone.</summary>
/// <remarks>Beside the standard: a host that must be decoded has 1024 octets at most, and ASCII labels that begin with <c>xn--</c> are not decoded again.</remarks>
internal static class WhatwgHost
{
    private const int MaxDecoded = 1024;
    private const string Forbidden = "\0\t\n\r #/:<>?@[\\]^|";

    private static readonly IdnMapping s_idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>The serialized host; null where there is none.</summary>
    public static string? Parse(string input, bool opaque, out UrlHostKind kind)
    {
        kind = UrlHostKind.None;
        if (input.StartsWith('['))
        {
            kind = UrlHostKind.IPv6;
            return input.EndsWith(']') && IsAddress(input[1..^1]) ? "[" + SerializeAddress(Pieces(input[1..^1])) + "]" : null;
        }

        if (opaque)
        {
            return Opaque(input, out kind);
        }

        string domain = WhatwgEncoding.Decode(input);
        bool decodes = domain.Any(c => c >= '\u0080') || input.Contains('%');
        string? ascii = decodes && input.Length > MaxDecoded ? null : domain.Any(c => c >= '\u0080') ? ToAscii(domain) : domain.ToLowerInvariant();
        if (string.IsNullOrEmpty(ascii) || ascii.Any(c => c is < ' ' or '%' or '\u007F' || Forbidden.Contains(c)))
        {
            return null;
        }

        kind = EndsInNumber(ascii) ? UrlHostKind.IPv4 : UrlHostKind.RegisteredName;
        return kind == UrlHostKind.IPv4 ? Address4(ascii) : ascii;
    }

    /// <summary>Whether UTS 46 would map or drop a character of the host, which the base library alone does not do in invariant globalization.</summary>
    public static bool NeedsMapping(string input)
    {
        string domain = WhatwgEncoding.Decode(input);
        string text = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(domain));
        return text.Any(c => c is (>= '\uFF00' and <= '\uFFEF') or '\u3002' or '\u00AD' or '\u034F' or '\u200B' or '\u2060' or '\u2064' or '\uFEFF'
            or (>= '\u180B' and <= '\u180F') or (>= '\uFE00' and <= '\uFE0F') or '\uDB40');
    }

    private static string? Opaque(string input, out UrlHostKind kind)
    {
        kind = input.Length == 0 ? UrlHostKind.Empty : UrlHostKind.Opaque;
        if (input.Any(Forbidden.Contains))
        {
            return null;
        }

        var output = new StringBuilder();
        foreach (char octet in input)
        {
            WhatwgEncoding.Encode(output, octet, "");
        }

        return output.ToString();
    }

    private static string? ToAscii(string octets)
    {
        byte[] utf8 = Encoding.Latin1.GetBytes(octets);
        if (!System.Text.Unicode.Utf8.IsValid(utf8))
        {
            return null;
        }

        try
        {
            string text = Encoding.UTF8.GetString(utf8).ToLowerInvariant();
            return string.Join('.', text.Split('.').Select(l => l.All(char.IsAscii) ? l : s_idn.GetAscii(l))).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool EndsInNumber(string host)
    {
        string[] parts = host.Split('.');
        string last = parts[^1];
        if (last.Length == 0)
        {
            if (parts.Length == 1)
            {
                return false;
            }

            last = parts[^2];
        }

        return (last.Length > 0 && last.All(IsDigit)) || Number(last) is not null;
    }

    private static string? Address4(string host)
    {
        List<string> parts = [.. host.Split('.')];
        if (parts[^1].Length == 0 && parts.Count > 1)
        {
            parts.RemoveAt(parts.Count - 1);
        }

        UInt128?[] numbers = [.. parts.Select(Number)];
        if (parts.Count > 4 || numbers.Any(n => n is null) || numbers.SkipLast(1).Any(n => n > 255) || numbers[^1] >= (UInt128)1 << (8 * (5 - numbers.Length)))
        {
            return null;
        }

        UInt128 address = numbers[^1]!.Value;
        for (int i = 0; i < numbers.Length - 1; i++)
        {
            address += numbers[i]!.Value << (8 * (3 - i));
        }

        return string.Join('.', Enumerable.Range(0, 4).Select(i => (byte)(address >> (8 * (3 - i)))));
    }

    // Null is failure. More than 2^64 is told as that, which no address holds.
    private static UInt128? Number(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        uint radix = 10;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            (text, radix) = (text[2..], 16);
        }
        else if (text.Length >= 2 && text[0] == '0')
        {
            (text, radix) = (text[1..], 8);
        }

        UInt128 value = 0;
        foreach (char digit in text)
        {
            uint d = IsHex(digit) ? Convert.ToUInt32(digit.ToString(), 16) : 99;
            if (d >= radix)
            {
                return null;
            }

            value = UInt128.Min((value * radix) + d, (UInt128)1 << 64);
        }

        return value;
    }

    // The text is an address.
    private static int[] Pieces(string text)
    {
        string[] halves = text.Split("::");
        List<int> head = Groups(halves[0]);
        List<int> tail = halves.Length > 1 ? Groups(halves[1]) : [];
        return [.. head, .. Enumerable.Repeat(0, 8 - head.Count - tail.Count), .. tail];
    }

    private static List<int> Groups(string half)
    {
        List<int> groups = [];
        foreach (string group in half.Length == 0 ? [] : half.Split(':'))
        {
            if (!group.Contains('.'))
            {
                groups.Add(Convert.ToInt32(group, 16));
                continue;
            }

            int[] octets = [.. group.Split('.').Select(o => int.Parse(o, CultureInfo.InvariantCulture))];
            groups.Add((octets[0] << 8) | octets[1]);
            groups.Add((octets[2] << 8) | octets[3]);
        }

        return groups;
    }

    // The first longest run of two zeros or more is written "::".
    private static string SerializeAddress(int[] pieces)
    {
        for (int length = 8; length >= 2; length--)
        {
            for (int start = 0; start + length <= 8; start++)
            {
                if (pieces.Skip(start).Take(length).All(p => p == 0))
                {
                    return Hex(pieces.Take(start)) + "::" + Hex(pieces.Skip(start + length));
                }
            }
        }

        return Hex(pieces);

        static string Hex(IEnumerable<int> groups) => string.Join(':', groups.Select(g => g.ToString("x", CultureInfo.InvariantCulture)));
    }
}
