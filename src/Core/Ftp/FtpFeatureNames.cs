namespace HiPerf.Ftp;

/// <summary>What a server says that it can do.</summary>
[Flags]
public enum FtpFeatureNames : long
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>AUTH TLS (RFC 4217), by whichever of its names.</summary>
    AuthTls = 1L << 0,

    /// <summary>AUTH SSL, which is older.</summary>
    AuthSsl = 1L << 1,

    /// <summary>PBSZ. RFC 4217.</summary>
    Pbsz = 1L << 2,

    /// <summary>PROT. RFC 4217.</summary>
    Prot = 1L << 3,

    /// <summary>CCC. RFC 4217.</summary>
    Ccc = 1L << 4,

    /// <summary>EPRT. RFC 2428.</summary>
    Eprt = 1L << 5,

    /// <summary>EPSV. RFC 2428.</summary>
    Epsv = 1L << 6,

    /// <summary>REST STREAM. RFC 3659.</summary>
    RestStream = 1L << 7,

    /// <summary>SIZE. RFC 3659.</summary>
    Size = 1L << 8,

    /// <summary>MDTM. RFC 3659.</summary>
    Mdtm = 1L << 9,

    /// <summary>MLST, which has MLSD with it. RFC 3659.</summary>
    Mlst = 1L << 10,

    /// <summary>TVFS. RFC 3659.</summary>
    Tvfs = 1L << 11,

    /// <summary>UTF8. RFC 2640.</summary>
    Utf8 = 1L << 12,

    /// <summary>LANG. RFC 2640.</summary>
    Lang = 1L << 13,

    /// <summary>HOST. RFC 7151.</summary>
    Host = 1L << 14,

    /// <summary>HASH. draft-bryan-ftpext-hash.</summary>
    Hash = 1L << 15,

    /// <summary>MFMT.</summary>
    Mfmt = 1L << 16,

    /// <summary>MFCT.</summary>
    Mfct = 1L << 17,

    /// <summary>MFF.</summary>
    Mff = 1L << 18,

    /// <summary>CLNT.</summary>
    Clnt = 1L << 19,

    /// <summary>PRET.</summary>
    Pret = 1L << 20,

    /// <summary>AVBL.</summary>
    Avbl = 1L << 21,

    /// <summary>CSID.</summary>
    Csid = 1L << 22,

    /// <summary>MODE Z, which is not spoken here.</summary>
    ModeZ = 1L << 23,

    /// <summary>XCRC.</summary>
    Xcrc = 1L << 24,

    /// <summary>XMD5.</summary>
    Xmd5 = 1L << 25,

    /// <summary>XSHA, which is SHA-1.</summary>
    Xsha = 1L << 26,

    /// <summary>XSHA256.</summary>
    Xsha256 = 1L << 27,

    /// <summary>XSHA512.</summary>
    Xsha512 = 1L << 28,

    /// <summary>MD5.</summary>
    Md5 = 1L << 29,

    /// <summary>SITE with any argument.</summary>
    Site = 1L << 30,

    /// <summary>COMB.</summary>
    Comb = 1L << 31,

    /// <summary>XSHA1.</summary>
    Xsha1 = 1L << 32,

    /// <summary>MMD5.</summary>
    Mmd5 = 1L << 33,

    /// <summary>RANG. draft-bryan-ftp-range.</summary>
    Rang = 1L << 34,
}
