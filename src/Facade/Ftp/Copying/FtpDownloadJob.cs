using System.Security.Cryptography;

namespace HiPerf.Ftp;

/// <summary>One file to fetch.</summary>
/// <param name="RemotePath">The server's file.</param>
/// <param name="LocalPath">What it becomes.</param>
/// <param name="Options">How.</param>
internal sealed record FtpDownloadJob(string RemotePath, string LocalPath, FtpDownloadOptions Options)
{
    /// <summary>Where its octets lie until they are whole: under a name that a later attempt finds where it may go on, else under one that nobody else uses.</summary>
    public string PartPath { get; init; } = Options is { Resume: true, Type: FtpTransferType.Binary } ? LocalPath + ".part" : Unique(LocalPath);

    /// <summary>Whether what an attempt that could have been resumed left beside the target is removed: its part and its note.</summary>
    public bool ForgetsAttempt { get; init; }

    /// <summary>What is known of the file already, so that the server need not be asked.</summary>
    public long? Length { get; init; }

    /// <inheritdoc cref="Length"/>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether the octets are on the disk before the name is.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Whether a link at <see cref="LocalPath"/> stays and what it leads to is replaced.</summary>
    public bool FollowsLinks { get; init; } = true;

    private static string Unique(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, $".{Path.GetFileName(path)}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.part");
}
