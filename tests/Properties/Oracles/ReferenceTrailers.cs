namespace HiPerf.Properties.Oracles;

/// <summary>Which fields may not trail, by the classes of RFC 9110 section 6.5.1: framing, routing, request modifiers, authentication, response control data, content format.</summary>
internal static class ReferenceTrailers
{
    private static readonly HashSet<string> s_forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "Transfer-Encoding", "Content-Length", "Trailer", "Host", "Connection", "Keep-Alive", "Upgrade", "HTTP2-Settings", "TE",
        "Cache-Control", "Pragma", "Expect", "Max-Forwards", "Range", "If", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Schedule-Tag-Match",
        "If-Unmodified-Since", "Authorization", "Proxy-Authorization", "WWW-Authenticate", "Proxy-Authenticate", "Cookie", "Cookie2", "Set-Cookie", "Set-Cookie2",
        "Age", "Date", "Expires", "Location", "Retry-After", "Vary", "Warning", "Content-Encoding", "Content-Type", "Content-Range",
    };

    /// <summary>Where the first that may not stand there begins, counted from the section's first octet; −1 where all may.</summary>
    public static int FirstForbidden(ReferenceChunkedBody body)
    {
        foreach (ReferenceField field in body.Trailers)
        {
            if (s_forbidden.Contains(body.NameOf(field)))
            {
                return field.NameStart;
            }
        }

        return -1;
    }
}
