namespace HiPerf.Ftp;

/// <summary>One entry of MLSD or MLST as values and offsets in its line: plain data.</summary>
/// <remarks>RFC 3659 section 7. A fact that is absent, or whose value is empty, is not among <see cref="Present"/>.</remarks>
public struct FactLine
{
    /// <summary>The size as it was sent; more than <see cref="Size"/> can tell in a listing alone.</summary>
    internal ulong UnsignedSize;

    /// <summary>UNIX.mode as it was sent.</summary>
    internal FtpText UnixModeText;

    /// <summary>The facts that stand in the line with a value.</summary>
    public FtpFactNames Present { readonly get; internal set; }

    /// <summary>What the entry is.</summary>
    public FtpFactType Type { readonly get; internal set; }

    /// <summary>What this user may do.</summary>
    public FtpPermissions Permissions { readonly get; internal set; }

    /// <summary>UNIX.mode, 0 to octal 7777777; −1 where it is absent.</summary>
    public int UnixMode { readonly get; internal set; }

    /// <summary>Octets, 0 to 2^63-1; −1 where they are not told.</summary>
    public long Size { readonly get; internal set; }

    /// <summary>When it was last modified; see <see cref="Present"/>.</summary>
    public TimeVal Modify { readonly get; internal set; }

    /// <summary>When it was created; see <see cref="Present"/>.</summary>
    public TimeVal Create { readonly get; internal set; }

    /// <summary>The name, any octets but NUL, CR and LF; whether it is one plain component is not judged.</summary>
    public FtpText Name { readonly get; internal set; }

    /// <summary>Where a link leads, as far as its type tells: what follows the colon of <c>OS.unix=slink:</c>, which may be nothing. Its start is 0 where the line tells none.</summary>
    public FtpText Target { readonly get; internal set; }

    /// <summary>What tells two names of one file.</summary>
    public FtpText Unique { readonly get; internal set; }

    /// <summary>The language of the content.</summary>
    public FtpText Lang { readonly get; internal set; }

    /// <summary>The media type of the content.</summary>
    public FtpText MediaType { readonly get; internal set; }

    /// <summary>The character set of the content.</summary>
    public FtpText Charset { readonly get; internal set; }

    /// <summary>The owner by name, else by number.</summary>
    public FtpText Owner { readonly get; internal set; }

    /// <summary>The group by name, else by number.</summary>
    public FtpText Group { readonly get; internal set; }
}
