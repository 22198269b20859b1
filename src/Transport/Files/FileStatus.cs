using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Transport;

/// <summary>What the kernel of Linux tells of a file, links followed: statx(2), whose layout is the same on every architecture.</summary>
/// <remarks>The base library tells neither FIFOs and devices from files nor inodes. Plain DllImport: source-generated marshalling would need unsafe code here.</remarks>
[SupportedOSPlatform("linux")]
[StructLayout(LayoutKind.Sequential, Size = 256)]
internal readonly struct FileStatus
{
    private const int CurrentFolder = -100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStats = 0x7FF;
    private const int TypeMask = 0xF000;
    private static readonly byte[] s_noPath = [0];

    private readonly uint _mask;
    private readonly uint _blockSize;
    private readonly ulong _attributes;
    private readonly uint _links;
    private readonly uint _user;
    private readonly uint _group;
    private readonly ushort _mode;
    private readonly ushort _spare;
    private readonly ulong _inode;
    private readonly ulong _size;
    private readonly ulong _blocks;
    private readonly ulong _attributesMask;
    private readonly Time _accessed;
    private readonly Time _born;
    private readonly Time _changed;
    private readonly Time _modified;
    private readonly uint _rawDeviceMajor;
    private readonly uint _rawDeviceMinor;
    private readonly uint _deviceMajor;
    private readonly uint _deviceMinor;

    /// <summary>Whether it is a regular file: no folder, device, FIFO or socket.</summary>
    public bool IsRegular => (_mode & TypeMask) == 0x8000;

    public bool IsFolder => (_mode & TypeMask) == 0x4000;

    /// <summary>Octets in it.</summary>
    public long Size => (long)_size;

    public ulong Inode => _inode;

    /// <summary>The device it lies on, its major number in the upper half.</summary>
    public ulong Device => ((ulong)_deviceMajor << 32) | _deviceMinor;

    /// <summary>When its octets were changed, in ticks, UTC.</summary>
    public long ModifiedTicks => _modified.Ticks;

    /// <summary>When its octets or what is told here were changed, in ticks, UTC.</summary>
    public long ChangedTicks => _changed.Ticks;

    /// <summary>Asks for what a path names.</summary>
    /// <param name="path">In UTF-8, with a NUL at its end.</param>
    /// <param name="status">What was told.</param>
    /// <returns>Whether there is such a thing, and it may be looked at.</returns>
    public static bool TryGet(byte[] path, out FileStatus status) => OfPath(CurrentFolder, path, 0, BasicStats, out status) == 0;

    /// <summary>Asks for what was really opened.</summary>
    public static bool TryGet(SafeFileHandle file, out FileStatus status) => OfHandle(file, s_noPath, EmptyPath, BasicStats, out status) == 0;

#pragma warning disable SYSLIB1054, CA2101
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    private static extern int OfPath(int folder, byte[] path, int flags, uint mask, out FileStatus status);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    private static extern int OfHandle(SafeFileHandle file, byte[] path, int flags, uint mask, out FileStatus status);
#pragma warning restore SYSLIB1054, CA2101

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        private readonly long _seconds;
        private readonly uint _nanoseconds;
        private readonly int _reserved;

        public long Ticks => DateTime.UnixEpoch.Ticks + (_seconds * TimeSpan.TicksPerSecond) + (_nanoseconds / 100);
    }
}
