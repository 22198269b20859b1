using System.Text;

namespace HiPerf.Ftp;

/// <summary>One entry of a folder on an FTP server.</summary>
public sealed record FtpEntry : InternetEntry
{
    private readonly FtpFolderPlace _folder;
    private readonly byte[]? _rawName;
    private readonly bool _isLatin1;

    /// <param name="name">The name, decoded.</param>
    /// <param name="folder">Where it stands.</param>
    /// <param name="isLatin1">Whether the name was no UTF-8 and was read as ISO-8859-1.</param>
    /// <param name="rawName">The name's octets, where the name does not tell them; else null.</param>
    /// <param name="isDirectory">Whether it is a folder.</param>
    /// <param name="length">Octets; null when unknown.</param>
    /// <param name="lastWriteTime">When it was last written; null when unknown.</param>
    internal FtpEntry(string name, FtpFolderPlace folder, bool isLatin1, byte[]? rawName, bool isDirectory, long? length, DateTimeOffset? lastWriteTime)
        : base(name, isDirectory, length, lastWriteTime)
    {
        _folder = folder;
        _isLatin1 = isLatin1;
        _rawName = rawName;
        Path = folder.Prefix.Length == 0 ? name : folder.Prefix + name;
    }

    /// <summary>The path relative to the folder that was listed, as recursion finds it; the name where it lists one folder.</summary>
    public string Path { get; }

    /// <summary>Where to open it, by the octets of its name; ends in a slash when it is a folder. Made anew each time it is asked for.</summary>
    public override InternetUrl Url => _folder.UrlOf(RawName.Span, IsDirectory);

    /// <summary>The name as the server sent it.</summary>
    public ReadOnlyMemory<byte> RawName => _rawName ?? (_isLatin1 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(Name);

    /// <summary>File, folder, link.</summary>
    public FtpEntryType Type { get; init; }

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

    /// <inheritdoc/>
    public bool Equals(FtpEntry? other) => other is not null && base.Equals(other) && Type == other.Type && Path == other.Path && IsTimeUtc == other.IsTimeUtc
        && TimePrecision == other.TimePrecision && Permissions == other.Permissions && Target == other.Target && Owner == other.Owner && Group == other.Group
        && RawName.Span.SequenceEqual(other.RawName.Span) && _folder.UrlPrefix == other._folder.UrlPrefix;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Path, Type);
}
