using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace HiPerf.Ftp;

/// <summary>Writes one command line; whatever would end the line early is refused before the first octet is written.</summary>
/// <remarks>
/// <code>
/// command-line = verb [ SP argument ] CRLF
/// </code>
/// RFC 959 section 5.3. A CR, LF or NUL in an argument throws; the octet 255 is doubled (RFC 854). There is no switch that lets them through.
/// A line is held to 4,096 octets, CRLF left out, the octets that are doubled counted twice.
/// </remarks>
public static class FtpCommandWriter
{
    /// <summary>Octets of the longest line, CRLF left out.</summary>
    public const int MaxLine = 4096;

    private const byte Iac = 0xFF;

    private static readonly SearchValues<byte> s_refused = SearchValues.Create([0, (byte)'\n', (byte)'\r']);

    /// <summary>Writes a command without argument.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="command">A registered command.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The command is Unknown.</exception>
    public static bool TryWrite(Span<byte> destination, FtpCommand command, out int written) => TryLine(destination, Verb(command), default, hasArgument: false, out written);

    /// <summary>Writes a command with its argument.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="command">A registered command.</param>
    /// <param name="argument">Any octets but CR, LF and NUL; may be empty.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The command is Unknown, the argument holds a CR, LF or NUL, or the line would be too long.</exception>
    public static bool TryWrite(Span<byte> destination, FtpCommand command, ReadOnlySpan<byte> argument, out int written) =>
        TryLine(destination, Verb(command), argument, hasArgument: true, out written);

    /// <inheritdoc cref="TryWrite(Span{byte}, FtpCommand, ReadOnlySpan{byte}, out int)"/>
    /// <remarks>The characters are written as UTF-8 (RFC 2640).</remarks>
    [SkipLocalsInit]
    public static bool TryWrite(Span<byte> destination, FtpCommand command, ReadOnlySpan<char> argument, out int written)
    {
        Span<byte> octets = stackalloc byte[MaxLine];
        return TryLine(destination, Verb(command), Encode(argument, octets), hasArgument: true, out written);
    }

    /// <summary>Writes a command that need not be registered, without argument.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="verb">A letter and then letters or digits, sixteen at most.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The verb is none.</exception>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<byte> verb, out int written) => TryLine(destination, Checked(verb), default, hasArgument: false, out written);

    /// <summary>Writes a command that need not be registered, with its argument.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="verb">A letter and then letters or digits, sixteen at most.</param>
    /// <param name="argument">Any octets but CR, LF and NUL; may be empty.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The verb is none, the argument holds a CR, LF or NUL, or the line would be too long.</exception>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument, out int written) =>
        TryLine(destination, Checked(verb), argument, hasArgument: true, out written);

    /// <summary>Writes a command without argument to a buffer writer, which is advanced once.</summary>
    /// <exception cref="ArgumentException">The command is Unknown.</exception>
    public static void Write(IBufferWriter<byte> output, FtpCommand command) => Line(output, Verb(command), default, hasArgument: false);

    /// <summary>Writes a command with its argument to a buffer writer, which is advanced once.</summary>
    /// <exception cref="ArgumentException">The command is Unknown, the argument holds a CR, LF or NUL, or the line would be too long.</exception>
    public static void Write(IBufferWriter<byte> output, FtpCommand command, ReadOnlySpan<byte> argument) => Line(output, Verb(command), argument, hasArgument: true);

    /// <inheritdoc cref="Write(IBufferWriter{byte}, FtpCommand, ReadOnlySpan{byte})"/>
    /// <remarks>The characters are written as UTF-8 (RFC 2640).</remarks>
    [SkipLocalsInit]
    public static void Write(IBufferWriter<byte> output, FtpCommand command, ReadOnlySpan<char> argument)
    {
        Span<byte> octets = stackalloc byte[MaxLine];
        Line(output, Verb(command), Encode(argument, octets), hasArgument: true);
    }

    /// <summary>Writes a command that need not be registered to a buffer writer, which is advanced once.</summary>
    /// <exception cref="ArgumentException">The verb is none, the argument holds a CR, LF or NUL, or the line would be too long.</exception>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument) => Line(output, Checked(verb), argument, hasArgument: true);

    /// <summary>Writes a command whose argument is a size or an offset: ALLO, REST.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="command">A registered command.</param>
    /// <param name="number">0 to 2^63-1.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The command is Unknown, or the number negative.</exception>
    public static bool TryWriteNumber(Span<byte> destination, FtpCommand command, long number, out int written)
    {
        if (number < 0)
        {
            FtpMisuse.BadNumber(number);
        }

        Span<byte> digits = stackalloc byte[20];
        _ = Utf8Formatter.TryFormat(number, digits, out int length);
        return TryLine(destination, Verb(command), digits[..length], hasArgument: true, out written);
    }

    /// <summary>Writes PORT. RFC 959 section 4.1.2.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="value">An IPv4 address and a port.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">There is no IPv4 address.</exception>
    public static bool TryWritePort(Span<byte> destination, in HostPort value, out int written)
    {
        Span<byte> argument = stackalloc byte[HostPortWriter.MaxLength];
        _ = HostPortWriter.TryWrite(argument, in value, out int length);
        return TryLine(destination, FtpCommands.Bytes(FtpCommand.Port), argument[..length], hasArgument: true, out written);
    }

    /// <summary>Writes EPRT. RFC 2428 section 2.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="value">An address and a port.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">There is no address.</exception>
    public static bool TryWriteExtendedPort(Span<byte> destination, in HostPort value, out int written)
    {
        Span<byte> argument = stackalloc byte[HostPortWriter.MaxLength];
        _ = HostPortWriter.TryWriteExtended(argument, in value, out int length);
        return TryLine(destination, FtpCommands.Bytes(FtpCommand.Eprt), argument[..length], hasArgument: true, out written);
    }

    private static ReadOnlySpan<byte> Verb(FtpCommand command)
    {
        ReadOnlySpan<byte> verb = FtpCommands.Bytes(command);
        if (verb.IsEmpty)
        {
            FtpMisuse.UnknownCommand();
        }

        return verb;
    }

    private static ReadOnlySpan<byte> Checked(ReadOnlySpan<byte> verb)
    {
        bool isVerb = verb.Length is > 0 and <= FtpCommandParser.MaxVerb && char.IsAsciiLetter((char)verb[0]);
        foreach (byte octet in verb)
        {
            isVerb &= char.IsAsciiLetterOrDigit((char)octet);
        }

        if (!isVerb)
        {
            FtpMisuse.BadVerb();
        }

        return verb;
    }

    private static ReadOnlySpan<byte> Encode(ReadOnlySpan<char> argument, Span<byte> octets)
    {
        OperationStatus status = Utf8.FromUtf16(argument, octets, out _, out int written, replaceInvalidSequences: false);
        if (status == OperationStatus.DestinationTooSmall)
        {
            FtpMisuse.LongCommand();
        }

        if (status != OperationStatus.Done)
        {
            FtpMisuse.BadCharacters();
        }

        return octets[..written];
    }

    private static void Line(IBufferWriter<byte> output, ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument, bool hasArgument)
    {
        ArgumentNullException.ThrowIfNull(output);
        int length = Measure(verb, argument, hasArgument);
        UncheckedWrite(output.GetSpan(length), verb, argument, hasArgument);
        output.Advance(length);
    }

    private static bool TryLine(Span<byte> destination, ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument, bool hasArgument, out int written)
    {
        int length = Measure(verb, argument, hasArgument);
        bool fits = destination.Length >= length;
        if (fits)
        {
            UncheckedWrite(destination, verb, argument, hasArgument);
        }

        written = fits ? length : 0;
        return fits;
    }

    private static int Measure(ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument, bool hasArgument)
    {
        if (argument.ContainsAny(s_refused))
        {
            FtpMisuse.BadArgument();
        }

        int length = argument.Length > MaxLine ? int.MaxValue : verb.Length + (hasArgument ? 1 : 0) + argument.Length + argument.Count(Iac);
        if (length > MaxLine)
        {
            FtpMisuse.LongCommand();
        }

        return length + 2;
    }

    private static void UncheckedWrite(Span<byte> destination, ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument, bool hasArgument)
    {
        verb.CopyTo(destination);
        int at = verb.Length;
        if (hasArgument)
        {
            destination[at++] = (byte)' ';
            at += FtpOctets.Double(argument, destination[at..]);
        }

        "\r\n"u8.CopyTo(destination[at..]);
    }
}
