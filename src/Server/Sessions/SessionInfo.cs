using System.Net;

namespace HiPerf.Server;

/// <summary>What is known of one connection at one moment.</summary>
/// <param name="Id">Its name in every registry: 128 random bits, not to be guessed, not to be met again.</param>
/// <param name="Protocol">The protocol it speaks: <c>http</c>, <c>https</c>, <c>ftp</c>, <c>gopher</c>, <c>gophers</c>.</param>
/// <param name="Peer">The address it came from, null where the transport has none.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Started">When it was accepted, UTC.</param>
/// <param name="Requests">Requests, or commands, answered.</param>
/// <param name="BytesReceived">Octets of requests, or commands, read, framing included.</param>
/// <param name="BytesSent">Octets of responses written, framing included; of FTP, replies and data.</param>
public readonly record struct SessionInfo(Guid Id, string Protocol, EndPoint? Peer, SessionState State, DateTimeOffset Started, long Requests,
    long BytesReceived, long BytesSent);
