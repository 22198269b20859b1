namespace HiPerf.Ftp;

/// <summary>The algorithms that servers hash files with.</summary>
[Flags]
public enum FtpHashAlgorithms
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>CRC-32, 4 octets: XCRC, HASH CRC32.</summary>
    Crc32 = 1,

    /// <summary>MD5, 16 octets: XMD5, MD5, HASH MD5.</summary>
    Md5 = 2,

    /// <summary>SHA-1, 20 octets: XSHA, XSHA1, HASH SHA-1.</summary>
    Sha1 = 4,

    /// <summary>SHA-256, 32 octets: XSHA256, HASH SHA-256.</summary>
    Sha256 = 8,

    /// <summary>SHA-512, 64 octets: XSHA512, HASH SHA-512.</summary>
    Sha512 = 16,

    /// <summary>SHA-384, 48 octets: HASH SHA-384.</summary>
    Sha384 = 32,
}
