namespace HiPerf.Server;

/// <summary>What a name in the file system stands for.</summary>
internal enum FileKind : byte
{
    /// <summary>Nothing, or nothing that is served: a device, a FIFO, a socket, a link out of the root.</summary>
    None,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}

/// <summary>What a look at a file tells, and by which a cached copy is known to be current: two looks that are equal saw the same content.</summary>
/// <param name="Kind">File, folder or nothing served.</param>
/// <param name="Length">Octets of a file.</param>
/// <param name="Modified">Ticks (100 ns, UTC) of the last write.</param>
/// <param name="Changed">Ticks (100 ns, UTC) of the last change of the inode, 0 where the system does not say.</param>
/// <param name="Device">The device that holds it, 0 where the system does not say.</param>
/// <param name="Inode">Its number on the device, 0 where the system does not say.</param>
internal readonly record struct FileFacts(FileKind Kind, long Length, long Modified, long Changed, ulong Device, ulong Inode)
{
    private const long Settling = TimeSpan.TicksPerSecond / 10;

    /// <summary>The same as an entry.</summary>
    /// <param name="name">The entry's own name, no slash.</param>
    public FolderEntry EntryOf(ReadOnlySpan<byte> name) => new(System.Text.Encoding.UTF8.GetString(name), Length, new DateTime(Modified, DateTimeKind.Utc), Kind == FileKind.Folder);

    /// <summary>Whether a change made from now on is sure to show: a write within the same tick of the file system's clock as a read leaves no trace.</summary>
    /// <param name="now">Ticks, UTC.</param>
    public bool IsSettled(long now) => now - Math.Max(Modified, Changed) > Settling;
}
