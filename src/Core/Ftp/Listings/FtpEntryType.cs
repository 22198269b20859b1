namespace HiPerf.Ftp;

/// <summary>What an entry of a listing is.</summary>
public enum FtpEntryType : byte
{
    /// <summary>The listing does not say.</summary>
    Unknown = 0,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Directory,

    /// <summary>A symbolic link or junction.</summary>
    Link,

    /// <summary>A device, a pipe, a socket, whatever holds no content.</summary>
    Other,
}
