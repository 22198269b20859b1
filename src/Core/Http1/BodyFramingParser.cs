using System.Runtime.CompilerServices;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Decides how a message's content is framed, whether its connection lives on, and whether its Host is right.</summary>
/// <remarks>
/// <para>RFC 9112 sections 3.2, 6 and 9.3. Every field is also identified: <see cref="FieldLine.Name"/> is set. Whoever wants this of every head
/// asks the head parsers for it, which do it in the same walk; this is for a table that was made otherwise, or looked at before.</para>
/// <para>Stricter than the RFC: Content-Length beside Transfer-Encoding is refused in every order and version; a repeated or listed Content-Length is refused even when
/// its values agree, unless <see cref="Http1Leniency.RepeatedContentLength"/>; chunked is the only coding, alone and once. A Content-Length has at most 19 digits,
/// leading zeros included, and is decimal.</para>
/// <para>A field that may not be there is refused at the octet behind its name, a value at the first octet that spoils it.</para>
/// </remarks>
public static class BodyFramingParser
{
    /// <summary>Decides for a request.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">The table the head parser filled.</param>
    /// <param name="head">The head, as parsed.</param>
    /// <param name="framing">The decision when Done.</param>
    /// <param name="leniency">RepeatedContentLength is what matters here.</param>
    /// <param name="requireHost">Whether the rules for Host hold: one in HTTP/1.1, never two, well formed, and the same as an absolute target's.
    /// An empty one beside an absolute target passes, for the target rules then (RFC 9112 section 3.2.2).</param>
    /// <returns>Done, Consumed 0. InvalidData: BadContentLength, RepeatedContentLength, LengthWithTransferEncoding, BadTransferEncoding,
    /// UnsupportedTransferCoding, TransferEncodingInHttp10, MissingHost (at the empty line), RepeatedHost, BadHost, HostMismatch (behind the value).</returns>
    public static ParseResult ParseRequest(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, in RequestHead head, out BodyFraming framing,
        Http1Leniency leniency = Http1Leniency.None, bool requireHost = true)
    {
        fields = fields[..head.FieldCount];
        return DecideRequest(buffer, fields, head, FieldMarks.Identify(buffer, fields), ParseResult.Done(0), out framing, leniency, requireHost);
    }

    /// <summary>Decides for a request whose rows are identified, but for marked ones.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">Its rows.</param>
    /// <param name="head">The head, as parsed.</param>
    /// <param name="marked">The rows to look at, as <see cref="FieldMarks"/>.</param>
    /// <param name="parsed">The answer so far, Done; what is found is added to it.</param>
    /// <param name="framing">The decision when Done.</param>
    /// <param name="leniency">RepeatedContentLength is what matters here.</param>
    /// <param name="requireHost">Whether the rules for Host hold.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ParseResult DecideRequest(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, in RequestHead head, ulong marked, ParseResult parsed, out BodyFraming framing,
        Http1Leniency leniency, bool requireHost)
    {
        if (head.TargetForm == TargetForm.Absolute || !RegularFraming.TryRead(buffer, fields, marked, requireHost, out long length, out ConnectionOptions options))
        {
            return DecideAnyRequest(buffer, fields, head, marked, parsed, out framing, leniency, requireHost);
        }

        framing = new BodyFraming(length >= 0 ? BodyFramingKind.Length : BodyFramingKind.None, length, options, KeepsAlive(head.Version, options));
        return parsed;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ParseResult DecideAnyRequest(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, in RequestHead head, ulong marked, ParseResult parsed, out BodyFraming framing,
        Http1Leniency leniency, bool requireHost)
    {
        framing = default;
        var pass = new FramingPass(head.Version, leniency, readsFraming: true, readsHost: requireHost);
        if (!pass.Read(buffer, fields, marked))
        {
            return ParseResult.Invalid(pass.Error, pass.Position);
        }

        if (requireHost && pass.HostIndex < 0 && head.Version != HttpVersion.Http10)
        {
            return ParseResult.Invalid(ParseError.MissingHost, EmptyLine(buffer, fields, head.TargetStart + head.TargetLength));
        }

        if (pass.HostIndex >= 0 && head.TargetForm == TargetForm.Absolute && !Authority.Agree(head.TargetIn(buffer), fields[pass.HostIndex].ValueIn(buffer)))
        {
            return ParseResult.Invalid(ParseError.HostMismatch, fields[pass.HostIndex].ValueStart + fields[pass.HostIndex].ValueLength);
        }

        BodyFramingKind kind = pass.IsChunked ? BodyFramingKind.Chunked : pass.Length >= 0 ? BodyFramingKind.Length : BodyFramingKind.None;
        framing = new BodyFraming(kind, pass.Length, pass.Options, KeepsAlive(head.Version, pass.Options));
        return pass.AddDeviations(parsed);
    }

    /// <summary>Decides for a response.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">The table the head parser filled.</param>
    /// <param name="head">The head, as parsed.</param>
    /// <param name="requestMethod">The method of the request it answers: HEAD is answered without content, and CONNECT with 2xx by a tunnel, whose head's framing fields are ignored.</param>
    /// <param name="framing">The decision when Done: None for 1xx, 204, 304 and the two above, UntilClose where nothing else is declared.</param>
    /// <param name="leniency">RepeatedContentLength is what matters here.</param>
    /// <returns>Done, Consumed 0. InvalidData: BadContentLength, RepeatedContentLength, LengthWithTransferEncoding, BadTransferEncoding,
    /// UnsupportedTransferCoding, TransferEncodingInHttp10.</returns>
    public static ParseResult ParseResponse(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, in ResponseHead head, RequestMethod requestMethod,
        out BodyFraming framing, Http1Leniency leniency = Http1Leniency.None)
    {
        fields = fields[..head.FieldCount];
        return DecideResponse(buffer, fields, head, FieldMarks.Identify(buffer, fields), ParseResult.Done(0), requestMethod, out framing, leniency);
    }

    /// <summary>Decides for a response whose rows are identified, but for marked ones.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">Its rows.</param>
    /// <param name="head">The head, as parsed.</param>
    /// <param name="marked">The rows to look at, as <see cref="FieldMarks"/>.</param>
    /// <param name="parsed">The answer so far, Done; what is found is added to it.</param>
    /// <param name="requestMethod">The method of the request it answers.</param>
    /// <param name="framing">The decision when Done.</param>
    /// <param name="leniency">RepeatedContentLength is what matters here.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ParseResult DecideResponse(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, in ResponseHead head, ulong marked, ParseResult parsed, RequestMethod requestMethod,
        out BodyFraming framing, Http1Leniency leniency)
    {
        bool tunnel = requestMethod == RequestMethod.Connect && head.Status is >= 200 and <= 299;
        if (tunnel || !RegularFraming.TryRead(buffer, fields, marked, requireHost: false, out long length, out ConnectionOptions options))
        {
            return DecideAnyResponse(buffer, fields, head, marked, parsed, requestMethod, tunnel, out framing, leniency);
        }

        framing = Frame(head, requestMethod, tunnel: false, isChunked: false, length, options);
        return parsed;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ParseResult DecideAnyResponse(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, in ResponseHead head, ulong marked, ParseResult parsed, RequestMethod requestMethod,
        bool tunnel, out BodyFraming framing, Http1Leniency leniency)
    {
        framing = default;
        var pass = new FramingPass(head.Version, leniency, readsFraming: !tunnel, readsHost: false);
        if (!pass.Read(buffer, fields, marked))
        {
            return ParseResult.Invalid(pass.Error, pass.Position);
        }

        framing = Frame(head, requestMethod, tunnel, pass.IsChunked, pass.Length, pass.Options);
        return pass.AddDeviations(parsed);
    }

    private static BodyFraming Frame(in ResponseHead head, RequestMethod requestMethod, bool tunnel, bool isChunked, long length, ConnectionOptions options)
    {
        bool empty = tunnel || requestMethod == RequestMethod.Head || head.Status is < 200 or 204 or 304;
        BodyFramingKind kind = empty ? BodyFramingKind.None
            : isChunked ? BodyFramingKind.Chunked
            : length >= 0 ? BodyFramingKind.Length
            : BodyFramingKind.UntilClose;
        bool keepsAlive = kind != BodyFramingKind.UntilClose && !tunnel && head.Status != 101 && KeepsAlive(head.Version, options);
        return new BodyFraming(kind, length, options, keepsAlive, declaresChunked: empty && isChunked);
    }

    // RFC 9112 section 9.3: HTTP/1.1 lives on unless told otherwise, HTTP/1.0 ends unless told otherwise.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool KeepsAlive(HttpVersion version, ConnectionOptions options) => (options & ConnectionOptions.Close) == ConnectionOptions.None
        && (version != HttpVersion.Http10 || (options & ConnectionOptions.KeepAlive) != ConnectionOptions.None);

    // Where it is known that no Host will come: the line behind the last field line, or behind the request-line (whose version takes nine octets with its space).
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int EmptyLine(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, int targetEnd)
    {
        int at = fields.IsEmpty ? targetEnd + " HTTP/1.1".Length : fields[^1].ValueStart + fields[^1].ValueLength;
        while (true)
        {
            int end = buffer[Math.Min(at, buffer.Length)..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return buffer.Length;
            }

            at += end + 1;

            // Folded lines of nothing but white space stand behind the value they belong to.
            if (at >= buffer.Length || buffer[at] is not ((byte)' ' or (byte)'\t'))
            {
                return at;
            }
        }
    }
}
