using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Reads an IPv4 address as web browsers do, and writes it as four decimal octets.</summary>
/// <remarks>
/// The WHATWG URL standard, sections 3.5 (ends-in-a-number checker, IPv4 parser) and 3.6: one to four parts, each decimal, octal after a leading 0, or
/// hexadecimal after 0x; the last part fills what is left of 32 bits. The strict form of RFC 3986 is <see cref="IsDottedDecimal"/>.
/// </remarks>
internal static class UrlIPv4
{
    /// <summary>Whether a domain must be read as an address: its last label is a number.</summary>
    internal static bool EndsInNumber(ReadOnlySpan<byte> domain)
    {
        if (domain.Length > 0 && domain[^1] == '.')
        {
            domain = domain[..^1];
        }

        var last = domain[(domain.LastIndexOf((byte)'.') + 1)..];
        if (last.IsEmpty || !UrlBytes.IsDigit(last[0]))
        {
            return false;
        }

        return last.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 || TryParseNumber(last, out _);
    }

    /// <summary>Reads one to four numbers.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out uint address)
    {
        address = 0;
        if (text.Length > 0 && text[^1] == '.')
        {
            text = text[..^1];
        }

        var high = 0UL;
        for (var part = 0; part < 4; part++)
        {
            var dot = text.IndexOf((byte)'.');
            if (!TryParseNumber(dot < 0 ? text : text[..dot], out var value))
            {
                return false;
            }

            if (dot < 0)
            {
                var bits = 32 - (8 * part);
                if (value >= 1UL << bits)
                {
                    return false;
                }

                address = (uint)((high << bits) | value);
                return true;
            }

            if (value > 255)
            {
                return false;
            }

            high = (high << 8) | value;
            text = text[(dot + 1)..];
        }

        return false;
    }

    /// <summary>Writes four decimal octets.</summary>
    /// <param name="address">The address.</param>
    /// <param name="destination">At least 15 octets.</param>
    /// <returns>Octets written.</returns>
    internal static int Format(uint address, Span<byte> destination)
    {
        var written = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            System.Buffers.Text.Utf8Formatter.TryFormat((byte)(address >> shift), destination[written..], out var digits);
            written += digits;
            if (shift > 0)
            {
                destination[written++] = (byte)'.';
            }
        }

        return written;
    }

    /// <summary>Whether the octets are RFC 3986 IPv4address: four dec-octets without leading zeros.</summary>
    internal static bool IsDottedDecimal(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 7 or > 15 || !UrlBytes.IsDigit(text[0]))
        {
            return false;
        }

        for (var part = 0; part < 4; part++)
        {
            var dot = part < 3 ? text.IndexOf((byte)'.') : text.Length;
            if (dot is < 1 or > 3 || (dot > 1 && text[0] == '0'))
            {
                return false;
            }

            var value = 0;
            foreach (var octet in text[..dot])
            {
                if (!UrlBytes.IsDigit(octet))
                {
                    return false;
                }

                value = (value * 10) + octet - '0';
            }

            if (value > 255)
            {
                return false;
            }

            if (part < 3)
            {
                text = text[(dot + 1)..];
            }
        }

        return true;
    }

    // Saturates beyond 32 bits: every such number is refused by its caller, or only asked whether it is one.
    private static bool TryParseNumber(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        var radix = 10u;
        if (text.Length >= 2 && text[0] == '0')
        {
            radix = (text[1] | 0x20) == 'x' ? 16u : 8u;
            text = text[(radix == 16 ? 2 : 1)..];
        }

        foreach (var octet in text)
        {
            var digit = UrlBytes.HexValue(octet);
            if ((uint)digit >= radix)
            {
                return false;
            }

            value = Math.Min((value * radix) + (uint)digit, 1UL << 33);
        }

        return true;
    }
}
