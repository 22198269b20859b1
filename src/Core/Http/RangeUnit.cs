namespace HiPerf.Http;

/// <summary>The range units of Range, Content-Range and Accept-Ranges. RFC 9110 section 14.1.</summary>
[TokenTable]
public enum RangeUnit : byte
{
    /// <summary>Any other: its ranges are not for us to read.</summary>
    Unknown,

    /// <summary>Octets, counted from 0. RFC 9110 section 14.1.2.</summary>
    [Token("bytes")]
    Bytes,

    /// <summary>No range is supported; in Accept-Ranges alone. RFC 9110 section 14.3.</summary>
    [Token("none")]
    None,
}
