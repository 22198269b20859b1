using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Server;

/// <summary>Keeps what is worth to be kept by name, within a budget of octets. Whether it is current is for who asks to know.</summary>
/// <remarks>Two generations bound it: what is used moves to the young one, and when that holds half of the budget the old one goes.</remarks>
/// <typeparam name="T">What is kept.</typeparam>
internal sealed class HotCache<T>(long budget, Func<T, int> costOf)
    where T : class
{
    // What an entry costs beside its own octets and its name.
    private const int EntryCost = 256;

    private readonly Lock _turning = new();
    private ConcurrentDictionary<byte[], T> _young = New();
    private ConcurrentDictionary<byte[], T> _old = New();
    private long _youngOctets;

    /// <summary>Finds what was kept.</summary>
    public bool TryFind(ReadOnlySpan<byte> name, [NotNullWhen(true)] out T? kept)
    {
        if (Volatile.Read(ref _young).GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out kept))
        {
            return true;
        }

        if (!Volatile.Read(ref _old).GetAlternateLookup<ReadOnlySpan<byte>>().TryRemove(name, out _, out kept))
        {
            return false;
        }

        Keep(name.ToArray(), kept);
        return true;
    }

    /// <summary>Forgets what was found and is not current.</summary>
    public void Remove(ReadOnlySpan<byte> name)
    {
        // Finding it moved it to the young generation, which may have turned old by that.
        _ = Volatile.Read(ref _young).GetAlternateLookup<ReadOnlySpan<byte>>().TryRemove(name, out _, out _);
        _ = Volatile.Read(ref _old).GetAlternateLookup<ReadOnlySpan<byte>>().TryRemove(name, out _, out _);
    }

    /// <summary>Keeps something, unless it alone costs more than half of the budget.</summary>
    public void Keep(byte[] name, T kept)
    {
        var cost = (long)costOf(kept) + name.Length + EntryCost;
        if (cost > budget / 2)
        {
            return;
        }

        lock (_turning)
        {
            if (_young.TryAdd(name, kept))
            {
                _youngOctets += cost;
            }

            if (_youngOctets <= budget / 2)
            {
                return;
            }

            Volatile.Write(ref _old, _young);
            Volatile.Write(ref _young, New());
            _youngOctets = 0;
        }
    }

    private static ConcurrentDictionary<byte[], T> New() => new(NameComparer.Instance);

    private sealed class NameComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static NameComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // Seeded anew in every process: names cannot be chosen to collide.
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
