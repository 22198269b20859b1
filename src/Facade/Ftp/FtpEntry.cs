namespace HiPerf.Ftp;

/// <summary>One entry of a folder on an FTP server.</summary>
/// <param name="Name">The entry's own name, decoded; see <see cref="RawName"/> and <see cref="IsPlainName"/>.</param>
/// <param name="Url">Where to open it; ends in a slash when it is a folder.</param>
/// <param name="IsDirectory">Whether it is a folder.</param>
/// <param name="Length">Octets of a file; null when unknown, and for folders.</param>
/// <param name="LastWriteTime">When it was last written; null when unknown. See <see cref="IsTimeUtc"/> and <see cref="TimePrecision"/>.</param>
public sealed record FtpEntry(string Name, InternetUrl Url, bool IsDirectory, long? Length, DateTimeOffset? LastWriteTime)
    : InternetEntry(Name, Url, IsDirectory, Length, LastWriteTime)
{
    /// <summary>The path relative to the folder that was listed, as recursion finds it; the name where it lists one folder.</summary>
    public required string Path { get; init; }

    /// <summary>File, folder, link.</summary>
    public FtpEntryType Type { get; init; }

    /// <summary>The name as the server sent it.</summary>
    public ReadOnlyMemory<byte> RawName { get; init; }

    /// <summary>Whether the name is one plain component, safe to use for a local file on any system.</summary>
    public bool IsPlainName { get; init; }

    /// <summary>Whether <see cref="InternetEntry.LastWriteTime"/> is known to be UTC; else the server's zone was taken from <see cref="FtpConnectOptions.ServerTimeOffset"/>.</summary>
    public bool IsTimeUtc { get; init; }

    /// <summary>How exact the time is.</summary>
    public FtpTimePrecision TimePrecision { get; init; }

    /// <summary>The permissions as the server wrote them; null when not told.</summary>
    public string? Permissions { get; init; }

    /// <summary>Where a link leads, as the server wrote it; null when not told.</summary>
    public string? Target { get; init; }

    /// <summary>The owner; null when not told.</summary>
    public string? Owner { get; init; }

    /// <summary>The group; null when not told.</summary>
    public string? Group { get; init; }
}
