using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Server;

/// <summary>Keeps small files in memory, so that a request for one opens nothing and allocates nothing.</summary>
/// <remarks>
/// <para>Opening a file costs a SafeFileHandle and four system calls; a look costs one and no memory. A copy is used only after a look that
/// tells exactly what the one before it was read told: device, inode, length, times of last write and of last change.</para>
/// <para>Two generations bound it: what is used moves to the young one, and when that holds half of the budget the old one goes.</para>
/// </remarks>
internal sealed class HotFiles(VirtualRoot root, int maxFile, long budget)
{
    // A write within the same tick of the file system's clock as the read leaves no trace: younger files are not kept.
    private static readonly long s_settled = TimeSpan.TicksPerSecond / 10;

    private readonly Lock _turning = new();
    private ConcurrentDictionary<byte[], HotFile> _young = New();
    private ConcurrentDictionary<byte[], HotFile> _old = New();
    private long _youngOctets;

    /// <summary>Finds a current copy of what a name stands for.</summary>
    /// <param name="name">The plain name.</param>
    /// <param name="looked">The copy that the last look, since the request's octets came in, found current; a second look would tell no more.</param>
    /// <param name="file">The copy.</param>
    public bool TryFind(ReadOnlySpan<byte> name, ref HotFile? looked, [NotNullWhen(true)] out HotFile? file)
    {
        if (!Volatile.Read(ref _young).GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out file))
        {
            if (!Volatile.Read(ref _old).GetAlternateLookup<ReadOnlySpan<byte>>().TryRemove(name, out _, out file))
            {
                return false;
            }

            Keep(name.ToArray(), file);
        }

        if (ReferenceEquals(file, looked))
        {
            return true;
        }

        if (root.Look(file.Path) == file.Facts)
        {
            looked = file;
            return true;
        }

        _ = Volatile.Read(ref _young).GetAlternateLookup<ReadOnlySpan<byte>>().TryRemove(name, out _, out _);
        file = null;
        return false;
    }

    /// <summary>Whether a file of this kind is worth keeping.</summary>
    /// <param name="facts">The file.</param>
    /// <param name="now">Ticks, UTC.</param>
    public bool IsKept(in FileFacts facts, long now) =>
        facts.Length <= maxFile && now - Math.Max(facts.Modified, facts.Changed) > s_settled;

    /// <summary>Keeps a copy.</summary>
    public void Keep(byte[] name, HotFile file)
    {
        var cost = file.Content.Length + file.Head.Length + file.Path.Length + name.Length + 256;
        lock (_turning)
        {
            if (_young.TryAdd(name, file))
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

    private static ConcurrentDictionary<byte[], HotFile> New() => new(NameComparer.Instance);

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
