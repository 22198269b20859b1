using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using HiPerf.Transport;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>The gate on Linux. Opens without blocking, so that a FIFO cannot hold a thread; asks the kernel what the handle is and where it lies,
/// so that no exchange of a folder for a link between check and open leads out of the root (catalogue FS-09).</summary>
[SupportedOSPlatform("linux")]
internal sealed class LinuxFileGate : FileGate
{
    private const int ReadOnly = 0;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    public override FileFacts Look(byte[] path) => FileStatus.TryGet(path, out var status) ? FactsOf(in status) : default;

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
        facts = FileStatus.TryGet(handle, out var status) ? FactsOf(in status) : default;
        return facts.Kind != FileKind.None && LinkOf(handle) is { } finalPath && IsWithin(finalPath, root);
    }

    private static string? LinkOf(SafeFileHandle handle) => new FileInfo(DescriptorPath(handle)).LinkTarget;

    private static string DescriptorPath(SafeFileHandle handle) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{handle.DangerousGetHandle()}");

    [DllImport("libc", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    private static FileFacts FactsOf(in FileStatus status)
    {
        var kind = status.IsRegular ? FileKind.File : status.IsFolder ? FileKind.Folder : FileKind.None;
        return new FileFacts(kind, kind == FileKind.File ? status.Size : 0, status.ModifiedTicks, status.ChangedTicks, status.Device, status.Inode);
    }
}
