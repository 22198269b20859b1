using System.Buffers;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Writes one response head: status-line, then fields one by one, then what frames the content. Nothing is committed before the end.</summary>
/// <remarks>
/// <code>
/// status-line = HTTP-version SP status-code SP [ reason-phrase ] CRLF
/// </code>
/// RFC 9112 sections 4 and 6. Always HTTP/1.1. Connection, Content-Length, Host, Trailer and Transfer-Encoding are the writer's own: a caller who names one is refused.
/// A CR, LF, NUL or other foreign octet in anything given throws <see cref="ArgumentException"/>, and the head is then as if it had never been begun.
/// </remarks>
public ref struct ResponseHeadWriter
{
    private FieldSectionWriter _section;
    private int _status;
    private HeadStage _stage;

    /// <summary>Writes to a span; one that is too short is told when the head is completed.</summary>
    public ResponseHeadWriter(Span<byte> destination)
    {
        _section = new FieldSectionWriter(destination);
    }

    /// <summary>Writes to a buffer writer, which is advanced once, by the whole head.</summary>
    /// <param name="output">What takes the head; it may not be used between construction and completion.</param>
    /// <param name="sizeHint">Octets the head will take at a guess; more are asked for when needed.</param>
    public ResponseHeadWriter(IBufferWriter<byte> output, int sizeHint = 512)
    {
        _section = new FieldSectionWriter(output, sizeHint);
    }

    /// <summary>Writes the status-line with the registered reason phrase, or with none where the code is not registered.</summary>
    /// <param name="status">100 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is out of range. RFC 9110 section 15.</exception>
    public void WriteStatusLine(int status)
    {
        Start(status);
        _section.UncheckedWrite(StatusLines.Octets(status));
    }

    /// <summary>Writes the status-line with a reason phrase of the caller's.</summary>
    /// <param name="status">100 to 599.</param>
    /// <param name="reason">HTAB, SP and VCHAR; may be empty.</param>
    /// <exception cref="ArgumentException">The status is out of range, or the phrase holds a control octet or obs-text. RFC 9112 section 4.</exception>
    public void WriteStatusLine(int status, scoped ReadOnlySpan<byte> reason)
    {
        if (!FieldOctets.IsPhrase(reason))
        {
            WriterMisuse.BadReason();
        }

        Start(status);
        _section.UncheckedWrite(StatusLines.Start(status));
        _section.UncheckedWrite(reason);
        _section.UncheckedWrite("\r\n"u8);
    }

    /// <summary>Writes one field.</summary>
    /// <param name="name">A registered name; not one the writer keeps to itself.</param>
    /// <param name="value">HTAB, SP, VCHAR and obs-text, no white space at its ends; may be empty.</param>
    /// <exception cref="ArgumentException">Name or value may not be written. RFC 9110 section 5.5.</exception>
    public void WriteField(FieldName name, scoped ReadOnlySpan<byte> value)
    {
        Expect(HeadStage.Fields);
        _section.WriteField(name, value);
    }

    /// <inheritdoc cref="WriteField(FieldName, ReadOnlySpan{byte})"/>
    /// <remarks>One octet a character (ISO-8859-1); a character above 0xFF is refused.</remarks>
    public void WriteField(FieldName name, scoped ReadOnlySpan<char> value)
    {
        Expect(HeadStage.Fields);
        _section.WriteField(name, value);
    }

    /// <summary>Writes one field of any name.</summary>
    /// <param name="name">A token; not a name the writer keeps to itself.</param>
    /// <param name="value">HTAB, SP, VCHAR and obs-text, no white space at its ends; may be empty.</param>
    /// <exception cref="ArgumentException">Name or value may not be written. RFC 9110 section 5.5.</exception>
    public void WriteField(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
    {
        Expect(HeadStage.Fields);
        _section.WriteField(name, value);
    }

    /// <inheritdoc cref="WriteField(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    /// <remarks>One octet a character (ISO-8859-1); a character above 0xFF is refused.</remarks>
    public void WriteField(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
    {
        Expect(HeadStage.Fields);
        _section.WriteField(name, value);
    }

    /// <summary>Writes a field whose value is a date, in the form senders must use.</summary>
    /// <param name="name">Date, Last-Modified, Expires or another such name.</param>
    /// <param name="utcTicks">Ticks of <see cref="DateTime"/>, UTC; parts of a second are dropped.</param>
    /// <exception cref="ArgumentException">The name may not be written, or the ticks are no date. RFC 9110 section 5.6.7.</exception>
    public void WriteDate(FieldName name, long utcTicks)
    {
        Expect(HeadStage.Fields);
        _section.WriteDate(name, utcTicks);
    }

    /// <summary>Writes what frames the content and the empty line, and commits the head; for whoever keeps to himself what the request was.</summary>
    /// <param name="framing">How the content is framed. None writes no field: for 1xx, 204, 304, or an answer to HEAD or CONNECT; an empty 200 has length 0.
    /// UntilClose adds the option close.</param>
    /// <param name="options">Close, KeepAlive and Upgrade, for the Connection field.</param>
    /// <param name="written">Octets of the head; 0 when it did not fit.</param>
    /// <returns>False when the span was too short, always true for a buffer writer. The writer is spent either way.</returns>
    /// <exception cref="ArgumentException">1xx and 204 take no framing, 205 a length of 0 and 304 a length at most; or the options cannot be written.
    /// RFC 9110 section 8.6.</exception>
    public bool TryComplete(in BodyFraming framing, ConnectionOptions options, out int written)
    {
        Expect(HeadStage.Fields);
        if (!ResponseFraming.MayFrame(_status, in framing))
        {
            WriterMisuse.BadFraming();
        }

        return TryCommit(in framing, options, out written);
    }

    /// <summary>Writes what frames the content and the empty line, and commits the head of an answer to a known request.</summary>
    /// <param name="framing">How the content is framed. Of an answer to HEAD it says what one to GET would have; none of it may follow.</param>
    /// <param name="options">Close, KeepAlive and Upgrade, for the Connection field.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="version">The request's version.</param>
    /// <param name="written">Octets of the head; 0 when it did not fit.</param>
    /// <returns>False when the span was too short, always true for a buffer writer. The writer is spent either way.</returns>
    /// <exception cref="ArgumentException">Beside what is refused in an answer to whatever request: to HTTP/1.0 a 1xx or chunked content, 2xx to CONNECT with any framing,
    /// and None where content would then run until the connection's end. RFC 9112 sections 6.1 and 6.3, RFC 9110 sections 9.3.6 and 15.2.</exception>
    public bool TryComplete(in BodyFraming framing, ConnectionOptions options, RequestMethod method, HttpVersion version, out int written)
    {
        Expect(HeadStage.Fields);
        if (!ResponseFraming.MayFrame(_status, in framing, method, version))
        {
            WriterMisuse.BadFraming();
        }

        return TryCommit(in framing, options, out written);
    }

    private bool TryCommit(in BodyFraming framing, ConnectionOptions options, out int written)
    {
        if (framing.Kind == BodyFramingKind.UntilClose)
        {
            options |= ConnectionOptions.Close;
        }

        _section.WriteEnd(in framing, options);
        _stage = HeadStage.Complete;
        return _section.TryCommit(out written);
    }

    private void Start(int status)
    {
        Expect(HeadStage.StartLine);
        if (status is < 100 or > 599)
        {
            WriterMisuse.BadStatus(status);
        }

        _status = status;
        _stage = HeadStage.Fields;
    }

    private readonly void Expect(HeadStage stage)
    {
        if (_stage != stage)
        {
            WriterMisuse.BadOrder();
        }
    }
}
