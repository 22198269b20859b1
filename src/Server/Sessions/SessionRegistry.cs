using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server;

/// <summary>The connections a server holds now: counts them, lists them, ends them. One registry may serve several handlers.</summary>
public sealed class SessionRegistry
{
    private readonly ConcurrentDictionary<long, ServerSession> _sessions = new();
    private long _lastId;
    private int _count;

    /// <summary>Connections held now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>One view of each connection held now, oldest first.</summary>
    public IReadOnlyList<SessionInfo> List()
    {
        var views = _sessions.Values.Select(static session => session.View()).ToArray();
        Array.Sort(views, static (a, b) => a.Id.CompareTo(b.Id));
        return views;
    }

    /// <summary>Drops one connection at once.</summary>
    /// <param name="id">Its <see cref="SessionInfo.Id"/>.</param>
    /// <returns>Whether it was there.</returns>
    public bool Abort(long id)
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
        var session = new ServerSession(Interlocked.Increment(ref _lastId), protocol, connection, started);
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
