namespace HiPerf.Ftp;

/// <summary>Which way data flows for a raw command.</summary>
public enum FtpDataDirection
{
    /// <summary>From the server: the file is read.</summary>
    Read = 0,

    /// <summary>To the server: the file is written.</summary>
    Write,
}
