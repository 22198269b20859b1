using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Http1;

/// <summary>What the writers throw at a caller who hands them what no message may hold. The value itself stays out of the text: it may be a secret.</summary>
internal static class WriterMisuse
{
    [DoesNotReturn]
    public static void BadMethod() => throw new ArgumentException("A method is a token (RFC 9110 section 9.1).", "method");

    [DoesNotReturn]
    public static void BadTarget() =>
        throw new ArgumentException("The request-target has no form that this method allows, or holds an octet that no target holds (RFC 9112 section 3.2), or userinfo (RFC 9110 section 4.2.4).", "target");

    [DoesNotReturn]
    public static void BadHost() => throw new ArgumentException("A host is uri-host with an optional colon and port (RFC 9110 section 7.2), and that of an absolute target or of CONNECT's (RFC 9112 section 3.2).", "host");

    [DoesNotReturn]
    public static void BadStatus(int status) => throw new ArgumentOutOfRangeException(nameof(status), status, "A status code is 100 to 599 (RFC 9110 section 15).");

    [DoesNotReturn]
    public static void BadReason() =>
        throw new ArgumentException("A reason phrase holds HTAB, SP and VCHAR alone; obs-text is read, but not sent (RFC 9112 section 4).", "reason");

    [DoesNotReturn]
    public static void BadName() => throw new ArgumentException("A field name is a token (RFC 9110 section 5.1).", "name");

    [DoesNotReturn]
    public static void OwnedName() =>
        throw new ArgumentException("Connection, Content-Length, Host, Trailer and Transfer-Encoding are written by the writer alone (RFC 9112 section 6).", "name");

    [DoesNotReturn]
    public static void TrailerName() => throw new ArgumentException("This field may not stand in a trailer section (RFC 9110 section 6.5.1).", "name");

    [DoesNotReturn]
    public static void BadValue() =>
        throw new ArgumentException("A field value holds HTAB, SP, VCHAR and obs-text alone, and no white space at its ends (RFC 9110 section 5.5).", "value");

    [DoesNotReturn]
    public static void BadDate(long utcTicks) =>
        throw new ArgumentOutOfRangeException(nameof(utcTicks), utcTicks, "Ticks of a date are 0 to DateTime.MaxValue.Ticks.");

    [DoesNotReturn]
    public static void BadFraming() =>
        throw new ArgumentException("This message cannot be framed so (RFC 9112 section 6.3, RFC 9110 section 8.6).", "framing");

    [DoesNotReturn]
    public static void BadOptions() =>
        throw new ArgumentException("Of the connection options Close, KeepAlive, Upgrade and Te can be written, Close and KeepAlive not together (RFC 9112 section 9).", "options");

    [DoesNotReturn]
    public static void BadOrder() => throw new InvalidOperationException("A head is written in order: start-line, fields, end; each once.");

    [DoesNotReturn]
    public static void BadChunkSize(long size) =>
        throw new ArgumentOutOfRangeException(nameof(size), size, "A chunk holds 1 to 2^63-1 octets; zero would end the body (RFC 9112 section 7.1).");
}
