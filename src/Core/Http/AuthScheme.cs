namespace HiPerf.Http;

/// <summary>The authentication schemes of the IANA registry, and NTLM, which is in use without being in it.</summary>
/// <remarks>RFC 9110 section 16.4.1.</remarks>
[TokenTable]
public enum AuthScheme : byte
{
    /// <summary>Any other.</summary>
    Unknown,

    /// <summary>RFC 7617.</summary>
    [Token("Basic")]
    Basic,

    /// <summary>RFC 6750.</summary>
    [Token("Bearer")]
    Bearer,

    /// <summary>RFC 9729.</summary>
    [Token("Concealed")]
    Concealed,

    /// <summary>RFC 7616.</summary>
    [Token("Digest")]
    Digest,

    /// <summary>RFC 9449 section 7.1.</summary>
    [Token("DPoP")]
    DPoP,

    /// <summary>RFC 9635 section 7.2.</summary>
    [Token("GNAP")]
    Gnap,

    /// <summary>RFC 7486 section 3.</summary>
    [Token("HOBA")]
    Hoba,

    /// <summary>RFC 8120.</summary>
    [Token("Mutual")]
    Mutual,

    /// <summary>RFC 4559 section 3.</summary>
    [Token("Negotiate")]
    Negotiate,

    /// <summary>Not registered.</summary>
    [Token("NTLM")]
    Ntlm,

    /// <summary>RFC 5849 section 3.5.1.</summary>
    [Token("OAuth")]
    OAuth,

    /// <summary>RFC 9577 section 2.</summary>
    [Token("PrivateToken")]
    PrivateToken,

    /// <summary>RFC 7804.</summary>
    [Token("SCRAM-SHA-1")]
    ScramSha1,

    /// <summary>RFC 7804.</summary>
    [Token("SCRAM-SHA-256")]
    ScramSha256,

    /// <summary>RFC 8292.</summary>
    [Token("vapid")]
    Vapid,
}
