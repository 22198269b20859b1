using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>Reads a node as far as it goes.</summary>
/// <remarks>
/// <code>
/// node      = nodename [ ":" node-port ]
/// nodename  = IPv4address / "[" IPv6address "]" / "unknown" / obfnode
/// obfnode   = "_" 1*( ALPHA / DIGIT / "." / "_" / "-" )
/// node-port = 1*5DIGIT / "_" 1*( ALPHA / DIGIT / "." / "_" / "-" )
/// </code>
/// RFC 7239 section 6. Stricter than that: a port is at most 65535.
/// </remarks>
internal static class ForwardedNodeScanner
{
    private static readonly SearchValues<byte> s_obfuscated = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"u8);

    /// <summary>Reads a node.</summary>
    /// <param name="value">The octets, which end where the node may end, or behind.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="node">The node; meant only where one was read.</param>
    /// <param name="at">The first octet that does not belong to it.</param>
    /// <returns>False when no node ends there: no continuation that has the octet at <paramref name="at"/> is one.</returns>
    public static bool TryScan(ReadOnlySpan<byte> value, int start, out ForwardedNode node, out int at)
    {
        node = default;
        at = start;
        ForwardedNodeKind kind = ScanName(value, ref at);
        if (kind == ForwardedNodeKind.None)
        {
            return false;
        }

        int nameEnd = at;
        int port = -1;
        if (at < value.Length && value[at] == (byte)':')
        {
            at++;
            if (!ScanPort(value, ref at, ref port))
            {
                return false;
            }
        }

        int portStart = Math.Min(nameEnd + 1, at);
        node = new ForwardedNode(kind, start, nameEnd - start, portStart, at - portStart, port);
        return true;
    }

    private static ForwardedNodeKind ScanName(ReadOnlySpan<byte> value, ref int at)
    {
        if (at == value.Length)
        {
            return ForwardedNodeKind.None;
        }

        switch (value[at])
        {
            case (byte)'[':
                Span<ushort> pieces = stackalloc ushort[8];
                bool isAddress = UrlIPv6.TryParse(value[(at + 1)..], pieces, out int position);
                at += 1 + position + (isAddress ? 1 : 0);
                return isAddress ? ForwardedNodeKind.IPv6 : ForwardedNodeKind.None;
            case (byte)'_':
                return ScanObfuscated(value, ref at) ? ForwardedNodeKind.Obfuscated : ForwardedNodeKind.None;
            case (byte)'u' or (byte)'U':
                return ScanUnknown(value, ref at) ? ForwardedNodeKind.Unknown : ForwardedNodeKind.None;
            default:
                return ScanIPv4(value, ref at) ? ForwardedNodeKind.IPv4 : ForwardedNodeKind.None;
        }
    }

    // dec-octet "." dec-octet "." dec-octet "." dec-octet, without leading zeros.
    private static bool ScanIPv4(ReadOnlySpan<byte> value, ref int at)
    {
        for (int part = 0; part < 4; part++)
        {
            if (part > 0)
            {
                if (at == value.Length || value[at] != (byte)'.')
                {
                    return false;
                }

                at++;
            }

            int start = at;
            int number = 0;
            while (at < value.Length && UrlBytes.IsDigit(value[at]))
            {
                number = (number * 10) + value[at] - '0';
                if (number > 255 || (at > start && value[start] == (byte)'0'))
                {
                    return false;
                }

                at++;
            }

            if (at == start)
            {
                return false;
            }
        }

        return true;
    }

    private static bool ScanUnknown(ReadOnlySpan<byte> value, ref int at)
    {
        foreach (byte letter in "unknown"u8)
        {
            if (at == value.Length || (value[at] | 0x20) != letter)
            {
                return false;
            }

            at++;
        }

        return true;
    }

    private static bool ScanObfuscated(ReadOnlySpan<byte> value, ref int at)
    {
        int start = at + 1;
        int length = value[start..].IndexOfAnyExcept(s_obfuscated);
        at = length < 0 ? value.Length : start + length;
        return at > start;
    }

    private static bool ScanPort(ReadOnlySpan<byte> value, ref int at, ref int port)
    {
        if (at < value.Length && value[at] == (byte)'_')
        {
            return ScanObfuscated(value, ref at);
        }

        int start = at;
        int number = 0;
        while (at < value.Length && at - start < 5 && UrlBytes.IsDigit(value[at]))
        {
            number = (number * 10) + value[at] - '0';
            if (number > ushort.MaxValue)
            {
                return false;
            }

            at++;
        }

        port = number;
        return at > start;
    }
}
