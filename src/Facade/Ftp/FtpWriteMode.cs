namespace HiPerf.Ftp;

/// <summary>What happens to a file that is there already.</summary>
public enum FtpWriteMode
{
    /// <summary>It is replaced. STOR.</summary>
    Create = 0,

    /// <summary>The octets go behind its end. APPE.</summary>
    Append,

    /// <summary>The server makes a new file under a name of its own. STOU.</summary>
    Unique,
}
