namespace HiPerf.Http;

/// <summary>How a node of Forwarded is named. RFC 7239 section 6.</summary>
public enum ForwardedNodeKind : byte
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Four decimal octets.</summary>
    IPv4,

    /// <summary>An IPv6 address in brackets.</summary>
    IPv6,

    /// <summary>The word unknown.</summary>
    Unknown,

    /// <summary>A made-up identifier that begins with an underscore.</summary>
    Obfuscated,
}
