namespace HiPerf.Server;

/// <summary>One line of a folder's listing.</summary>
/// <param name="Name">The plain name, no slash.</param>
/// <param name="Size">Octets of a file, 0 for a folder.</param>
/// <param name="Modified">Last write, UTC.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
internal readonly record struct FolderEntry(string Name, long Size, DateTime Modified, bool IsFolder);
