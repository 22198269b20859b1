// TLS 1.3 tickets are for one use: while two control connections of one host share a place for tickets, the data connection of one takes what the other's
// was to resume by, and servers that demand resumption refuse it. The platform keeps one place a target host, by its exact letters. A name's letters
// may be written in either case and stay the same name (RFC 4343; RFC 6066 section 3), so each connection that is open at a time spells its host in a way of its own.


namespace HiPerf;

/// <summary>The name by which one control connection and its data connections resume their TLS sessions, and no other connection that is open beside it.</summary>
/// <remarks>A spelling that is free again goes to its last owner first: sessions are resumed within one identity (catalogue TLS-06). A name of few letters has few
/// spellings; past them connections share.</remarks>
internal sealed class ResumptionScope : IDisposable
{
    private static readonly Lock s_gate = new();
    private static readonly Dictionary<string, List<Place>> s_hosts = new(StringComparer.Ordinal);

    private readonly string _host;
    private readonly int _index;
    private bool _disposed;

    private ResumptionScope(string host, int index)
    {
        _host = host;
        _index = index;
        Name = TlsClientOptions.ResumptionNameOf(host, index);
    }

    /// <summary>The target host to give to TLS.</summary>
    public string Name { get; }

    /// <summary>Takes a spelling that no open connection uses.</summary>
    /// <param name="host">The host in canonical form.</param>
    /// <param name="owner">A hash of who connects: user, proxy, rules.</param>
    public static ResumptionScope Rent(string host, int owner)
    {
        lock (s_gate)
        {
            if (!s_hosts.TryGetValue(host, out var places))
            {
                s_hosts.Add(host, places = []);
            }

            var index = places.FindIndex(place => !place.IsTaken && place.Owner == owner);
            if (index < 0)
            {
                index = places.Count;
                places.Add(default);
            }

            places[index] = new Place(owner, IsTaken: true);
            return new ResumptionScope(host, index);
        }
    }

    /// <summary>Gives the spelling back.</summary>
    public void Dispose()
    {
        lock (s_gate)
        {
            if (!_disposed && s_hosts.TryGetValue(_host, out var places))
            {
                places[_index] = places[_index] with { IsTaken = false };

                // What is remembered of owners only spares handshakes: past so many, or when the last connection to one of many hosts is gone, it goes.
                if ((places.Count > 256 || s_hosts.Count > 256) && !places.Exists(static place => place.IsTaken))
                {
                    s_hosts.Remove(_host);
                }
            }

            _disposed = true;
        }
    }

    private readonly record struct Place(int Owner, bool IsTaken);
}
