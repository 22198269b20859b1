using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Gopher;

/// <summary>What Gopher's writers throw at a caller; the value itself stays out of the text.</summary>
internal static class GopherMisuse
{
    [DoesNotReturn]
    public static void BadSelector() => throw new ArgumentException("A selector holds no HTAB, CR, LF or NUL (RFC 1436 section 2).", "selector");

    [DoesNotReturn]
    public static void LongSelector() =>
        throw new ArgumentException("A selector of a request is longer than MaxSelector (RFC 1436 section 3.9 advises 255).", "selector");

    [DoesNotReturn]
    public static void BadSearch() => throw new ArgumentException("Search words hold no HTAB, CR, LF or NUL (RFC 1436 section 3.7).", "search");

    [DoesNotReturn]
    public static void BadArgument() =>
        throw new ArgumentException("What stands behind a Gopher+ sign holds no HTAB, CR, LF or NUL, and nothing stands behind none (Gopher+ section 2.3).", "argument");

    [DoesNotReturn]
    public static void BadKind() => throw new ArgumentOutOfRangeException("kind", "A data block goes with a request for a representation alone (Gopher+ section 2.8).");

    [DoesNotReturn]
    public static void LongRequest() => throw new ArgumentException("A request line is longer than MaxRequestLine.", "request");

    [DoesNotReturn]
    public static void BadType() => throw new ArgumentException("An item type is an octet that is no control, space or dot (RFC 1436 section 3.8).", "type");

    [DoesNotReturn]
    public static void BadDisplay() => throw new ArgumentException("A display string holds no HTAB, CR, LF or NUL (RFC 1436 section 3.9).", "display");

    [DoesNotReturn]
    public static void BadHost() => throw new ArgumentException("A host is 1 to 255 octets, none of them a control or a space (RFC 1436 section 3.9).", "host");

    [DoesNotReturn]
    public static void BadPort(int port) => throw new ArgumentOutOfRangeException(nameof(port), port, "A port is 1 to 65535 (RFC 1436 section 3.9).");

    [DoesNotReturn]
    public static void BadUrl() => throw new ArgumentException("A link is an http, https, gopher, gophers, ftp or ftps URL without HTAB, CR, LF and NUL.", "url");

    [DoesNotReturn]
    public static void LongLine() => throw new ArgumentException("A line of a menu or of attributes is 8,192 octets at most.", "display");

    [DoesNotReturn]
    public static void BadLength(long length) => throw new ArgumentOutOfRangeException(nameof(length), length, "A length is 0 to 2^63-1 (Gopher+ section 2.3).");

    [DoesNotReturn]
    public static void BadName() => throw new ArgumentException("A name is one or more octets, none of them a control or a colon; that of a block holds no space and begins with no plus sign (Gopher+ section 2.4).", "name");

    [DoesNotReturn]
    public static void BadText() => throw new ArgumentException("A text of attributes holds no CR, LF or NUL, one of several parts no HTAB, an address no angle bracket (Gopher+ section 2.4).", "text");

    [DoesNotReturn]
    public static void BadTime(long ticks) => throw new ArgumentOutOfRangeException(nameof(ticks), ticks, "The ticks are no date.");

    [DoesNotReturn]
    public static void BadQuestion() => throw new ArgumentOutOfRangeException("kind", "Unknown is no kind of question.");

    [DoesNotReturn]
    public static void NoBlock() => throw new InvalidOperationException("A line of attributes stands in a block; begin one (Gopher+ section 2.4).");
}
