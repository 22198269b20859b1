using System.Text;
using HiPerf.Transport;
using Microsoft.Win32.SafeHandles;

namespace HiPerf;

/// <summary>What kind of thing a path or an open handle names. A FIFO or a device must be refused before it is opened: opening one can block or act.</summary>
/// <remarks>.NET has no public call that tells a FIFO from a file on Unix, hence statx on Linux. Elsewhere the attributes and the handle's ability to seek decide.</remarks>
internal static class RegularFile
{
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

        return !FileStatus.TryGet(Encoding.UTF8.GetBytes(path + '\0'), out var status) ? EntryKind.Other
            : status.IsRegular ? EntryKind.File
            : status.IsFolder ? EntryKind.Folder
            : EntryKind.Other;
    }

    /// <summary>Looks again at what was really opened, so that a swap between look and opening is caught.</summary>
    public static bool IsRegular(SafeFileHandle handle) =>
        !OperatingSystem.IsLinux() || (FileStatus.TryGet(handle, out var status) && status.IsRegular);
}

/// <summary>What a path names, after links are followed.</summary>
internal enum EntryKind
{
    Missing,
    File,
    Folder,
    Other,
}
