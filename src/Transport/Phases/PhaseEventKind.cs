namespace HiPerf.Transport;

/// <summary>What happens in an exchange. The numbers below 1000 are those of WinINet's INTERNET_STATUS values; those above are ours.</summary>
/// <remarks>One exchange on a new connection: ResolvingName, NameResolved, Connecting, Connected, (TlsHandshake, TlsEstablished,) SendingRequest,
/// RequestSent, ReceivingResponse, ResponseReceived, (Redirecting, …), ContentReceived, Completed. On a reused connection ConnectionReused stands
/// for those before SendingRequest. ClosingConnection and ConnectionClosed come when a connection is closed rather than kept, from its exchange
/// or, once it was idle, from the pool.</remarks>
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

    /// <summary>An exchange is over: its content was read to the end (payload: null), or it failed (payload: the exception). Not raised for one that is given up.</summary>
    Completed = 100,

    /// <summary>A redirect is about to be followed. StatusCode: its status. Payload: the new URL.</summary>
    Redirecting = 110,

    /// <summary>A 1xx response came. StatusCode: its status.</summary>
    InformationalResponse = 120,

    /// <summary>An idle connection is used again. Payload: the end point.</summary>
    ConnectionReused = 1000,

    /// <summary>The TLS handshake starts. Payload: the host.</summary>
    TlsHandshake = 1001,

    /// <summary>The TLS handshake is done. Payload: the host.</summary>
    TlsEstablished = 1002,

    /// <summary>The content is read to its end. Bytes: its octets as framed.</summary>
    ContentReceived = 1004,

    /// <summary>The exchange begins anew on another connection. StatusCode: which attempt, from 2.</summary>
    Retrying = 1005,

    /// <summary>A command leaves on an FTP control connection. Payload: its line as text, secrets left out.</summary>
    CommandSent = 1006,

    /// <summary>A reply came on an FTP control connection. StatusCode: its code. Bytes: its octets. Payload: its lines as text.</summary>
    ReplyReceived = 1007,
}
