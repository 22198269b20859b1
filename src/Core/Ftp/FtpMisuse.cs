using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Ftp;

/// <summary>What the writers of the control connection throw at a caller; the value itself stays out of the text: it may be a password.</summary>
internal static class FtpMisuse
{
    [DoesNotReturn]
    public static void BadVerb() => throw new ArgumentException("A verb is a letter and then letters or digits, sixteen at most (RFC 959 section 5.3).", "verb");

    [DoesNotReturn]
    public static void UnknownCommand() => throw new ArgumentException("Unknown is no command; name the verb.", "command");

    [DoesNotReturn]
    public static void BadArgument() => throw new ArgumentException("An argument holds no CR, LF or NUL (RFC 959 section 5.3).", "argument");

    [DoesNotReturn]
    public static void BadCharacters() => throw new ArgumentException("The text holds half a surrogate pair.", "argument");

    [DoesNotReturn]
    public static void LongCommand() => throw new ArgumentException("A command line is 4,096 octets at most: a server might take the rest of a longer one for another command.", "argument");

    [DoesNotReturn]
    public static void BadNumber(long number) => throw new ArgumentOutOfRangeException(nameof(number), number, "A size or an offset is 0 to 2^63-1.");

    [DoesNotReturn]
    public static void BadText() => throw new ArgumentException("A text holds no CR, LF or NUL (RFC 959 section 4.2).", "text");

    [DoesNotReturn]
    public static void BadReplyCode(int code) => throw new ArgumentOutOfRangeException(nameof(code), code, "A reply code is 100 to 599 (RFC 959 section 4.2).");

    [DoesNotReturn]
    public static void BadPort(int port) => throw new ArgumentOutOfRangeException(nameof(port), port, "The port of a data connection is 1 to 65535.");

    [DoesNotReturn]
    public static void BadAddress() => throw new ArgumentException("An address has 4 or 16 octets.", "address");

    [DoesNotReturn]
    public static void BadFamily() => throw new ArgumentException("This form holds an IPv4 address, or an address at all, and none is here (RFC 2428 section 2).", "value");

    [DoesNotReturn]
    public static void BadTime(long utcTicks) => throw new ArgumentOutOfRangeException(nameof(utcTicks), utcTicks, "The ticks are no date (RFC 3659 section 2.3).");

    [DoesNotReturn]
    public static void BadFact() =>
        throw new ArgumentException("A fact has one name and a value of visible octets but the semicolon; a path name is no CR, LF or NUL (RFC 3659 section 7.2).", "value");
}
