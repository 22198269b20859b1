namespace HiPerf.Ftp;

/// <summary>The local file a download becomes.</summary>
internal static class LocalTarget
{
    /// <summary>Looks at what is there before anything is transferred.</summary>
    /// <param name="path">The caller's path.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="followsLinks">Whether a link stays and what it leads to is replaced; else the link itself is.</param>
    /// <returns>The path to write.</returns>
    /// <exception cref="FtpException">AccessDenied: there is a file, a folder, or something that is no file.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no folder for it.</exception>
    public static string Check(string path, bool overwrite, bool followsLinks)
    {
        var full = Path.GetFullPath(path);
        var link = new FileInfo(full).LinkTarget is not null;
        if (link && followsLinks)
        {
            full = File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        }

        var kind = link && !followsLinks ? EntryKind.File : RegularFile.KindOf(full);
        return kind switch
        {
            EntryKind.Folder => throw CopyErrors.LocalFolder(path),
            EntryKind.Other => throw CopyErrors.LocalNotRegular(path),
            EntryKind.File when !overwrite => throw CopyErrors.LocalExists(path),
            _ when Path.GetDirectoryName(full) is { } folder && !Directory.Exists(folder) => throw new DirectoryNotFoundException($"There is no folder {folder}."),
            _ => full,
        };
    }
}
