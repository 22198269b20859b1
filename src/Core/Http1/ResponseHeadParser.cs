using System.Runtime.CompilerServices;

namespace HiPerf.Http1;

/// <summary>Reads one response head: status-line and field section, up to and with the empty line.</summary>
/// <remarks>
/// <code>
/// HTTP-message = status-line CRLF *( field-line CRLF ) CRLF       ; RFC 9112 section 2.1, without the body
/// status-line  = HTTP-version SP status-code SP [ reason-phrase ] ; RFC 9112 section 4
/// </code>
/// Does not decide the body's framing, which depends on the request as well: that is <see cref="BodyFramingParser"/>'s.
/// </remarks>
public static class ResponseHeadParser
{
    /// <summary>Reads one response head.</summary>
    /// <param name="buffer">The message from its first octet; more may follow the head.</param>
    /// <param name="fields">The caller's table, one entry a field line.</param>
    /// <param name="head">Where the parts stand. When going on after NeedMoreData, what the last call left.</param>
    /// <param name="limits">How much is read before it is refused.</param>
    /// <param name="leniency">What may pass.</param>
    /// <param name="examined">0, or the <see cref="ParseResult.Position"/> of the last NeedMoreData for the same, since longer, buffer, with
    /// <paramref name="fields"/> and <paramref name="head"/> as that call left them.</param>
    /// <returns>Done: the head is whole, Consumed counts its octets; Position is the first deviation's offset or −1.
    /// NeedMoreData: it may go on; lines before Position stand in the table already.
    /// InvalidData: Error and the first offending octet. DestinationTooSmall: TooManyFields, Position is the line that did not fit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="examined"/> lies outside the buffer.</exception>
    [SkipLocalsInit]
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref ResponseHead head, in Http1Limits limits,
        Http1Leniency leniency = Http1Leniency.None, int examined = 0)
    {
        ReadOnlySpan<byte> clipped = buffer.Length > limits.MaxHead ? buffer[..limits.MaxHead] : buffer;
        FieldSectionState state;
        if (examined != 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(examined);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(examined, buffer.Length);
            state = new FieldSectionState { Position = examined, Count = head.FieldCount, Deviations = head.Deviations, FirstDeviation = head.FirstDeviation };
        }
        else
        {
            head = default;
            state = new FieldSectionState { FirstDeviation = -1 };
            if (!StatusLine.Read(clipped, ref head, ref state, limits.MaxStartLine, leniency, out ParseResult refusal))
            {
                return HeadLimit.Settle(refusal, clipped.Length, limits.MaxHead);
            }
        }

        ParseResult result = FieldSection.Parse<HiPerf.Ascii.NoNames>(clipped, fields, ref state, limits.MaxFieldLine, leniency);
        head.FieldCount = state.Count;
        if (result.IsDone)
        {
            return result;
        }

        head.Deviations = state.Deviations;
        head.FirstDeviation = state.FirstDeviation;
        return HeadLimit.Settle(result, clipped.Length, limits.MaxHead);
    }
}
