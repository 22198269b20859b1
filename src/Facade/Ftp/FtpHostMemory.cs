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

    /// <summary>A data connection was refused under TLS 1.3 because it did not resume: further connections are made under TLS 1.2, whose sessions may be resumed any number of times.</summary>
    public bool AvoidsTls13 { get; set; }
}
