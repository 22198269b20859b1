namespace HiPerf.Ftp;

/// <summary>What an operation does while another one holds the connection: an FTP connection does one thing at a time.</summary>
public enum FtpBusyBehavior
{
    /// <summary>It fails with <see cref="InternetErrorKind.Busy"/>, WinINet's 12110.</summary>
    Throw = 0,

    /// <summary>It waits for its turn.</summary>
    Wait,
}
