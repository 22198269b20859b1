namespace HiPerf.Ftp;

/// <summary>What <see cref="PlainName"/> refuses beside what no file system takes for a name.</summary>
[Flags]
public enum PlainNameRules : byte
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>A colon: a drive letter or an alternate stream of Windows.</summary>
    Colon = 1,

    /// <summary>Names of devices of Windows, whatever extension follows: CON, PRN, AUX, NUL, COM1, LPT1 and their like.</summary>
    Devices = 2,

    /// <summary>A dot or space at the end, which Windows drops.</summary>
    TrailingDotOrSpace = 4,

    /// <summary>Control octets other than NUL, CR and LF: escapes of terminals among them.</summary>
    Controls = 8,

    /// <summary>Octets that are no UTF-8.</summary>
    NotUtf8 = 16,

    /// <summary>What Windows gives another meaning to.</summary>
    Windows = Colon | Devices | TrailingDotOrSpace,

    /// <summary>A name for any system.</summary>
    Portable = Windows | Controls | NotUtf8,
}
