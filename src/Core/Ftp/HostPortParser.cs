using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>Reads where a data connection goes: the arguments of PORT and EPRT, the texts of the replies 227 and 229.</summary>
/// <remarks>
/// <code>
/// host-port = number "," number "," number "," number "," number "," number      ; RFC 959 section 5.3.2, each 0 to 255
/// eprt      = d net-prt d net-addr d tcp-port d                                  ; RFC 2428 section 2, d = %x21-7E, one and the same
/// 229-text  = *CHAR "(" d d d tcp-port d ")" *CHAR                               ; RFC 2428 section 3
/// 227-text  = *CHAR "(" host-port ")" *CHAR / *CHAR host-port *CHAR              ; RFC 1123 section 4.1.2.6
/// </code>
/// Each reads a whole value. Port 0 is refused everywhere. What the address is worth is not judged here.
/// </remarks>
public static class HostPortParser
{
    private static readonly SearchValues<byte> s_starts = SearchValues.Create("(0123456789"u8);

    /// <summary>Reads the argument of PORT.</summary>
    /// <param name="argument">All of it.</param>
    /// <param name="value">Address and port; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadHostPort, BadDataPort; Position is the first offending octet, the length where the value ends too early.</returns>
    public static ParseResult ParsePort(ReadOnlySpan<byte> argument, out HostPort value)
    {
        int at = 0;
        ParseError error = ReadNumbers(argument, ref at, out value);
        if (error == ParseError.None && at != argument.Length)
        {
            error = ParseError.BadHostPort;
        }

        return Answer(error, at, argument.Length, ref value);
    }

    /// <summary>Reads the text of a 227 reply, with parentheses around the numbers or without.</summary>
    /// <param name="text">The reply's text, code left out.</param>
    /// <param name="value">Address and port; default unless Done.</param>
    /// <returns>Done: all octets consumed; MissingParentheses among the deviations where the first digit stands before the first parenthesis.
    /// InvalidData: BadHostPort, BadDataPort.</returns>
    public static ParseResult ParsePassive(ReadOnlySpan<byte> text, out HostPort value)
    {
        int at = text.IndexOfAny(s_starts);
        if (at < 0)
        {
            value = default;
            return ParseResult.Invalid(ParseError.BadHostPort, text.Length);
        }

        int start = at;
        bool isEnclosed = text[at] == (byte)'(';
        at += isEnclosed ? 1 : 0;
        ParseError error = ReadNumbers(text, ref at, out value);
        if (error == ParseError.None && (isEnclosed ? at == text.Length || text[at] != (byte)')' : at < text.Length && text[at] == (byte)','))
        {
            error = ParseError.BadHostPort;
        }

        ParseResult result = Answer(error, at, text.Length, ref value);
        return isEnclosed || !result.IsDone ? result : ParseResult.Done(text.Length, Deviations.MissingParentheses, start);
    }

    /// <summary>Reads the text of a 229 reply.</summary>
    /// <param name="text">The reply's text, code left out.</param>
    /// <param name="value">A port without address; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadExtendedPort, BadDataPort.</returns>
    public static ParseResult ParseExtendedPassive(ReadOnlySpan<byte> text, out HostPort value)
    {
        value = default;
        int at = text.IndexOf((byte)'(') + 1;
        if (at == 0)
        {
            return ParseResult.Invalid(ParseError.BadExtendedPort, text.Length);
        }

        byte delimiter = at < text.Length ? text[at] : (byte)0;
        if (delimiter is < 0x21 or > 0x7E)
        {
            return ParseResult.Invalid(ParseError.BadExtendedPort, at);
        }

        int begin = at;
        while (at < begin + 3)
        {
            if (at == text.Length || text[at] != delimiter)
            {
                return ParseResult.Invalid(ParseError.BadExtendedPort, at);
            }

            at++;
        }

        ParseError error = ReadPort(text, ref at, delimiter, ParseError.BadExtendedPort, out int port);
        if (error == ParseError.None)
        {
            value = HostPort.FromPort(port);
            error = at == text.Length || text[at] != (byte)')' ? ParseError.BadExtendedPort : ParseError.None;
        }

        return Answer(error, at, text.Length, ref value);
    }

    /// <summary>Reads the argument of EPRT.</summary>
    /// <param name="argument">All of it.</param>
    /// <param name="value">Address and port; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadExtendedAddress, BadDataPort, and UnsupportedNetworkProtocol, which a server answers with 522.</returns>
    public static ParseResult ParseExtendedPort(ReadOnlySpan<byte> argument, out HostPort value)
    {
        value = default;
        byte delimiter = argument.IsEmpty ? (byte)0 : argument[0];
        int at = 1;
        if (delimiter is < 0x21 or > 0x7E)
        {
            return ParseResult.Invalid(ParseError.BadExtendedAddress, 0);
        }

        ParseError error = ReadProtocol(argument, ref at, delimiter, out bool isIPv4);
        UInt128 address = default;
        int port = 0;
        if (error == ParseError.None)
        {
            error = ReadAddress(argument, ref at, delimiter, isIPv4, out address);
        }

        if (error == ParseError.None)
        {
            error = ReadPort(argument, ref at, delimiter, ParseError.BadExtendedAddress, out port);
        }

        if (error == ParseError.None)
        {
            value = isIPv4 ? HostPort.FromIPv4((uint)address, port) : HostPort.FromIPv6(address, port);
            error = at != argument.Length ? ParseError.BadExtendedAddress : ParseError.None;
        }

        return Answer(error, at, argument.Length, ref value);
    }

    private static ParseResult Answer(ParseError error, int at, int length, ref HostPort value)
    {
        if (error == ParseError.None)
        {
            return ParseResult.Done(length);
        }

        value = default;
        return ParseResult.Invalid(error, at);
    }

    private static ParseError ReadNumbers(ReadOnlySpan<byte> text, ref int at, out HostPort value)
    {
        value = default;
        ulong numbers = 0;
        for (int i = 0; i < 6; i++)
        {
            if (i > 0)
            {
                if (at == text.Length || text[at] != (byte)',')
                {
                    return ParseError.BadHostPort;
                }

                at++;
            }

            if (!FtpOctets.TryReadNumber(text, ref at, 3, 255, out long number))
            {
                return ParseError.BadHostPort;
            }

            numbers = (numbers << 8) | (byte)number;
        }

        if ((ushort)numbers == 0)
        {
            return ParseError.BadDataPort;
        }

        // A digit behind the sixth number would have been read as a part of it, or refused.
        value = HostPort.FromIPv4((uint)(numbers >> 16), (ushort)numbers);
        return ParseError.None;
    }

    // The port and the delimiter behind it.
    private static ParseError ReadPort(ReadOnlySpan<byte> text, ref int at, byte delimiter, ParseError otherwise, out int port)
    {
        port = 0;
        int start = at;
        while (at < text.Length && text[at] != delimiter && char.IsAsciiDigit((char)text[at]))
        {
            port = (port * 10) + text[at] - '0';
            if (at - start == 5 || port > ushort.MaxValue)
            {
                return ParseError.BadDataPort;
            }

            at++;
        }

        if (at == start || at == text.Length || text[at] != delimiter)
        {
            return otherwise;
        }

        if (port == 0)
        {
            return ParseError.BadDataPort;
        }

        at++;
        return ParseError.None;
    }

    private static ParseError ReadProtocol(ReadOnlySpan<byte> text, ref int at, byte delimiter, out bool isIPv4)
    {
        byte first = at < text.Length && text[at] != delimiter ? text[at] : (byte)0;
        isIPv4 = first == (byte)'1';
        if (first is not ((byte)'1' or (byte)'2'))
        {
            return char.IsAsciiDigit((char)first) ? ParseError.UnsupportedNetworkProtocol : ParseError.BadExtendedAddress;
        }

        at++;
        if (at == text.Length || text[at] != delimiter)
        {
            return at < text.Length && char.IsAsciiDigit((char)text[at]) ? ParseError.UnsupportedNetworkProtocol : ParseError.BadExtendedAddress;
        }

        at++;
        return ParseError.None;
    }

    // The address and the delimiter behind it.
    private static ParseError ReadAddress(ReadOnlySpan<byte> text, ref int at, byte delimiter, bool isIPv4, out UInt128 address)
    {
        ReadOnlySpan<byte> rest = text[at..];
        int length = rest.IndexOf(delimiter);
        ReadOnlySpan<byte> field = length < 0 ? rest : rest[..length];
        bool isAddress = isIPv4 ? NetworkAddressReader.TryReadIPv4(field, out address, out int end) : NetworkAddressReader.TryReadIPv6(field, out address, out end);
        at += end;
        if (!isAddress || length < 0)
        {
            return ParseError.BadExtendedAddress;
        }

        at++;
        return ParseError.None;
    }
}
