using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>The octets of cookies, by the grammar for servers and by what user agents let pass.</summary>
/// <remarks>
/// <code>
/// cookie-value = *cookie-octet / ( DQUOTE *cookie-octet DQUOTE )
/// cookie-octet = %x21 / %x23-2B / %x2D-3A / %x3C-5B / %x5D-7E
/// av-octet     = %x20-3A / %x3C-7E
/// domain-value = label *( "." label )
/// </code>
/// RFC 6265bis section 4.1.1, RFC 1034 section 3.5 as changed by RFC 1123 section 2.1. Controls but HTAB spoil a cookie everywhere (section 5.6).
/// </remarks>
internal static class CookieOctets
{
    private static readonly SearchValues<byte> s_controls = SearchValues.Create([.. All().Where(ByteClasses.IsControl)]);

    private static readonly SearchValues<byte> s_value = SearchValues.Create([.. All().Where(o => o is > 0x20 and < 0x7F && !"\",;\\"u8.Contains(o))]);

    private static readonly SearchValues<byte> s_attribute = SearchValues.Create([.. All().Where(o => o is >= 0x20 and < 0x7F and not (byte)';')]);

    private static readonly SearchValues<byte> s_label = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    /// <summary>The first control octet other than HTAB, or −1.</summary>
    public static int FindControl(ReadOnlySpan<byte> octets) => octets.IndexOfAny(s_controls);

    public static bool IsName(ReadOnlySpan<byte> octets) => Http1.FieldOctets.IsToken(octets);

    public static bool IsValue(ReadOnlySpan<byte> octets)
    {
        if (octets.Length >= 2 && octets[0] == (byte)'"' && octets[^1] == (byte)'"')
        {
            octets = octets[1..^1];
        }

        return !octets.ContainsAnyExcept(s_value);
    }

    public static bool IsAttribute(ReadOnlySpan<byte> octets) => !octets.ContainsAnyExcept(s_attribute);

    public static bool IsDomain(ReadOnlySpan<byte> octets)
    {
        while (true)
        {
            int dot = octets.IndexOf((byte)'.');
            ReadOnlySpan<byte> label = dot < 0 ? octets : octets[..dot];
            if (label.IsEmpty || label.Length > 63 || label[0] == (byte)'-' || label[^1] == (byte)'-' || label.ContainsAnyExcept(s_label))
            {
                return false;
            }

            if (dot < 0)
            {
                return true;
            }

            octets = octets[(dot + 1)..];
        }
    }

    public static bool IsWhiteSpace(byte octet) => octet is (byte)' ' or (byte)'\t';

    /// <summary>Moves both ends of a range past the white space within it.</summary>
    public static void Trim(ReadOnlySpan<byte> octets, ref int start, ref int end)
    {
        while (start < end && IsWhiteSpace(octets[start]))
        {
            start++;
        }

        while (end > start && IsWhiteSpace(octets[end - 1]))
        {
            end--;
        }
    }

    private static IEnumerable<byte> All() => Enumerable.Range(0, 256).Select(octet => (byte)octet);
}
