namespace HiPerf;

/// <summary>What the host of a URL is. RFC 3986 section 3.2.2.</summary>
public enum UrlHostKind : byte
{
    /// <summary>There is no host.</summary>
    None = 0,

    /// <summary>The host is there and empty, as in <c>file:///etc</c>.</summary>
    Empty,

    /// <summary>A registered name; in WHATWG mode of a special scheme a domain, lower case, in ASCII.</summary>
    RegisteredName,

    /// <summary>Four decimal octets.</summary>
    IPv4,

    /// <summary>An IPv6 address in brackets.</summary>
    IPv6,

    /// <summary>An address of a later version in brackets, <c>[v1.x]</c>; only the strict parser accepts it.</summary>
    IPvFuture,

    /// <summary>WHATWG mode: the host of a scheme that is not special, kept as it was given.</summary>
    Opaque,
}
