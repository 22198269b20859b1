using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Http;

/// <summary>What the writer of Forwarded throws at a caller.</summary>
internal static class ForwardedMisuse
{
    [DoesNotReturn]
    public static void Empty() => throw new ArgumentException("An element of Forwarded says something (RFC 7239 section 4).", "forNode");

    [DoesNotReturn]
    public static void BadNode() =>
        throw new ArgumentException("A node is an IPv4 address, an IPv6 address in brackets, unknown, or an identifier that begins with an underscore; a port may follow (RFC 7239 section 6).", "forNode");

    [DoesNotReturn]
    public static void BadHost() => throw new ArgumentException("A host is uri-host with an optional colon and port (RFC 7239 section 5.3).", "host");

    [DoesNotReturn]
    public static void BadProtocol() => throw new ArgumentException("A protocol is a URI scheme (RFC 7239 section 5.4).", "protocol");
}
