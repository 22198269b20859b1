namespace HiPerf.Ftp;

/// <summary>Who lent a link for one file, and gets it back when the file has ended.</summary>
internal interface IFtpHolder
{
    /// <summary>The file has ended, well or ill; its turn is given back already.</summary>
    /// <param name="link">The link.</param>
    /// <param name="reusable">Whether no reply is owed on it, and it is open.</param>
    void Release(FtpLink link, bool reusable);
}
