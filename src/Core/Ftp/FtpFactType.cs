namespace HiPerf.Ftp;

/// <summary>What an entry is, by its fact <c>type</c>. RFC 3659 section 7.5.1.</summary>
public enum FtpFactType : byte
{
    /// <summary>No fact tells.</summary>
    Unknown = 0,

    /// <summary><c>file</c>.</summary>
    File,

    /// <summary><c>dir</c>.</summary>
    Directory,

    /// <summary><c>cdir</c>: the directory that is listed.</summary>
    CurrentDirectory,

    /// <summary><c>pdir</c>: one above it.</summary>
    ParentDirectory,

    /// <summary><c>OS.unix=slink</c> or <c>OS.unix=symlink</c>.</summary>
    Link,

    /// <summary>Any other <c>OS.name=type</c>: a device, a pipe.</summary>
    Other,
}
