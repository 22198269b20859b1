namespace HiPerf.Http1;

/// <summary>The connection options that mean something to a connection itself. RFC 9110 section 7.6.1.</summary>
[TokenTable]
internal enum ConnectionOption
{
    /// <summary>Any other: the name of a field that is not to be passed on.</summary>
    Unknown,

    /// <summary>RFC 9112 section 9.6.</summary>
    [Token("close")]
    Close,

    /// <summary>RFC 9112 appendix C.2.2.</summary>
    [Token("keep-alive")]
    KeepAlive,

    /// <summary>RFC 9110 section 7.8.</summary>
    [Token("upgrade")]
    Upgrade,

    /// <summary>RFC 9110 section 10.1.4.</summary>
    [Token("te")]
    TE,
}
