using System.Runtime.CompilerServices;
using HiPerf.Ascii;

namespace HiPerf.Http1;

/// <summary>Reads one request head: request-line and field section, up to and with the empty line.</summary>
/// <remarks>
/// <code>
/// HTTP-message = request-line CRLF *( field-line CRLF ) CRLF      ; RFC 9112 section 2.1, without the body
/// request-line = method SP request-target SP HTTP-version         ; RFC 9112 section 3
/// </code>
/// Two overloads: one finds where the parts stand; the other also identifies every field and decides the body's framing, as <see cref="BodyFramingParser"/> would
/// afterwards, but on the way.
/// </remarks>
public static class RequestHeadParser
{
    /// <summary>Reads one request head.</summary>
    /// <param name="buffer">The message from its first octet; more may follow the head.</param>
    /// <param name="fields">The caller's table, one entry a field line.</param>
    /// <param name="head">Where the parts stand. When going on after NeedMoreData, what the last call left.</param>
    /// <param name="limits">How much is read before it is refused.</param>
    /// <param name="leniency">What may pass; <see cref="Http1Leniency.SpaceBeforeColon"/> never does in a request.</param>
    /// <param name="examined">0, or the <see cref="ParseResult.Position"/> of the last NeedMoreData for the same, since longer, buffer, with
    /// <paramref name="fields"/> and <paramref name="head"/> as that call left them.</param>
    /// <returns>Done: the head is whole, Consumed counts its octets; Position is the first deviation's offset or −1.
    /// NeedMoreData: it may go on; lines before Position stand in the table already.
    /// InvalidData: Error and the first offending octet. DestinationTooSmall: TooManyFields, Position is the line that did not fit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="examined"/> lies outside the buffer.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref RequestHead head, in Http1Limits limits,
        Http1Leniency leniency = Http1Leniency.None, int examined = 0) => Read<LocatedFields>(buffer, fields, ref head, limits, leniency, examined, out _);

    /// <summary>Reads one request head, identifies its fields and decides how the content behind it is framed.</summary>
    /// <param name="buffer">The message from its first octet; more may follow the head.</param>
    /// <param name="fields">The caller's table, one entry a field line; when Done, <see cref="FieldLine.Name"/> is set in all of them.</param>
    /// <param name="head">Where the parts stand. When going on after NeedMoreData, what the last call left.</param>
    /// <param name="framing">The decision when Done.</param>
    /// <param name="limits">How much is read before it is refused.</param>
    /// <param name="leniency">What may pass; <see cref="Http1Leniency.SpaceBeforeColon"/> never does in a request.</param>
    /// <param name="examined">0, or the <see cref="ParseResult.Position"/> of the last NeedMoreData, of either overload, for the same, since longer, buffer, with
    /// <paramref name="fields"/> and <paramref name="head"/> as that call left them.</param>
    /// <param name="requireHost">Whether the rules for Host hold, as for <see cref="BodyFramingParser.ParseRequest"/>.</param>
    /// <returns>What the other overload answers, and where that is Done, what <see cref="BodyFramingParser.ParseRequest"/> answers, with the head's octets consumed and
    /// the deviations of both; Position is the first one's offset or −1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="examined"/> lies outside the buffer.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref RequestHead head, out BodyFraming framing, in Http1Limits limits,
        Http1Leniency leniency = Http1Leniency.None, int examined = 0, bool requireHost = true)
    {
        ParseResult result = Read<IdentifiedFields>(buffer, fields, ref head, limits, leniency, examined, out ulong marked);
        if (result.IsDone)
        {
            marked = WideNames.IsSupported ? marked : FieldMarks.Identify(buffer, fields[..head.FieldCount]);
            return BodyFramingParser.DecideRequest(buffer, fields[..head.FieldCount], head, marked, result, out framing, leniency, requireHost);
        }

        framing = default;
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ParseResult Read<TDepth>(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref RequestHead head, in Http1Limits limits,
        Http1Leniency leniency, int examined, out ulong marked)
        where TDepth : struct, IFieldDepth
    {
        ReadOnlySpan<byte> clipped = buffer.Length > limits.MaxHead ? buffer[..limits.MaxHead] : buffer;
        FieldSectionState state;
        if (examined != 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(examined);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(examined, buffer.Length);
            state = new FieldSectionState
            {
                Position = examined, Count = head.FieldCount, Deviations = head.Deviations, FirstDeviation = head.FirstDeviation, Marked = head.Marked | TDepth.FirstMarks,
            };
        }
        else
        {
            head = default;
            state = new FieldSectionState { FirstDeviation = -1, Marked = TDepth.FirstMarks };
            if (!RequestLine.TryReadRegular(clipped, ref head, ref state, limits)
                && !RequestLine.Read(clipped, ref head, ref state, limits, leniency, out ParseResult refusal))
            {
                marked = state.Marked;
                return HeadLimit.Settle(refusal, clipped.Length, limits.MaxHead);
            }
        }

        ParseResult result = FieldSection.Parse<TDepth>(clipped, fields, ref state, limits.MaxFieldLine, leniency & ~Http1Leniency.SpaceBeforeColon);
        head.FieldCount = state.Count;
        marked = state.Marked;
        if (result.IsDone)
        {
            return result;
        }

        head.Deviations = state.Deviations;
        head.FirstDeviation = state.FirstDeviation;
        head.Marked = state.Marked;
        return HeadLimit.Settle(result, clipped.Length, limits.MaxHead);
    }
}
