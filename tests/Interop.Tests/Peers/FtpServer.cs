namespace HiPerf.Interop.Tests.Peers;

/// <summary>The FTP servers of others that our client is tried on.</summary>
public enum FtpServer
{
    Vsftpd,
    Proftpd,
    PureFtpd,
    Pyftpdlib,
}
