namespace HiPerf.Ftp;

/// <summary>How octets of a file stand for what is sent. RFC 959 section 3.1.1.</summary>
public enum FtpTransferType
{
    /// <summary>TYPE I: as they are.</summary>
    Binary = 0,

    /// <summary>TYPE A: text; lines end in CRLF on the wire and in LF here.</summary>
    Ascii,
}
