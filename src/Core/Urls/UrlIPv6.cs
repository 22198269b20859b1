using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Reads and writes the text form of an IPv6 address.</summary>
/// <remarks>
/// RFC 3986 section 3.2.2, which the WHATWG parser equals:
/// <code>
/// IPv6address = 8 groups of h16, or up to 7 with one "::"; the last two may be an IPv4address
/// h16         = 1*4HEXDIG
/// dec-octet   = 0 to 255 without leading zeros
/// </code>
/// No zone identifier: RFC 9844 took RFC 6874 back. Written as RFC 5952 section 4, without dotted quads.
/// </remarks>
internal static class UrlIPv6
{
    /// <summary>Reads an address up to its closing bracket.</summary>
    /// <param name="text">What follows the opening bracket.</param>
    /// <param name="pieces">Eight places for the groups.</param>
    /// <param name="position">Done: the bracket. Else: the first octet at which no continuation is an address.</param>
    internal static bool TryParse(ReadOnlySpan<byte> text, Span<ushort> pieces, out int position)
    {
        pieces.Clear();
        var i = 0;
        var count = 0;
        var compress = -1;
        if (text.Length > 0 && text[0] == ':')
        {
            i = 1;
            if (text.Length < 2 || text[1] != ':')
            {
                return Fail(i, out position);
            }

            compress = 0;
            i = 2;
        }

        // A "::" stands for one group at least: with it, seven groups are the most.
        while (i < text.Length && text[i] != ']')
        {
            var limit = compress >= 0 ? 7 : 8;
            if (count == limit)
            {
                return Fail(i, out position);
            }

            if (text[i] == ':')
            {
                if (compress >= 0 || count == 0 || text[i - 1] != ':')
                {
                    return Fail(i, out position);
                }

                compress = count;
                i++;
                continue;
            }

            var start = i;
            var value = 0;
            while (i < text.Length && i - start < 4 && UrlBytes.HexValue(text[i]) is >= 0 and var digit)
            {
                value = (value << 4) | digit;
                i++;
            }

            if (i == start)
            {
                return Fail(i, out position);
            }

            if (i < text.Length && text[i] == '.')
            {
                return TryParseDotted(text, start, i, pieces, count, compress, out position);
            }

            pieces[count++] = (ushort)value;
            if (i == text.Length || text[i] == ']')
            {
                break;
            }

            if (text[i] != ':')
            {
                return Fail(i, out position);
            }

            if (count == limit)
            {
                return Fail(i, out position);
            }

            i++;
            if (i < text.Length && text[i] == ']')
            {
                return Fail(i, out position);
            }
        }

        return Finish(text, i, pieces, count, compress, out position);
    }

    /// <summary>Writes an address without brackets.</summary>
    /// <param name="pieces">Its eight groups.</param>
    /// <param name="destination">At least 39 octets.</param>
    /// <returns>Octets written.</returns>
    internal static int Format(ReadOnlySpan<ushort> pieces, Span<byte> destination)
    {
        var (zeros, run) = LongestZeros(pieces);
        var written = 0;
        for (var i = 0; i < 8; i++)
        {
            if (i == zeros)
            {
                destination[written++] = (byte)':';
                if (i == 0)
                {
                    destination[written++] = (byte)':';
                }

                i += run - 1;
                continue;
            }

            System.Buffers.Text.Utf8Formatter.TryFormat(pieces[i], destination[written..], out var digits, new System.Buffers.StandardFormat('x'));
            written += digits;
            if (i < 7)
            {
                destination[written++] = (byte)':';
            }
        }

        return written;
    }

    private static bool TryParseDotted(ReadOnlySpan<byte> text, int start, int dot, Span<ushort> pieces, int count, int compress, out int position)
    {
        if (compress >= 0 ? count > 5 : count != 6)
        {
            return Fail(dot, out position);
        }

        if (dot - start > 3 || (dot - start > 1 && text[start] == '0'))
        {
            return Fail(dot, out position);
        }

        var octet = 0;
        for (var i = start; i < dot; i++)
        {
            if (!UrlBytes.IsDigit(text[i]))
            {
                return Fail(dot, out position);
            }

            octet = (octet * 10) + text[i] - '0';
        }

        if (octet > 255)
        {
            return Fail(dot, out position);
        }

        var address = (uint)octet;
        var at = dot;
        for (var part = 1; part < 4; part++)
        {
            if (at == text.Length || text[at] != '.')
            {
                return Fail(at, out position);
            }

            var first = ++at;
            octet = 0;
            while (at < text.Length && UrlBytes.IsDigit(text[at]))
            {
                if (at > first && octet == 0)
                {
                    return Fail(at, out position);
                }

                octet = (octet * 10) + text[at] - '0';
                if (octet > 255)
                {
                    return Fail(at, out position);
                }

                at++;
            }

            if (at == first)
            {
                return Fail(at, out position);
            }

            address = (address << 8) | (uint)octet;
        }

        pieces[count++] = (ushort)(address >> 16);
        pieces[count++] = (ushort)address;
        return Finish(text, at, pieces, count, compress, out position);
    }

    private static bool Finish(ReadOnlySpan<byte> text, int at, Span<ushort> pieces, int count, int compress, out int position)
    {
        position = at;
        if (at == text.Length || text[at] != ']')
        {
            return false;
        }

        if (compress < 0)
        {
            return count == 8;
        }

        var tail = count - compress;
        pieces.Slice(compress, tail).CopyTo(pieces[(8 - tail)..]);
        pieces[compress..(8 - tail)].Clear();
        return true;
    }

    private static (int Start, int Length) LongestZeros(ReadOnlySpan<ushort> pieces)
    {
        var best = (Start: -1, Length: 1);
        for (var i = 0; i < 8; i++)
        {
            var end = i;
            while (end < 8 && pieces[end] == 0)
            {
                end++;
            }

            if (end - i > best.Length)
            {
                best = (i, end - i);
            }

            if (end > i)
            {
                i = end;
            }
        }

        return best;
    }

    private static bool Fail(int at, out int position)
    {
        position = at;
        return false;
    }
}
