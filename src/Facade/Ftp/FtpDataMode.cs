namespace HiPerf.Ftp;

/// <summary>Which side connects for data.</summary>
public enum FtpDataMode
{
    /// <summary>This side: EPSV, then PASV, and PORT or EPRT where the server knows neither. What worked is remembered for the host.</summary>
    Passive = 0,

    /// <summary>The server: EPRT, or PORT over IPv4. Only the control connection's peer is let in.</summary>
    Active,
}
