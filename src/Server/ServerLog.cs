using System.Net;
using Microsoft.Extensions.Logging;

namespace HiPerf.Server;

/// <summary>What the server logs. No octet of a peer is ever part of it.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {EndPoint} for {Protocol}.")]
    public static partial void Listening(ILogger logger, EndPoint endPoint, string protocol);

    [LoggerMessage(2, LogLevel.Debug, "Connection {ConnectionId} was lost: {Reason}")]
    public static partial void ConnectionLost(ILogger logger, string connectionId, string reason);

    [LoggerMessage(3, LogLevel.Error, "Connection {ConnectionId} was aborted: its handler failed.")]
    public static partial void HandlerFailed(ILogger logger, string connectionId, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "Accepting on {EndPoint} failed; it goes on.")]
    public static partial void AcceptFailed(ILogger logger, EndPoint endPoint, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "A connection from {Peer} was refused: there are too many.")]
    public static partial void TooManyConnections(ILogger logger, EndPoint? peer);

    [LoggerMessage(6, LogLevel.Debug, "The TLS handshake on connection {ConnectionId} failed: {Reason}")]
    public static partial void HandshakeFailed(ILogger logger, string connectionId, string reason);
}
