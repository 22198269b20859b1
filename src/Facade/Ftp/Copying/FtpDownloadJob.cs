namespace HiPerf.Ftp;

/// <summary>One file to fetch.</summary>
/// <param name="RemotePath">The server's file.</param>
/// <param name="LocalPath">What it becomes.</param>
/// <param name="Options">How.</param>
internal sealed record FtpDownloadJob(string RemotePath, string LocalPath, FtpDownloadOptions Options)
{
    /// <summary>Where its octets lie until they are whole.</summary>
    public string PartPath { get; init; } = LocalPath + ".part";

    /// <summary>What is known of the file already, so that the server need not be asked.</summary>
    public long? Length { get; init; }

    /// <inheritdoc cref="Length"/>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether the octets are on the disk before the name is.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Whether a link at <see cref="LocalPath"/> stays and what it leads to is replaced.</summary>
    public bool FollowsLinks { get; init; } = true;
}
