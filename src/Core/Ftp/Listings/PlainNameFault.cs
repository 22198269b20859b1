namespace HiPerf.Ftp;

/// <summary>Why a name is not one plain component of a path.</summary>
public enum PlainNameFault : byte
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>It has no octets.</summary>
    Empty,

    /// <summary>It is "." or "..".</summary>
    DotSegment,

    /// <summary>It holds a slash.</summary>
    Slash,

    /// <summary>It holds a backslash.</summary>
    Backslash,

    /// <summary>It holds NUL, CR or LF.</summary>
    NulOrLineEnd,

    /// <summary>It holds a colon.</summary>
    Colon,

    /// <summary>It names a device.</summary>
    Device,

    /// <summary>It ends in a dot or a space.</summary>
    TrailingDotOrSpace,

    /// <summary>It holds another control octet.</summary>
    Control,

    /// <summary>It is no UTF-8.</summary>
    NotUtf8,
}
