namespace HiPerf.Ftp;

/// <summary>What this user may do with an entry, by its fact <c>perm</c>. RFC 3659 section 7.5.5.</summary>
[Flags]
public enum FtpPermissions : ushort
{
    /// <summary>Nothing, or nothing is told.</summary>
    None = 0,

    /// <summary><c>a</c>: APPE to the file.</summary>
    Append = 1,

    /// <summary><c>c</c>: create files in the directory.</summary>
    Create = 2,

    /// <summary><c>d</c>: delete it.</summary>
    Delete = 4,

    /// <summary><c>e</c>: enter the directory.</summary>
    Enter = 8,

    /// <summary><c>f</c>: rename it.</summary>
    Rename = 16,

    /// <summary><c>l</c>: list the directory.</summary>
    List = 32,

    /// <summary><c>m</c>: MKD in the directory.</summary>
    MakeDirectory = 64,

    /// <summary><c>p</c>: delete what is in the directory.</summary>
    Purge = 128,

    /// <summary><c>r</c>: RETR the file.</summary>
    Read = 256,

    /// <summary><c>w</c>: STOR to the file.</summary>
    Write = 512,
}
