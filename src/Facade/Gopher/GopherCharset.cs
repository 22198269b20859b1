namespace HiPerf.Gopher;

/// <summary>How a host writes its texts: Gopher has no way to say, so it is told or found out.</summary>
public enum GopherCharset
{
    /// <summary>UTF-8 while all is UTF-8; the first line that is not decides between the others, for good: controls of ISO-8859-1 (0x80 to 0x9F) mean CP437.</summary>
    Automatic,

    /// <summary>UTF-8; what is none becomes U+FFFD.</summary>
    Utf8,

    /// <summary>ISO-8859-1.</summary>
    Latin1,

    /// <summary>Code page 437, of DOS.</summary>
    Cp437,
}
