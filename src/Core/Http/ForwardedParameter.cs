namespace HiPerf.Http;

/// <summary>The parameters of Forwarded. RFC 7239 section 5.</summary>
[TokenTable]
internal enum ForwardedParameter
{
    /// <summary>Any other: read and passed over.</summary>
    Unknown,

    /// <summary>Section 5.2.</summary>
    [Token("for")]
    For,

    /// <summary>Section 5.1.</summary>
    [Token("by")]
    By,

    /// <summary>Section 5.3.</summary>
    [Token("host")]
    Host,

    /// <summary>Section 5.4.</summary>
    [Token("proto")]
    Protocol,
}
