namespace HiPerf;

/// <summary>One entry of a local folder.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Url">Its file URL.</param>
/// <param name="IsDirectory">Whether it is a folder.</param>
/// <param name="Length">Octets of a file; null for folders.</param>
/// <param name="LastWriteTime">When it was last written.</param>
/// <param name="FullPath">The path in the local system's own form.</param>
public sealed record LocalEntry(string Name, InternetUrl Url, bool IsDirectory, long? Length, DateTimeOffset? LastWriteTime, string FullPath)
    : InternetEntry(Name, IsDirectory, Length, LastWriteTime)
{
    /// <inheritdoc/>
    public override InternetUrl Url { get; } = Url;
}
