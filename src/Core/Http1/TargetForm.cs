namespace HiPerf.Http1;

/// <summary>The four forms of a request-target. RFC 9112 section 3.2.</summary>
public enum TargetForm : byte
{
    /// <summary>No target was read.</summary>
    None = 0,

    /// <summary>An absolute path with an optional query: <c>/where?q=now</c>. Section 3.2.1.</summary>
    Origin,

    /// <summary>A whole URI: <c>http://www.example.org/pub/WWW/</c>. Section 3.2.2.</summary>
    Absolute,

    /// <summary>Host and port, for CONNECT alone: <c>www.example.com:80</c>. Section 3.2.3.</summary>
    Authority,

    /// <summary>An asterisk, for OPTIONS alone. Section 3.2.4.</summary>
    Asterisk,
}
