namespace HiPerf.Http;

/// <summary>The character encoding that an ext-value names. RFC 8187 section 3.2.1.</summary>
[TokenTable]
public enum ExtCharset : byte
{
    /// <summary>Any other: the text is not decoded.</summary>
    Unknown,

    /// <summary>The one that is written.</summary>
    [Token("UTF-8")]
    Utf8,

    /// <summary>What RFC 5987 also allowed.</summary>
    [Token("ISO-8859-1")]
    Latin1,
}
