using System.Runtime.InteropServices;

namespace HiPerf.Properties;

/// <summary>Octets between two inaccessible pages: a read before the first or behind the last one ends the process.</summary>
internal sealed unsafe class GuardedOctets : IDisposable
{
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly nint _map;
    private readonly int _page = Environment.SystemPageSize;
    private readonly int _room;

    /// <param name="pages">Pages of octets, 1 and up.</param>
    public GuardedOctets(int pages = 1)
    {
        _room = pages * _page;
        _map = MemoryMap(0, (nuint)(_room + (2 * _page)), ReadWrite, PrivateAnonymous, -1, 0);
        if (_map == -1 || MemoryProtect(_map, (nuint)_page, 0) != 0 || MemoryProtect(_map + _page + _room, (nuint)_page, 0) != 0)
        {
            throw new InvalidOperationException("No guarded pages: " + Marshal.GetLastPInvokeErrorMessage());
        }
    }

    /// <summary>A copy that ends where the inaccessible page begins.</summary>
    /// <param name="octets">At most as many as the pages hold.</param>
    public ReadOnlySpan<byte> AtEnd(ReadOnlySpan<byte> octets) => Place(octets, _room - octets.Length);

    /// <summary>A copy that begins where the inaccessible page ends.</summary>
    /// <param name="octets">At most as many as the pages hold.</param>
    public ReadOnlySpan<byte> AtStart(ReadOnlySpan<byte> octets) => Place(octets, 0);

    public void Dispose() => _ = MemoryUnmap(_map, (nuint)(_room + (2 * _page)));

    private ReadOnlySpan<byte> Place(ReadOnlySpan<byte> octets, int at)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(octets.Length, _room);
        var place = new Span<byte>((byte*)_map + _page + at, octets.Length);
        octets.CopyTo(place);
        return place;
    }

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint MemoryMap(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int MemoryProtect(nint address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static extern int MemoryUnmap(nint address, nuint length);
}
