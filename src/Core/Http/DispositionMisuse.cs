using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Http;

/// <summary>What the writers of Content-Disposition and ext-values throw at a caller.</summary>
internal static class DispositionMisuse
{
    [DoesNotReturn]
    public static void BadText() => throw new ArgumentException("Half a surrogate pair has no octets in UTF-8 (RFC 8187 section 3.2.1).", "text");

    [DoesNotReturn]
    public static void BadType() => throw new ArgumentException("A disposition that is written is inline or attachment (RFC 6266 section 4.2).", "type");

    [DoesNotReturn]
    public static void BadFileName() =>
        throw new ArgumentException("A file name is one plain component: no slash, backslash or control, no half surrogate pair, not \".\" or \"..\" (RFC 6266 section 4.3).", "fileName");
}
