using System.Buffers;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Writes one request head: request-line and Host, then fields one by one, then what frames the content. Nothing is committed before the end.</summary>
/// <remarks>
/// <code>
/// request-line = method SP request-target SP HTTP-version CRLF
/// </code>
/// RFC 9112 sections 3 and 6. Always HTTP/1.1. Connection, Content-Length, Host, Trailer and Transfer-Encoding are the writer's own: a caller who names one is refused.
/// A CR, LF, NUL or other foreign octet in anything given throws <see cref="ArgumentException"/>, and the head is then as if it had never been begun.
/// </remarks>
public ref struct RequestHeadWriter
{
    private FieldSectionWriter _section;
    private bool _takesNoContent;
    private HeadStage _stage;

    /// <summary>Writes to a span; one that is too short is told by <see cref="TryComplete"/>.</summary>
    public RequestHeadWriter(Span<byte> destination)
    {
        _section = new FieldSectionWriter(destination);
    }

    /// <summary>Writes to a buffer writer, which is advanced once, by the whole head.</summary>
    /// <param name="output">What takes the head; it may not be used between construction and completion.</param>
    /// <param name="sizeHint">Octets the head will take at a guess; more are asked for when needed.</param>
    public RequestHeadWriter(IBufferWriter<byte> output, int sizeHint = 512)
    {
        _section = new FieldSectionWriter(output, sizeHint);
    }

    /// <summary>Writes the request-line and the Host field.</summary>
    /// <param name="method">A registered method.</param>
    /// <param name="target">The request-target, percent-encoded: origin-form or absolute-form; for CONNECT host and port; for OPTIONS also an asterisk.</param>
    /// <param name="host">Host and, unless it is the scheme's default, port; empty where the target has no authority.</param>
    /// <exception cref="ArgumentException">The method is unknown, target or host break their grammar, the target holds userinfo (RFC 9110 section 4.2.4), or the
    /// host is not that of an absolute target or of CONNECT's. RFC 9112 section 3.2.</exception>
    public void WriteRequestLine(RequestMethod method, scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> host) =>
        WriteRequestLine(method, RequestMethods.Bytes(method), target, host);

    /// <summary>Writes the request-line and the Host field for any method.</summary>
    /// <param name="method">A token; case matters.</param>
    /// <param name="target">The request-target, percent-encoded.</param>
    /// <param name="host">Host and optional port.</param>
    /// <exception cref="ArgumentException">One of the three breaks its grammar, the target holds userinfo (RFC 9110 section 4.2.4), or the host is not that of an
    /// absolute target or of CONNECT's. RFC 9112 section 3.</exception>
    public void WriteRequestLine(scoped ReadOnlySpan<byte> method, scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> host) =>
        WriteRequestLine(RequestMethods.Find(method), method, target, host);

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
    /// <param name="name">If-Modified-Since, If-Unmodified-Since, Date or another such name.</param>
    /// <param name="utcTicks">Ticks of <see cref="DateTime"/>, UTC; parts of a second are dropped.</param>
    /// <exception cref="ArgumentException">The name may not be written, or the ticks are no date. RFC 9110 section 5.6.7.</exception>
    public void WriteDate(FieldName name, long utcTicks)
    {
        Expect(HeadStage.Fields);
        _section.WriteDate(name, utcTicks);
    }

    /// <summary>Writes what frames the content and the empty line, and commits the head.</summary>
    /// <param name="framing">None, a length, or chunked.</param>
    /// <param name="options">Close, KeepAlive, Upgrade and Te, for the Connection field.</param>
    /// <param name="written">Octets of the head; 0 when it did not fit.</param>
    /// <returns>False when the span was too short, always true for a buffer writer. The writer is spent either way.</returns>
    /// <exception cref="ArgumentException">A request has no content until close, one of CONNECT or TRACE none at all; or the options cannot be written.
    /// RFC 9112 section 6.3, RFC 9110 sections 9.3.6 and 9.3.8.</exception>
    public bool TryComplete(in BodyFraming framing, ConnectionOptions options, out int written)
    {
        Expect(HeadStage.Fields);
        bool allowed = framing.Kind switch
        {
            BodyFramingKind.None => true,
            BodyFramingKind.Length => framing.Length == 0 || !_takesNoContent,
            BodyFramingKind.Chunked => !_takesNoContent,
            _ => false,
        };
        if (!allowed)
        {
            WriterMisuse.BadFraming();
        }

        _section.WriteEnd(in framing, options);
        _stage = HeadStage.Complete;
        return _section.TryCommit(out written);
    }

    private void WriteRequestLine(RequestMethod known, scoped ReadOnlySpan<byte> method, scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> host)
    {
        if (_stage != HeadStage.StartLine)
        {
            WriterMisuse.BadOrder();
        }

        if (!FieldOctets.IsToken(method))
        {
            WriterMisuse.BadMethod();
        }

        if (!IsTarget(known, target, out TargetForm form))
        {
            WriterMisuse.BadTarget();
        }

        if (Authority.FindInvalid(host) >= 0 || !IsHost(form, target, host))
        {
            WriterMisuse.BadHost();
        }

        _takesNoContent = known is RequestMethod.Connect or RequestMethod.Trace;
        _stage = HeadStage.Fields;
        _section.UncheckedWrite(method);
        _section.UncheckedWrite(" "u8);
        _section.UncheckedWrite(target);
        _section.UncheckedWrite(" HTTP/1.1\r\n"u8);
        _section.UncheckedWriteField("Host: "u8, host);
    }

    private static bool IsTarget(RequestMethod method, ReadOnlySpan<byte> target, out TargetForm form)
    {
        form = TargetForm.None;
        return FieldOctets.IsTarget(target) && RequestTarget.Validate(method, target, whole: true, out form) < 0
            && (form != TargetForm.Absolute || !Authority.HasUserInfo(target));
    }

    private static bool IsHost(TargetForm form, ReadOnlySpan<byte> target, ReadOnlySpan<byte> host) => form switch
    {
        TargetForm.Absolute => Authority.IsOf(target, host),
        TargetForm.Authority => Authority.IsOfConnect(target, host),
        _ => true,
    };

    private readonly void Expect(HeadStage stage)
    {
        if (_stage != stage)
        {
            WriterMisuse.BadOrder();
        }
    }
}
