namespace HiPerf.Transport;

/// <summary>What happens in an exchange. The numbers below 1000 are those of WinINet's INTERNET_STATUS values; those above are ours.</summary>
/// <remarks>One exchange on a new connection: ResolvingName, NameResolved, Connecting, Connected, (TlsHandshake, TlsEstablished,) SendingRequest,
/// RequestSent, ReceivingResponse, ResponseReceived, (Redirecting, …), ContentReceived. On a reused connection ConnectionReused stands
/// for those before SendingRequest.</remarks>
public enum PhaseEventKind
{
    /// <summary>The look-up of a name starts. Payload: the host.</summary>
    ResolvingName = 10,

    /// <summary>The look-up is done. Payload: the host, not an address.</summary>
    NameResolved = 11,

    /// <summary>A connection is tried. Payload: the end point.</summary>
    Connecting = 20,

    /// <summary>It stands. Payload: the end point.</summary>
    Connected = 21,

    /// <summary>A request is about to be sent.</summary>
    SendingRequest = 30,

    /// <summary>The request is sent. Bytes: its octets, content included.</summary>
    RequestSent = 31,

    /// <summary>The wait for the response begins.</summary>
    ReceivingResponse = 40,

    /// <summary>The head of the response, or a reply, is read. Bytes: its octets. StatusCode: its status or reply code.</summary>
    ResponseReceived = 41,

    /// <summary>The connection is about to be closed. Payload: the end point.</summary>
    ClosingConnection = 50,

    /// <summary>It is closed. Payload: the end point.</summary>
    ConnectionClosed = 51,

    /// <summary>A session, connection or file came to be. Payload: that object.</summary>
    ObjectCreated = 60,

    /// <summary>It is disposed of; nothing follows for it. Payload: that object.</summary>
    Disposed = 70,

    /// <summary>A proxy is looked for.</summary>
    DetectingProxy = 80,

    /// <summary>An exchange is over. Payload: the exception, null on success.</summary>
    Completed = 100,

    /// <summary>A redirect is about to be followed. StatusCode: its status. Payload: the new URL.</summary>
    Redirecting = 110,

    /// <summary>A 1xx response came. StatusCode: its status.</summary>
    InformationalResponse = 120,

    /// <summary>The way went from clear to secure or back. StatusCode: 1 secure, 0 clear.</summary>
    SecurityChanged = 200,

    /// <summary>Cookies went with the request. Bytes: how many cookies.</summary>
    CookiesSent = 320,

    /// <summary>Cookies came with the response. Bytes: how many cookies.</summary>
    CookiesReceived = 321,

    /// <summary>An idle connection is used again. Payload: the end point.</summary>
    ConnectionReused = 1000,

    /// <summary>The TLS handshake starts. Payload: the host.</summary>
    TlsHandshake = 1001,

    /// <summary>The TLS handshake is done. Payload: the host.</summary>
    TlsEstablished = 1002,

    /// <summary>The first octet of the response is here.</summary>
    FirstByteReceived = 1003,

    /// <summary>The content is read to its end. Bytes: its octets as framed.</summary>
    ContentReceived = 1004,

    /// <summary>The exchange begins anew on another connection. StatusCode: which attempt, from 2.</summary>
    Retrying = 1005,

    /// <summary>The response comes from the cache. Bytes: its content's octets.</summary>
    ServedFromCache = 1006,
}
