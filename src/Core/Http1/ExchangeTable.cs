namespace HiPerf.Http1;

/// <summary>The state table of an exchange: what each event does to the message of each direction. It knows nothing of which end is ours.</summary>
/// <remarks>
/// <para>Rules that join the two directions:</para>
/// <para>1. A request that was begun makes a response due (column Other of the response); so does, on a server, one that was refused.</para>
/// <para>2. A whole request that proposes a switch is Proposed; the final response settles it (column Other of the request), a 101, or a 2xx to CONNECT, switches both
/// directions (column Switch). Content that is still to come is the request's before the switch, and what comes behind it is the new protocol's even where the server has
/// closed its direction since: whose octets they are, the response has settled. RFC 9110 sections 7.8 and 9.3.6.</para>
/// <para>3. Once either message said close, either direction was closed, or either is in error, what is Done becomes MustClose; beside a closed direction so does
/// what is Idle. RFC 9112 sections 9.3 and 9.6.</para>
/// <para>4. An error of the client's leaves a server able to answer it; any other ends both directions.</para>
/// <para>5. Both directions become Idle again only together, and only when both are Done. RFC 9112 section 9.3.</para>
/// </remarks>
internal static class ExchangeTable
{
    /// <summary>Columns. Of a request's row Interim, Switch and Other are what the response does; of a response's row Other is that a request was begun.</summary>
    public const byte Begin = 0, Head = 1, HeadOfContent = 2, Interim = 3, Switch = 4, Some = 5, Last = 6, Excess = 7, Empty = 8, End = 9, Short = 10,
        Close = 11, ClosingEnd = 12, Reset = 13, Refusal = 14, Other = 15;

    /// <summary>The first entry that is no state, in this order: misuse by whoever reports events, an answer that takes nothing, an error.</summary>
    public const byte Misuse = 0x40, Paused = 0x41, Foreign = 0x42, Again = 0x43, FirstError = 0x50;

    // Entries that are no state, two letters each so that the table keeps its columns.
    private const byte xx = Misuse, PA = Paused, FO = Foreign, ER = Again,
        UR = 0x50, MC = 0x51, MS = 0x52, MR = 0x53, IH = 0x54, IC = 0x55, XC = 0x56;

    /// <summary>The state after an event, or an entry that is none.</summary>
    public static byte Next(ExchangeRole sender, MessageState state, byte column) =>
        (sender == ExchangeRole.Client ? Requests : Responses)[(Math.Min((byte)state, (byte)MessageState.Proposed) << 4) | column];

    /// <summary>What an entry from <see cref="FirstError"/> on stands for.</summary>
    public static ParseError Error(byte entry) => entry switch
    {
        UR => ParseError.UnsolicitedResponse,
        MC => ParseError.MessageAfterClose,
        MS => ParseError.MessageAfterSwitch,
        MR => ParseError.MissingResponse,
        IH => ParseError.IncompleteHead,
        IC => ParseError.IncompleteContent,
        _ => ParseError.ExcessContent,
    };

    /// <summary>Rules 2 and 3, in that order, after an event of either direction.</summary>
    /// <param name="request">The request's state.</param>
    /// <param name="response">The response's state.</param>
    /// <param name="closes">Whether no exchange may follow this one.</param>
    /// <param name="proposes">Whether the request proposes a switch.</param>
    /// <param name="switches">Whether the response has made one.</param>
    public static void Join(ref MessageState request, ref MessageState response, ref bool closes, bool proposes, bool switches)
    {
        if (request == MessageState.Done)
        {
            // RFC 9112 section 9.6 speaks of requests; what comes now is none.
            if (switches)
            {
                request = MessageState.Switched;
            }
            else if (proposes && response is MessageState.Awaited or MessageState.Head)
            {
                request = MessageState.Proposed;
            }
        }

        bool requestClosed = request == MessageState.Closed;
        bool responseClosed = response == MessageState.Closed;
        closes |= requestClosed | responseClosed;
        if (!closes)
        {
            return;
        }

        if (request == MessageState.Done || (responseClosed && request is MessageState.Idle or MessageState.Proposed))
        {
            request = MessageState.MustClose;
        }

        if (response == MessageState.Done || (requestClosed && response == MessageState.Idle))
        {
            response = MessageState.MustClose;
        }
    }

    // 0 Idle, 1 Head, 2 Content, 3 Done, 4 MustClose, 5 Closed, 6 Switched, 7 Error, 8 Proposed.
    private static ReadOnlySpan<byte> Requests =>
    [
        // Begin Head HeadOf Interim Switch Some Last Excess Empty End Short Close ClosingEnd Reset Refusal Other
        1,  3,  2,  xx, xx, xx, xx, xx, xx, xx, xx, 5,  xx, 5,  7,  0, // Idle
        1,  3,  2,  1,  xx, xx, xx, xx, xx, xx, xx, IH, xx, IH, 7,  1, // Head
        xx, xx, xx, 2,  2,  2,  3,  XC, 2,  3,  IC, IC, xx, IC, 7,  2, // Content
        PA, PA, PA, 3,  6,  XC, XC, XC, 3,  3,  xx, 5,  xx, 5,  7,  3, // Done
        MC, MC, MC, 4,  4,  XC, XC, XC, 4,  4,  xx, 5,  xx, 5,  7,  4, // MustClose
        MC, MC, MC, 5,  5,  XC, XC, XC, 5,  5,  xx, 5,  xx, 5,  7,  5, // Closed
        FO, MS, MS, 6,  6,  MS, MS, MS, 6,  6,  xx, 5,  xx, 5,  xx, 6, // Switched
        ER, ER, ER, 7,  7,  ER, ER, ER, ER, ER, ER, ER, ER, ER, ER, 7, // Error
        PA, PA, PA, 8,  6,  XC, XC, XC, 8,  8,  xx, 5,  xx, 5,  7,  3, // Proposed
    ];

    // 0 Idle, 1 Head, 2 Content, 3 Done, 4 MustClose, 5 Closed, 6 Switched, 7 Error, 9 Awaited (its row is the one of Proposed in requests).
    private static ReadOnlySpan<byte> Responses =>
    [
        // Begin Head HeadOf Interim Switch Some Last Excess Empty End Short Close ClosingEnd Reset Refusal Other
        UR, UR, UR, UR, UR, xx, xx, xx, xx, xx, xx, 5,  xx, 5,  7,  9, // Idle
        1,  3,  2,  9,  6,  xx, xx, xx, xx, xx, xx, IH, xx, IH, 7,  1, // Head
        xx, xx, xx, xx, xx, 2,  3,  XC, 2,  3,  IC, IC, 5,  IC, 7,  2, // Content
        UR, UR, UR, UR, UR, XC, XC, XC, 3,  3,  xx, 5,  xx, 5,  7,  3, // Done
        MC, MC, MC, MC, MC, XC, XC, XC, 4,  4,  xx, 5,  xx, 5,  7,  4, // MustClose
        MC, MC, MC, MC, MC, XC, XC, XC, 5,  5,  xx, 5,  xx, 5,  7,  5, // Closed
        FO, MS, MS, MS, MS, MS, MS, MS, 6,  6,  xx, 5,  xx, 5,  xx, 6, // Switched
        ER, ER, ER, ER, ER, ER, ER, ER, ER, ER, ER, ER, ER, ER, ER, 7, // Error
        1,  3,  2,  9,  6,  xx, xx, xx, xx, xx, xx, MR, xx, MR, 7,  9, // Awaited
    ];
}
