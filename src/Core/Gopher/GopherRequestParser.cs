using System.Buffers;

namespace HiPerf.Gopher;

/// <summary>Reads one request line, as a server does.</summary>
/// <remarks>
/// <code>
/// request     = selector [ HTAB search ] [ HTAB plus ] CRLF
/// selector    = *text
/// search      = [ %x01-08 / ... no "+", "!", "$" first ... *text ]
/// plus        = "+" *text [ HTAB data-flag ] / ( "!" / "$" ) *text
/// data-flag   = "0" / "1"
/// text        = any octet but NUL, HTAB, LF, CR
/// </code>
/// RFC 1436 section 2, Gopher+ sections 2.3, 2.4, 2.8. A field behind the first tab that begins with a sign of Gopher+ is one of Gopher+; <see cref="GopherRequest.Rest"/>
/// is for servers that know better. Lines end in CRLF; LF alone only under <see cref="GopherLeniency.BareLf"/>.
/// Not here: the data block, which <see cref="GopherStatusLineParser"/> begins; whether a selector is one.
/// </remarks>
public static class GopherRequestParser
{
    private const byte InSelector = 0, AfterTab = 1, InSearch = 2, AfterSearch = 3, InPlus = 4, AtFlag = 5, Ended = 6;

    private static readonly SearchValues<byte> s_stops = SearchValues.Create([0, (byte)'\t', (byte)'\n', (byte)'\r']);

    /// <summary>Reads one request line.</summary>
    /// <param name="buffer">The line from its first octet; more may follow.</param>
    /// <param name="request">Where the parts stand. When going on after NeedMoreData, what the last call left.</param>
    /// <param name="limits">MaxRequestLine.</param>
    /// <param name="leniency">What may pass.</param>
    /// <param name="examined">0, or the <see cref="ParseResult.Position"/> of the last NeedMoreData for the same, since longer, buffer.</param>
    /// <returns>Done: the line is whole, Consumed counts its octets, a data block's left out; Position is the first deviation's offset or −1.
    /// NeedMoreData: it may go on. InvalidData: NulInGopher, CrInGopher, LfInGopher, BadGopherPlus, GopherRequestTooLong; Position is the first octet behind which
    /// nothing could be valid: close, for what follows may be another protocol's.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="examined"/> lies outside the buffer.</exception>
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, ref GopherRequest request, in GopherLimits limits, GopherLeniency leniency = GopherLeniency.None, int examined = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examined);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(examined, buffer.Length);
        if (examined == 0)
        {
            request = default;
        }

        int most = limits.MaxRequestLine;
        int at = examined;
        while (at < buffer.Length)
        {
            if (at >= most && buffer[at] is not ((byte)'\r' or (byte)'\n'))
            {
                return ParseResult.Invalid(ParseError.GopherRequestTooLong, most);
            }

            if (request.Stage is InSelector or InSearch or InPlus)
            {
                ReadOnlySpan<byte> window = buffer[at..Math.Max(at, Math.Min(buffer.Length, most))];
                int length = window.IndexOfAny(s_stops);
                at += length < 0 ? window.Length : length;
                if (length < 0 && window.Length > 0)
                {
                    continue;
                }
            }
            else if (!Decide(buffer[at], ref request, ref at, out bool isText))
            {
                return ParseResult.Invalid(ParseError.BadGopherPlus, at);
            }
            else if (isText)
            {
                continue;
            }

            switch (buffer[at])
            {
                case 0:
                    return ParseResult.Invalid(ParseError.NulInGopher, at);
                case (byte)'\t' when !TakeTab(ref request, at):
                    return ParseResult.Invalid(ParseError.BadGopherPlus, at);
                case (byte)'\t':
                    at++;
                    break;
                case (byte)'\n' when (leniency & GopherLeniency.BareLf) != 0:
                    return Complete(ref request, at, at + 1, Deviations.GopherBareLf);
                case (byte)'\n':
                    return ParseResult.Invalid(ParseError.LfInGopher, at);
                case (byte)'\r' when at + 1 == buffer.Length:
                    return ParseResult.NeedMoreData(at);
                case (byte)'\r' when buffer[at + 1] == (byte)'\n':
                    return Complete(ref request, at, at + 2, Deviations.None);
                default:
                    return ParseResult.Invalid(ParseError.CrInGopher, at + 1);
            }
        }

        return ParseResult.NeedMoreData(at);
    }

    // At the first octet behind a tab, or behind the flag, where each octet is judged alone.
    private static bool Decide(byte octet, ref GopherRequest request, ref int at, out bool isText)
    {
        isText = true;
        switch (request.Stage)
        {
            case AfterTab or AfterSearch when octet is (byte)'+' or (byte)'!' or (byte)'$':
                request.Kind = (GopherRequestKind)octet;
                request.FieldStart = ++at;
                request.Stage = InPlus;
                return true;
            case AfterTab:
                request.HasSearch = true;
                request.FieldStart = at;
                request.Stage = InSearch;
                return true;
            case AtFlag when octet is (byte)'0' or (byte)'1':
                request.HasDataBlock = octet == (byte)'1';
                request.Stage = Ended;
                at++;
                return true;
            case Ended when octet is 0 or (byte)'\r' or (byte)'\n':
                isText = false;
                return true;
            default:
                return false;
        }
    }

    private static bool TakeTab(ref GopherRequest request, int at)
    {
        switch (request.Stage)
        {
            case InSelector:
                request.Selector = new GopherText(0, at);
                request.Stage = AfterTab;
                return true;
            case InSearch:
                request.Search = new GopherText(request.FieldStart, at - request.FieldStart);
                request.Stage = AfterSearch;
                return true;
            default:
                request.Argument = new GopherText(request.FieldStart, at - request.FieldStart);
                request.Stage = AtFlag;
                return request.Kind == GopherRequestKind.Representation;
        }
    }

    private static ParseResult Complete(ref GopherRequest request, int end, int consumed, Deviations deviations)
    {
        var last = new GopherText(request.FieldStart, end - request.FieldStart);
        switch (request.Stage)
        {
            case InSelector:
                request.Selector = last;
                break;
            case InSearch:
                request.Search = last;
                break;
            case InPlus:
                request.Argument = last;
                break;
        }

        request.Rest = request.Stage == InSelector ? new GopherText(end, 0) : new GopherText(request.Selector.Length + 1, end - request.Selector.Length - 1);
        int first = deviations == Deviations.None ? -1 : end;
        if (request.Selector.Length > GopherOctets.AdvisedSelector)
        {
            deviations |= Deviations.LongSelector;
            first = GopherOctets.AdvisedSelector;
        }

        return ParseResult.Done(consumed, deviations, first);
    }
}
