namespace HiPerf.Http1;

/// <summary>What can happen in one direction of a connection.</summary>
public enum ExchangeEventKind : byte
{
    /// <summary>Octets are there that no message under way has claimed.</summary>
    Begin = 0,

    /// <summary>A head is whole and its framing is decided.</summary>
    Head,

    /// <summary>Octets of content, framing left out.</summary>
    Content,

    /// <summary>The message has ended: the last chunk and its trailer section, or as much as was declared.</summary>
    End,

    /// <summary>The direction was closed in good order: FIN, and over TLS close_notify before it.</summary>
    Close,

    /// <summary>The connection broke, was aborted, or ended without close_notify.</summary>
    Reset,

    /// <summary>A parser refused what the peer sent.</summary>
    Refusal,
}
