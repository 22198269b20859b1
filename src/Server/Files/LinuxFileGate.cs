using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>The gate on Linux. Opens without blocking, so that a FIFO cannot hold a thread; asks the kernel what the handle is and where it lies,
/// so that no exchange of a folder for a link between check and open leads out of the root (catalogue FS-09).</summary>
/// <remarks>statx(2) because its layout is the same on every architecture; the base library tells neither FIFOs from files nor inodes.</remarks>
internal sealed class LinuxFileGate : FileGate
{
    private const int ReadOnly = 0;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int CurrentFolder = -100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStats = 0x7FF;
    private static readonly byte[] s_noPath = [0];

    public override FileFacts Look(byte[] path) => statx(CurrentFolder, path, 0, BasicStats, out var stat) == 0 ? stat.ToFacts() : default;

    public override SafeFileHandle? Open(byte[] path, string root, out FileFacts facts)
    {
        facts = default;

        // A device may act on being opened: look first, and again at what was opened.
        if (Look(path).Kind == FileKind.None)
        {
            return null;
        }

        var handle = new SafeFileHandle(open(path, ReadOnly | NonBlocking | CloseOnExec | NoControllingTerminal), ownsHandle: true);
        if (!handle.IsInvalid && TryDescribe(handle, root, out facts))
        {
            return handle;
        }

        handle.Dispose();
        facts = default;
        return null;
    }

    public override string EnumerationPath(SafeFileHandle? folder, string path) => folder is null ? path : DescriptorPath(folder);

    public override string FinalPath(string folder)
    {
        var path = Encoding.UTF8.GetBytes(Path.GetFullPath(folder) + "\0");
        using var handle = new SafeFileHandle(open(path, ReadOnly | NonBlocking | CloseOnExec), ownsHandle: true);
        if (handle.IsInvalid || !TryDescribe(handle, "/", out var facts) || facts.Kind != FileKind.Folder)
        {
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        }

        return LinkOf(handle)!;
    }

    private static bool TryDescribe(SafeFileHandle handle, string root, out FileFacts facts)
    {
        facts = statx((int)handle.DangerousGetHandle(), s_noPath, EmptyPath, BasicStats, out var stat) == 0 ? stat.ToFacts() : default;
        return facts.Kind != FileKind.None && LinkOf(handle) is { } finalPath && IsWithin(finalPath, root);
    }

    private static string? LinkOf(SafeFileHandle handle) => new FileInfo(DescriptorPath(handle)).LinkTarget;

    private static string DescriptorPath(SafeFileHandle handle) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{handle.DangerousGetHandle()}");

    [DllImport("libc", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, out Statx stat);

    [StructLayout(LayoutKind.Sequential)]
    private struct StatxTime
    {
        public long Seconds;
        public uint Nanoseconds;
        public int Reserved;

        public readonly long ToTicks() => DateTime.UnixEpoch.Ticks + (Seconds * TimeSpan.TicksPerSecond) + (Nanoseconds / 100);
    }

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Statx
    {
        public uint Mask;
        public uint BlockSize;
        public ulong Attributes;
        public uint Links;
        public uint User;
        public uint Group;
        public ushort Mode;
        public ushort Spare;
        public ulong Inode;
        public ulong Size;
        public ulong Blocks;
        public ulong AttributesMask;
        public StatxTime Accessed;
        public StatxTime Born;
        public StatxTime Changed;
        public StatxTime Modified;
        public uint RawDeviceMajor;
        public uint RawDeviceMinor;
        public uint DeviceMajor;
        public uint DeviceMinor;

        public readonly FileFacts ToFacts()
        {
            const int TypeMask = 0xF000, Folder = 0x4000, Regular = 0x8000;
            var kind = (Mode & TypeMask) switch { Regular => FileKind.File, Folder => FileKind.Folder, _ => FileKind.None };
            return new FileFacts(kind, kind == FileKind.File ? (long)Size : 0, Modified.ToTicks(), Changed.ToTicks(),
                ((ulong)DeviceMajor << 32) | DeviceMinor, Inode);
        }
    }
}
