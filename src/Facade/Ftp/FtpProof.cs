namespace HiPerf.Ftp;

/// <summary>What it is known by that a file came over whole, weakest first.</summary>
public enum FtpProof
{
    /// <summary>The data connection ended in good order and the server said that the transfer is complete.</summary>
    Reply = 0,

    /// <summary>As well, both sides agree on the number of octets.</summary>
    Size,

    /// <summary>As well, a checksum agrees that no chance error passes but intent may: CRC-32, MD5, SHA-1.</summary>
    Checksum,

    /// <summary>As well, a hash of the SHA-2 family agrees.</summary>
    Hash,
}
