using HiPerf.Ascii;

namespace HiPerf.Http1;

/// <summary>Checks uri-host with an optional port, as in Host, CONNECT and an absolute-form target.</summary>
/// <remarks>
/// <code>
/// Host        = uri-host [ ":" port ]                       ; RFC 9110 section 7.2
/// uri-host    = IP-literal / IPv4address / reg-name         ; RFC 3986 section 3.2.2, not empty here
/// port        = *DIGIT                                      ; to 65535
/// </code>
/// An IP-literal is held to its octets and to one colon at least; whether the address is one is for whoever connects to it.
/// </remarks>
internal static class Authority
{
    /// <summary>Checks an authority, or the part of one that has arrived.</summary>
    /// <param name="authority">The octets.</param>
    /// <param name="whole">Whether its end has arrived.</param>
    /// <param name="portRequired">Whether a port must stand, as for CONNECT.</param>
    /// <returns>The first octet that no continuation can make valid (the length, where a whole authority ends too early), or −1.</returns>
    public static int Validate(ReadOnlySpan<byte> authority, bool whole, bool portRequired)
    {
        int host = authority.Length > 0 && authority[0] == (byte)'[' ? Literal(authority, whole) : Name(authority);
        if (host < 0)
        {
            return ~host;
        }

        if (host == authority.Length)
        {
            return whole && (host == 0 || portRequired) ? host : -1;
        }

        return host == 0 || authority[host] != (byte)':' ? host : Port(authority, host + 1, whole, portRequired);
    }

    // Answers where the host ends, or the complement of the offending octet.
    private static int Name(ReadOnlySpan<byte> authority)
    {
        int end = 0;
        while (end < authority.Length && authority[end] is not ((byte)':' or (byte)'@' or (byte)'/' or (byte)'?' or (byte)'[' or (byte)']')
            && ByteClasses.IsTarget(authority[end]))
        {
            end++;
        }

        return end;
    }

    private static int Literal(ReadOnlySpan<byte> authority, bool whole)
    {
        bool colon = false;
        for (int i = 1; i < authority.Length; i++)
        {
            byte octet = authority[i];
            if (octet == (byte)']')
            {
                return colon ? i + 1 : ~i;
            }

            colon |= octet == (byte)':';
            if (!char.IsAsciiHexDigit((char)octet) && octet is not ((byte)':' or (byte)'.'))
            {
                return ~i;
            }
        }

        return whole ? ~authority.Length : authority.Length;
    }

    private static int Port(ReadOnlySpan<byte> authority, int start, bool whole, bool required)
    {
        int port = 0;
        for (int i = start; i < authority.Length; i++)
        {
            int digit = authority[i] - '0';
            port = (port * 10) + digit;
            if ((uint)digit > 9 || port > ushort.MaxValue)
            {
                return i;
            }
        }

        return whole && required && start == authority.Length ? start : -1;
    }
}
