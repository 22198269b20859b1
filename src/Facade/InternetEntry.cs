namespace HiPerf;

/// <summary>One entry of a folder: what every protocol can say of it. Protocols add their own in subtypes.</summary>
/// <param name="Name">The entry's own name, not its path, decoded.</param>
/// <param name="IsDirectory">Whether it is a folder.</param>
/// <param name="Length">Octets of a file; null when unknown, and for folders.</param>
/// <param name="LastWriteTime">When it was last written; null when unknown.</param>
public abstract record InternetEntry(string Name, bool IsDirectory, long? Length, DateTimeOffset? LastWriteTime)
{
    /// <summary>Where to open it; ends in a slash when it is a folder. Made anew when asked, where a listing would have made one for every entry.</summary>
    public abstract InternetUrl Url { get; }
}
