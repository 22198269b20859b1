namespace HiPerf.Ftp;

/// <summary>What was learned of one host and holds for all its connections; safe for any thread, a lost update costs a round trip.</summary>
internal sealed class FtpHostMemory
{
    /// <summary>EPSV was refused or answered with nonsense: PASV is asked first. RFC 2428 section 3; catalogue FC-02.</summary>
    public bool AvoidsExtendedPassive { get; set; }

    /// <summary>PASV was refused too: PORT or EPRT is used.</summary>
    public bool AvoidsPassive { get; set; }

    /// <summary>EPRT was refused: PORT is used.</summary>
    public bool AvoidsExtendedPort { get; set; }
}
