namespace HiPerf.Ftp;

/// <summary>The names of hash algorithms in HASH, OPTS HASH and FEAT.</summary>
/// <remarks>draft-bryan-ftpext-hash section 3.</remarks>
public static class FtpHashNames
{
    private static readonly FtpHashAlgorithms[] s_all =
        [FtpHashAlgorithms.Sha256, FtpHashAlgorithms.Sha512, FtpHashAlgorithms.Sha384, FtpHashAlgorithms.Sha1, FtpHashAlgorithms.Md5, FtpHashAlgorithms.Crc32];

    /// <summary>The algorithm of a name, letters of either case alike; None for an unknown one.</summary>
    /// <param name="name">The name; <c>CRC-32</c> is one of CRC32, too.</param>
    public static FtpHashAlgorithms Find(ReadOnlySpan<byte> name)
    {
        foreach (FtpHashAlgorithms algorithm in s_all)
        {
            if (FtpOctets.Is(name, Bytes(algorithm)))
            {
                return algorithm;
            }
        }

        return FtpOctets.Is(name, "CRC-32"u8) ? FtpHashAlgorithms.Crc32 : FtpHashAlgorithms.None;
    }

    /// <summary>The name of one algorithm; empty for none or several.</summary>
    /// <param name="algorithm">One algorithm.</param>
    public static ReadOnlySpan<byte> Bytes(FtpHashAlgorithms algorithm) => algorithm switch
    {
        FtpHashAlgorithms.Crc32 => "CRC32"u8,
        FtpHashAlgorithms.Md5 => "MD5"u8,
        FtpHashAlgorithms.Sha1 => "SHA-1"u8,
        FtpHashAlgorithms.Sha256 => "SHA-256"u8,
        FtpHashAlgorithms.Sha384 => "SHA-384"u8,
        FtpHashAlgorithms.Sha512 => "SHA-512"u8,
        _ => default,
    };
}
