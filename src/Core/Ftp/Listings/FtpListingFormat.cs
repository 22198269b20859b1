namespace HiPerf.Ftp;

/// <summary>How a server lists a folder. None of the forms but MLSx and EPLF has a standard; docs/ftp-listings.md shows each.</summary>
public enum FtpListingFormat : byte
{
    /// <summary>Found out from the first lines.</summary>
    Detect = 0,

    /// <summary>Facts and a name, the answer to MLSD and MLST. RFC 3659 section 7.2.</summary>
    Mlsx,

    /// <summary><c>ls -l</c> in all its dialects.</summary>
    Unix,

    /// <summary>IIS and others that show what DIR of MS-DOS shows.</summary>
    Dos,

    /// <summary>OpenVMS: name with version, blocks, date, owner, protection, on one line or two.</summary>
    Vms,

    /// <summary>z/OS: data sets, members of a library, load modules, jobs of JES, and its Unix files.</summary>
    ZOS,

    /// <summary>OS/400, now IBM i.</summary>
    OS400,

    /// <summary>NetWare: trustee rights in brackets.</summary>
    NetWare,

    /// <summary>OS/2.</summary>
    OS2,

    /// <summary>Easily Parsed LIST Format: comma-separated facts behind a plus sign.</summary>
    Eplf,

    /// <summary>HP NonStop, Guardian files.</summary>
    NonStop,

    /// <summary>NetPresenz and Peter's servers on the classic Mac OS: both forks and their sum.</summary>
    Mac,

    /// <summary>Connect:Enterprise for UNIX: batch flags in capital letters.</summary>
    ConnectEnterprise,

    /// <summary>Names alone, the answer to NLST; never detected. RFC 959 section 4.1.3.</summary>
    Names,
}
