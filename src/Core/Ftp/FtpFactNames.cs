namespace HiPerf.Ftp;

/// <summary>The facts that are known here. RFC 3659 section 7.5, and those of the UNIX name space in use.</summary>
[Flags]
public enum FtpFactNames
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>type</c>.</summary>
    Type = 1 << 0,

    /// <summary><c>size</c>, or <c>sizd</c> of a directory.</summary>
    Size = 1 << 1,

    /// <summary><c>modify</c>.</summary>
    Modify = 1 << 2,

    /// <summary><c>create</c>.</summary>
    Create = 1 << 3,

    /// <summary><c>perm</c>.</summary>
    Perm = 1 << 4,

    /// <summary><c>unique</c>.</summary>
    Unique = 1 << 5,

    /// <summary><c>lang</c>.</summary>
    Lang = 1 << 6,

    /// <summary><c>media-type</c>.</summary>
    MediaType = 1 << 7,

    /// <summary><c>charset</c>.</summary>
    Charset = 1 << 8,

    /// <summary><c>UNIX.mode</c>.</summary>
    UnixMode = 1 << 9,

    /// <summary><c>UNIX.owner</c> or <c>UNIX.uid</c>.</summary>
    UnixOwner = 1 << 10,

    /// <summary><c>UNIX.group</c> or <c>UNIX.gid</c>.</summary>
    UnixGroup = 1 << 11,

    /// <summary><c>UNIX.ownername</c>.</summary>
    UnixOwnerName = 1 << 12,

    /// <summary><c>UNIX.groupname</c>.</summary>
    UnixGroupName = 1 << 13,
}
