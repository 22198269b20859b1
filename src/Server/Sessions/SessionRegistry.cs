using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server;

/// <summary>The connections a server holds now: counts them, lists them, ends them. One registry may serve several handlers.</summary>
public sealed class SessionRegistry
{
    private readonly ConcurrentDictionary<Guid, ServerSession> _sessions = new();
    private long _lastNumber;
    private int _count;

    /// <summary>Connections held now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>One view of each connection held now, oldest first.</summary>
    public IReadOnlyList<SessionInfo> List()
    {
        var sessions = _sessions.Values.ToArray();
        Array.Sort(sessions, static (a, b) => a.Number.CompareTo(b.Number));
        return Array.ConvertAll(sessions, static session => session.View());
    }

    /// <summary>Drops one connection at once.</summary>
    /// <param name="id">Its <see cref="SessionInfo.Id"/>.</param>
    /// <returns>Whether it was there.</returns>
    public bool Abort(Guid id)
    {
        if (!_sessions.TryGetValue(id, out var session))
        {
            return false;
        }

        session.Abort();
        return true;
    }

    /// <summary>Drops every connection at once.</summary>
    /// <returns>Connections dropped.</returns>
    public int AbortAll()
    {
        var dropped = 0;
        foreach (var (_, session) in _sessions)
        {
            session.Abort();
            dropped++;
        }

        return dropped;
    }

    internal ServerSession Add(string protocol, ConnectionContext connection, DateTimeOffset started)
    {
        // Not a version 4 identifier, which has six bits less: all of it is random.
        Span<byte> id = stackalloc byte[16];
        RandomNumberGenerator.Fill(id);
        var session = new ServerSession(new Guid(id), Interlocked.Increment(ref _lastNumber), protocol, connection, started);
        _sessions[session.Id] = session;
        _ = Interlocked.Increment(ref _count);
        return session;
    }

    internal void Remove(ServerSession session)
    {
        if (_sessions.TryRemove(session.Id, out _))
        {
            _ = Interlocked.Decrement(ref _count);
        }
    }
}
