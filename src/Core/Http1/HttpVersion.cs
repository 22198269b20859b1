namespace HiPerf.Http1;

/// <summary>The two versions that HTTP/1 syntax carries. RFC 9112 section 2.3.</summary>
public enum HttpVersion : byte
{
    /// <summary>No version was read.</summary>
    Unknown = 0,

    /// <summary>HTTP/1.0, RFC 1945.</summary>
    Http10 = 10,

    /// <summary>HTTP/1.1, RFC 9112.</summary>
    Http11 = 11,
}
