namespace HiPerf.Http1;

/// <summary>How far the message of one direction of a connection has come: what <see cref="ExchangeState"/> knows of each.</summary>
/// <remarks>RFC 9112 section 9.</remarks>
public enum MessageState : byte
{
    /// <summary>No message is under way; for a response: none is due.</summary>
    Idle = 0,

    /// <summary>Octets of a head are there, not yet the whole head.</summary>
    Head,

    /// <summary>The head is whole; content, or its framing, is still to come.</summary>
    Content,

    /// <summary>The message is whole; another may follow once the other direction is Done too.</summary>
    Done,

    /// <summary>The message is whole, or never will be begun, and no other may follow: this end closes. RFC 9112 section 9.6.</summary>
    MustClose,

    /// <summary>This direction was closed in good order.</summary>
    Closed,

    /// <summary>The octets of this direction belong to another protocol, or to a tunnel. RFC 9110 sections 7.8 and 9.3.6.</summary>
    Switched,

    /// <summary>A rule was broken: every later event is answered with the same error.</summary>
    Error,

    /// <summary>Requests alone: the message is whole and proposes a switch that the response has not settled; whose the next octets are is not known yet.</summary>
    Proposed,

    /// <summary>Responses alone: a request was begun, so that a response is due, final or interim.</summary>
    Awaited,
}
