// Two ends of a connection in memory, for tests that must not depend on sockets, ports or time. What a network does to a connection by chance
// is done here by command: pieces of any size, a stall, an end or a reset at an exact octet, a peer that does not read.

using System.IO.Pipelines;

namespace HiPerf.Transport;

/// <summary>One end of a connection in memory: a stream, a duplex pipe, and the faults of a network on command.</summary>
/// <remarks>Use either <see cref="Stream"/> or the pipe, not both. Reads and writes allocate nothing in the steady state. A wait is ended by its token, by the peer,
/// or by <see cref="Reset"/>; nothing happens by itself.</remarks>
public sealed class InMemoryConnection : IDuplexPipe, IDisposable
{
    /// <summary>Octets a direction holds before its writer waits, by default: 64 KiB.</summary>
    public const int DefaultCapacity = 64 * 1024;

    private readonly InMemoryChannel _incoming;
    private readonly InMemoryChannel _outgoing;

    private InMemoryConnection(InMemoryChannel incoming, InMemoryChannel outgoing)
    {
        _incoming = incoming;
        _outgoing = outgoing;
        Stream = new InMemoryStream(incoming, outgoing);
    }

    /// <summary>This end as a stream. Disposing of it ends what it sends and resets what the peer goes on to send.</summary>
    public Stream Stream { get; }

    /// <summary>What the peer sends, as a pipe.</summary>
    public PipeReader Input => field ??= PipeReader.Create(Stream, new StreamPipeReaderOptions(leaveOpen: true));

    /// <summary>What goes to the peer, as a pipe. Completing it does not end the direction: <see cref="Shutdown"/> does.</summary>
    public PipeWriter Output => field ??= PipeWriter.Create(Stream, new StreamPipeWriterOptions(leaveOpen: true));

    /// <summary>Octets that have left this end so far.</summary>
    public long BytesWritten => _outgoing.Written;

    /// <summary>Makes the two ends of a connection.</summary>
    /// <param name="capacity">Octets each direction holds before its writer waits; at least 1.</param>
    /// <returns>Both ends; they are alike, the names say who plays which part.</returns>
    public static (InMemoryConnection Client, InMemoryConnection Server) CreatePair(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        var request = new InMemoryChannel(capacity);
        var response = new InMemoryChannel(capacity);
        return (new InMemoryConnection(response, request), new InMemoryConnection(request, response));
    }

    /// <summary>Gives this end what the peer sends in pieces of these sizes, in turn and again from the first; no sizes: as it comes.</summary>
    /// <param name="sizes">Each at least 1; a single 1 is byte by byte.</param>
    public void ReceiveInPieces(params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        foreach (var size in sizes)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(sizes));
        }

        _incoming.ReadSizes = [.. sizes];
    }

    /// <summary>Ends what this end sends (FIN); the peer reads what is on its way and then 0. Reading goes on.</summary>
    public void Shutdown() => _outgoing.End();

    /// <summary>Ends what this end sends after so many octets in all; those beyond are swallowed if written before, refused if written later.</summary>
    /// <param name="octets">0 or more, counted from the connection's first.</param>
    public void ShutdownAfter(long octets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(octets);
        _outgoing.EndAfter(octets);
    }

    /// <summary>Breaks the connection both ways (RST): every read and write at either end, also one under way, throws an
    /// <see cref="IOException"/> around a <see cref="System.Net.Sockets.SocketException"/> for ConnectionReset.</summary>
    public void Reset()
    {
        _outgoing.Reset();
        _incoming.Reset();
    }

    /// <summary>Breaks what this end sends once the peer has read so many octets of it in all.</summary>
    /// <param name="octets">0 or more, counted from the connection's first.</param>
    public void ResetAfter(long octets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(octets);
        _outgoing.ResetAfter(octets);
    }

    /// <summary>Completes when this end waits for octets: the signal that the other side has done all it does by itself.</summary>
    public Task WhenReadPendingAsync() => _incoming.WhenReadPending();

    /// <summary>Completes when this end waits for the peer to read: backpressure.</summary>
    public Task WhenWritePendingAsync() => _outgoing.WhenWritePending();

    /// <summary>Disposes of <see cref="Stream"/>.</summary>
    public void Dispose() => Stream.Dispose();
}
