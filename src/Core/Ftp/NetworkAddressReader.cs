namespace HiPerf.Ftp;

/// <summary>Reads the addresses of EPRT. RFC 2428 section 2.</summary>
internal static class NetworkAddressReader
{
    /// <summary>Four numbers of 0 to 255 with dots between them, no leading zeros.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="address">The four octets in network order.</param>
    /// <param name="at">The octet that spoils it; the length where it is one.</param>
    public static bool TryReadIPv4(ReadOnlySpan<byte> text, out UInt128 address, out int at)
    {
        uint value = 0;
        at = 0;
        address = default;
        for (int i = 0; i < 4; i++)
        {
            if (i > 0)
            {
                if (at == text.Length || text[at] != (byte)'.')
                {
                    return false;
                }

                at++;
            }

            // A leading zero is a number of its own: some readers would take more digits for octal ones.
            int digits = at < text.Length && text[at] == (byte)'0' ? 1 : 3;
            if (!FtpOctets.TryReadNumber(text, ref at, digits, 255, out long number))
            {
                return false;
            }

            value = (value << 8) | (byte)number;
        }

        address = value;
        return at == text.Length;
    }

    /// <summary>An address of RFC 4291 section 2.2.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="address">The sixteen octets in network order.</param>
    /// <param name="end">The octet that spoils it; the length where it is one.</param>
    public static bool TryReadIPv6(ReadOnlySpan<byte> text, out UInt128 address, out int end)
    {
        address = default;
        Span<ushort> pieces = stackalloc ushort[8];
        Span<byte> bracketed = stackalloc byte[64];

        // The reader of URLs' addresses ends at a bracket; none is as long as this.
        int length = Math.Min(text.Length, bracketed.Length - 1);
        text[..length].CopyTo(bracketed);
        bracketed[length] = (byte)']';
        if (!UrlIPv6.TryParse(bracketed[..(length + 1)], pieces, out end) || end != text.Length)
        {
            return false;
        }

        foreach (ushort piece in pieces)
        {
            address = (address << 16) | piece;
        }

        return true;
    }
}
