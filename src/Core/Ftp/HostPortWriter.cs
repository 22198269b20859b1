using System.Buffers.Text;

namespace HiPerf.Ftp;

/// <summary>Writes where a data connection goes: the arguments of PORT and EPRT, and what stands in the parentheses of 227 and 229.</summary>
/// <remarks>RFC 959 section 5.3.2, RFC 2428 sections 2 and 3. The delimiter is always the bar, IPv6 addresses as RFC 5952 has them.</remarks>
public static class HostPortWriter
{
    /// <summary>Octets of the longest form: EPRT with an IPv6 address.</summary>
    public const int MaxLength = 50;

    /// <summary>Writes six numbers: the argument of PORT, and what 227 has in its parentheses.</summary>
    /// <param name="destination">Up to 23 octets are needed.</param>
    /// <param name="value">An IPv4 address and a port.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">There is no IPv4 address.</exception>
    public static bool TryWrite(Span<byte> destination, in HostPort value, out int written)
    {
        if (!value.IsIPv4)
        {
            FtpMisuse.BadFamily();
        }

        Span<byte> text = stackalloc byte[MaxLength];
        ulong numbers = ((ulong)value.IPv4 << 16) | value.Port;
        int length = 0;
        for (int shift = 40; shift >= 0; shift -= 8)
        {
            length += Number(text[length..], (byte)(numbers >> shift));
            text[length++] = (byte)',';
        }

        return Copy(text[..(length - 1)], destination, out written);
    }

    /// <summary>Writes the argument of EPRT.</summary>
    /// <param name="destination">Up to 50 octets are needed.</param>
    /// <param name="value">An address and a port.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">There is no address.</exception>
    public static bool TryWriteExtended(Span<byte> destination, in HostPort value, out int written)
    {
        if (!value.HasAddress)
        {
            FtpMisuse.BadFamily();
        }

        Span<byte> text = stackalloc byte[MaxLength];
        (value.IsIPv4 ? "|1|"u8 : "|2|"u8).CopyTo(text);
        int length = 3;
        length += value.IsIPv4 ? UrlIPv4.Format(value.IPv4, text[length..]) : IPv6(value.Address, text[length..]);
        text[length++] = (byte)'|';
        length += Number(text[length..], value.Port);
        text[length++] = (byte)'|';
        return Copy(text[..length], destination, out written);
    }

    /// <summary>Writes what 229 has in its parentheses.</summary>
    /// <param name="destination">Up to 9 octets are needed.</param>
    /// <param name="value">A port; an address is left out.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is <c>default</c> and has no port.</exception>
    public static bool TryWriteExtendedPassive(Span<byte> destination, in HostPort value, out int written)
    {
        if (value.Port == 0)
        {
            FtpMisuse.BadPort(0);
        }

        Span<byte> text = stackalloc byte[MaxLength];
        "|||"u8.CopyTo(text);
        int length = 3 + Number(text[3..], value.Port);
        text[length++] = (byte)'|';
        return Copy(text[..length], destination, out written);
    }

    private static int IPv6(UInt128 address, Span<byte> text)
    {
        Span<ushort> pieces = stackalloc ushort[8];
        for (int i = 0; i < 8; i++)
        {
            pieces[i] = (ushort)(address >> (112 - (16 * i)));
        }

        return UrlIPv6.Format(pieces, text);
    }

    private static int Number(Span<byte> text, int number)
    {
        _ = Utf8Formatter.TryFormat(number, text, out int length);
        return length;
    }

    private static bool Copy(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        bool fits = text.TryCopyTo(destination);
        written = fits ? text.Length : 0;
        return fits;
    }
}
