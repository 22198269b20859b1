using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HiPerf;

/// <summary>What kind of thing a path or an open handle names. A FIFO or a device must be refused before it is opened: opening one can block or act.</summary>
/// <remarks>.NET has no public call that tells a FIFO from a file on Unix, hence statx on Linux, whose layout is the same on every
/// architecture. Elsewhere the attributes and the handle's ability to seek decide.</remarks>
internal static class RegularFile
{
    private const int AtWorkingDirectory = -100;
    private const int AtEmptyPath = 0x1000;
    private const uint TypeOnly = 1;
    private const int ModeOffset = 28;

    public static EntryKind KindOf(string path)
    {
        if (Directory.Exists(path))
        {
            return EntryKind.Folder;
        }

        if (!File.Exists(path))
        {
            return EntryKind.Missing;
        }

        if (!OperatingSystem.IsLinux())
        {
            return (File.GetAttributes(path) & FileAttributes.Device) != 0 ? EntryKind.Other : EntryKind.File;
        }

        var record = new byte[256];
        var name = Encoding.UTF8.GetBytes(path + '\0');
        return Statx(AtWorkingDirectory, name, 0, TypeOnly, record) == 0 ? FromMode(record) : EntryKind.Other;
    }

    /// <summary>Looks again at what was really opened, so that a swap between look and opening is caught.</summary>
    public static bool IsRegular(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        var record = new byte[256];
        return StatxHandle(handle, [0], AtEmptyPath, TypeOnly, record) == 0 && FromMode(record) == EntryKind.File;
    }

    private static EntryKind FromMode(byte[] record) => (BitConverter.ToUInt16(record, ModeOffset) & 0xF000) switch
    {
        0x8000 => EntryKind.File,
        0x4000 => EntryKind.Folder,
        _ => EntryKind.Other,
    };

    // Plain DllImport: source-generated marshalling would need unsafe code in this assembly.
#pragma warning disable SYSLIB1054, CA2101
    [SupportedOSPlatform("linux")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] record);

    [SupportedOSPlatform("linux")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    private static extern int StatxHandle(SafeFileHandle file, byte[] path, int flags, uint mask, byte[] record);
#pragma warning restore SYSLIB1054, CA2101
}

/// <summary>What a path names, after links are followed.</summary>
internal enum EntryKind
{
    Missing,
    File,
    Folder,
    Other,
}
