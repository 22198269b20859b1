namespace HiPerf.Http1;

/// <summary>The two ends of a connection. RFC 9110 section 3.3.</summary>
public enum ExchangeRole : byte
{
    /// <summary>Sends requests.</summary>
    Client = 0,

    /// <summary>Sends responses.</summary>
    Server,
}
