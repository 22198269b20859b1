using System.Text;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>IPv6address and IPv4address of RFC 3986 section 3.2.2, and the first octet at which no continuation is one: the octet behind the longest beginning that some end completes.</summary>
internal static class ReferenceAddress
{
    // One of these completes every beginning of an address that can be completed.
    private static readonly string[] s_ends =
    [
        "", ":", ".0", ".0.0", ".0.0.0", "0.0", "0.0.0",
        .. Enumerable.Range(1, 7).Select(n => string.Concat(Enumerable.Repeat(":0", n))),
        .. Enumerable.Range(0, 8).Select(n => "0" + string.Concat(Enumerable.Repeat(":0", n))),
    ];

    /// <summary>Reads up to the closing bracket; where there is no address, <paramref name="at"/> ends at what offends.</summary>
    public static bool Read(byte[] octets, int length, ref int at)
    {
        int end = at;
        while (end < length && (IsHex((char)octets[end]) || octets[end] is (byte)':' or (byte)'.'))
        {
            end++;
        }

        string text = Encoding.Latin1.GetString(octets, at, end - at);
        if (end < length && octets[end] == ']' && IsAddress(text))
        {
            at = end;
            return true;
        }

        // What is no beginning has none behind it either: halve.
        int begins = 0;
        int beyond = text.Length + 1;
        while (beyond - begins > 1)
        {
            int middle = (begins + beyond) / 2;
            bool completes = middle < 46 && s_ends.Any(e => IsAddress(text[..middle] + e));
            (begins, beyond) = completes ? (middle, beyond) : (begins, middle);
        }

        at += begins;
        return false;
    }

    /// <summary>IPv4address = dec-octet "." dec-octet "." dec-octet "." dec-octet</summary>
    public static bool IsDotted(ReadOnlySpan<byte> octets)
    {
        if (octets.Length is < 7 or > 15)
        {
            return false;
        }

        string[] parts = Encoding.Latin1.GetString(octets).Split('.');
        return parts.Length == 4 && parts.All(p => p.Length is >= 1 and <= 3 && p.All(IsDigit) && int.Parse(p) <= 255 && (p.Length == 1 || p[0] != '0'));
    }
}
