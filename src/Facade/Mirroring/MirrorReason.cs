namespace HiPerf;

/// <summary>Why a step of a mirror is there.</summary>
public enum MirrorReason
{
    /// <summary>The destination has none of that name.</summary>
    New = 0,

    /// <summary>The lengths differ.</summary>
    SizeDiffers,

    /// <summary>The source was written later.</summary>
    Newer,

    /// <summary>The source was written earlier, and the destination can keep that time.</summary>
    Older,

    /// <summary>The hashes differ.</summary>
    HashDiffers,

    /// <summary>The source has none of that name.</summary>
    OnlyAtDestination,

    /// <summary>One side has a file where the other has a folder, a link or something else.</summary>
    TypeDiffers,

    /// <summary>A link: never followed, never made.</summary>
    Link,

    /// <summary>Neither file nor folder, or the listing does not tell.</summary>
    NotAFile,

    /// <summary>The name is not one plain component, safe on any system (<see cref="Ftp.PlainName"/>).</summary>
    BadName,

    /// <summary>Another name of the same folder is the same on systems that ignore case or compose letters.</summary>
    NameCollision,
}
