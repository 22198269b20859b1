namespace HiPerf;

/// <summary>Which limit of time ran out.</summary>
public enum InternetTimeout
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Looking up the name.</summary>
    ResolveName,

    /// <summary>Connecting, all addresses together.</summary>
    Connect,

    /// <summary>The TLS handshake.</summary>
    TlsHandshake,

    /// <summary>One send.</summary>
    Send,

    /// <summary>The whole head of a message, from its first wait to its last octet.</summary>
    Head,

    /// <summary>One receive.</summary>
    Receive,

    /// <summary>The least number of octets a second.</summary>
    DataRate,

    /// <summary>A kept-alive connection on which nothing happens.</summary>
    Idle,

    /// <summary>The exchange as a whole.</summary>
    Total,
}
