using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server;

/// <summary>One connection's entry in the registry. Its handler alone writes; anyone reads a moment's view.</summary>
internal sealed class ServerSession(Guid id, long number, string protocol, ConnectionContext connection, DateTimeOffset started)
{
    private int _state;
    private long _requests;
    private long _received;
    private long _sent;

    public Guid Id => id;

    /// <summary>Its place in the order of all connections.</summary>
    public long Number => number;

    public void Enter(SessionState state) => Volatile.Write(ref _state, (int)state);

    public void CountRequest() => Volatile.Write(ref _requests, _requests + 1);

    public void CountReceived(long octets) => Volatile.Write(ref _received, _received + octets);

    /// <summary>Counts what is sent, be it by the session's reader or by its transfer.</summary>
    public void CountSent(long octets) => Interlocked.Add(ref _sent, octets);

    public void Abort() => connection.Abort(new ConnectionAbortedException("The session was ended by the server."));

    public SessionInfo View() => new(id, protocol, connection.RemoteEndPoint, (SessionState)Volatile.Read(ref _state), started,
        Volatile.Read(ref _requests), Volatile.Read(ref _received), Volatile.Read(ref _sent));
}
