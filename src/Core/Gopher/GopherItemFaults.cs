namespace HiPerf.Gopher;

/// <summary>What is wrong with a line of a menu. Reading goes on behind any of them.</summary>
[Flags]
public enum GopherItemFaults : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The item type is missing, or is a control octet or a space. RFC 1436 section 3.8.</summary>
    BadType = 1 << 0,

    /// <summary>There are fewer than four fields. RFC 1436 appendix. Harmless in information lines, errors and links.</summary>
    MissingFields = 1 << 1,

    /// <summary>There is a fifth field other than <c>+</c> and <c>?</c>, or a sixth. Gopher+ section 2.2. Never read.</summary>
    ExtraFields = 1 << 2,

    /// <summary>The host is empty, longer than 255 octets, or holds a space or a control octet.</summary>
    BadHost = 1 << 3,

    /// <summary>The port is not one to five digits, from 1 to 65535.</summary>
    BadPort = 1 << 4,

    /// <summary>The line holds a NUL, or a CR that ends no line.</summary>
    BadOctet = 1 << 5,

    /// <summary>The connection ended within the line: its last field may be cut short.</summary>
    Unended = 1 << 6,
}
