using System.Runtime.CompilerServices;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Decides how a message's content is framed, whether its connection lives on, and whether its Host is right.</summary>
/// <remarks>
/// <para>RFC 9112 sections 3.2, 6 and 9.3. One pass over the field table, in which every field is also identified: <see cref="FieldLine.Name"/> is set.</para>
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
        framing = default;
        var pass = new FramingPass(head.Version, leniency, readsFraming: true, readsHost: requireHost);
        fields = fields[..head.FieldCount];
        return pass.Read(buffer, fields)
            ? Conclude(buffer, fields, head, ref pass, ParseResult.Done(0), out framing, requireHost)
            : ParseResult.Invalid(pass.Error, pass.Position);
    }

    internal static ParseResult Decide(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, in RequestHead head, ulong marked, ParseResult parsed, out BodyFraming framing,
        Http1Leniency leniency, bool requireHost)
    {
        framing = default;
        var pass = new FramingPass(head.Version, leniency, readsFraming: true, readsHost: requireHost);
        return pass.ReadMarked(buffer, fields, marked)
            ? Conclude(buffer, fields, head, ref pass, parsed, out framing, requireHost)
            : ParseResult.Invalid(pass.Error, pass.Position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ParseResult Conclude(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, in RequestHead head, ref FramingPass pass, ParseResult parsed, out BodyFraming framing, bool requireHost)
    {
        framing = default;
        if (requireHost)
        {
            if (pass.HostIndex < 0)
            {
                if (head.Version != HttpVersion.Http10)
                {
                    return ParseResult.Invalid(ParseError.MissingHost, EmptyLine(buffer, fields, head.TargetStart + head.TargetLength));
                }
            }
            else if (head.TargetForm == TargetForm.Absolute && !Authority.Agree(head.TargetIn(buffer), fields[pass.HostIndex].ValueIn(buffer)))
            {
                return ParseResult.Invalid(ParseError.HostMismatch, fields[pass.HostIndex].ValueStart + fields[pass.HostIndex].ValueLength);
            }
        }

        BodyFramingKind kind = pass.IsChunked ? BodyFramingKind.Chunked : pass.Length >= 0 ? BodyFramingKind.Length : BodyFramingKind.None;
        framing = new BodyFraming(kind, pass.Length, pass.Options, pass.KeepsAlive);
        return pass.Deviations == Deviations.None ? parsed : ParseResult.Done(parsed.Consumed, parsed.Deviations | pass.Deviations, pass.FirstDeviation);
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
        framing = default;
        bool tunnel = requestMethod == RequestMethod.Connect && head.Status is >= 200 and <= 299;
        var pass = new FramingPass(head.Version, leniency, readsFraming: !tunnel, readsHost: false);
        if (!pass.Read(buffer, fields[..head.FieldCount]))
        {
            return ParseResult.Invalid(pass.Error, pass.Position);
        }

        bool empty = tunnel || requestMethod == RequestMethod.Head || head.Status is < 200 or 204 or 304;
        BodyFramingKind kind = empty ? BodyFramingKind.None
            : pass.IsChunked ? BodyFramingKind.Chunked
            : pass.Length >= 0 ? BodyFramingKind.Length
            : BodyFramingKind.UntilClose;
        bool keepsAlive = pass.KeepsAlive && kind != BodyFramingKind.UntilClose && !tunnel && head.Status != 101;
        framing = new BodyFraming(kind, pass.Length, pass.Options, keepsAlive);
        return ParseResult.Done(0, pass.Deviations, pass.FirstDeviation);
    }

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
