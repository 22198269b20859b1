namespace HiPerf;

/// <summary>Which limit of time ran out.</summary>
public enum InternetTimeout
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Looking up the name and connecting, all addresses together; the phase says which of the two it was.</summary>
    Connect,

    /// <summary>The TLS handshake.</summary>
    TlsHandshake,

    /// <summary>One send: how long a server waits for its client to take octets. A client's request counts to <see cref="Head"/>.</summary>
    Send,

    /// <summary>The whole head of a message, from its first wait to its last octet.</summary>
    Head,

    /// <summary>One receive.</summary>
    Receive,

    /// <summary>The least number of octets a second.</summary>
    DataRate,

    /// <summary>A kept-alive connection on which a server waits for the next request.</summary>
    Idle,

    /// <summary>The exchange as a whole.</summary>
    Total,
}
