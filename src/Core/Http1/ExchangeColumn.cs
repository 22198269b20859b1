using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Which column of <see cref="ExchangeTable"/> an event is. RFC 9112 section 6.3: whether content follows a head, and where it ends.</summary>
internal static class ExchangeColumn
{
    /// <summary>The event's column.</summary>
    /// <param name="event">What happened.</param>
    /// <param name="state">How far its message has come.</param>
    /// <param name="content">What is due of its message's content.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="own">Whether this end is the sender.</param>
    public static byte Of(in ExchangeEvent @event, MessageState state, in ContentCount content, RequestMethod method, bool own) => @event.Kind switch
    {
        ExchangeEventKind.Begin => ExchangeTable.Begin,
        ExchangeEventKind.Head => @event.Sender == ExchangeRole.Client ? OfRequest(in @event) : OfResponse(in @event, method),
        ExchangeEventKind.Content => content.Column(@event.Octets),
        ExchangeEventKind.End => state == MessageState.Content ? content.EndColumn(own) : ExchangeTable.End,
        ExchangeEventKind.Close => state == MessageState.Content && content.EndsWithConnection ? ExchangeTable.ClosingEnd : ExchangeTable.Close,
        ExchangeEventKind.Reset => ExchangeTable.Reset,
        _ => ExchangeTable.Refusal,
    };

    // RFC 9110 section 9.3.6: a CONNECT request has no content, whatever its fields say; that they say so is refused next.
    private static byte OfRequest(in ExchangeEvent head) =>
        ExchangeHeads.HasContent(in head) && head.Method != RequestMethod.Connect ? ExchangeTable.HeadOfContent : ExchangeTable.Head;

    // Rules 1 and 2; decided here again because what a server writes declares a length for HEAD and 304 too.
    private static byte OfResponse(in ExchangeEvent head, RequestMethod method) => head.Status switch
    {
        101 => ExchangeTable.Switch,
        < 200 => ExchangeTable.Interim,
        < 300 when method == RequestMethod.Connect => ExchangeTable.Switch,
        204 or 304 => ExchangeTable.Head,
        _ => ExchangeHeads.HasContent(in head) && method != RequestMethod.Head ? ExchangeTable.HeadOfContent : ExchangeTable.Head,
    };
}
