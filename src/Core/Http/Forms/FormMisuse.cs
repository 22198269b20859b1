using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Http;

/// <summary>What is thrown at a caller who hands the form writers what no form may hold. The value itself stays out of the text: it may be a secret.</summary>
internal static class FormMisuse
{
    [DoesNotReturn]
    public static void BadBoundary() => throw new ArgumentException("A boundary is 1 to 70 bchars, the last one no space (RFC 2046 section 5.1.1).", "boundary");

    [DoesNotReturn]
    public static void NoBoundary() => throw new ArgumentException("The boundary is the empty default.", "boundary");

    [DoesNotReturn]
    public static void ShortRandom() =>
        throw new ArgumentException($"A boundary is made of {MultipartBoundary.MinRandom} to {MultipartBoundary.MaxRandom} random octets.", "random");

    [DoesNotReturn]
    public static void BadName() =>
        throw new ArgumentException("A name in a multipart form holds no backslash and no control octet but HTAB, CR and LF (RFC 7578 section 4.2).", "name");

    [DoesNotReturn]
    public static void BadFileName() =>
        throw new ArgumentException("A file name in a multipart form holds no backslash and no control octet but HTAB, CR and LF (RFC 7578 section 4.2).", "fileName");

    [DoesNotReturn]
    public static void BoundaryInContent() => throw new ArgumentException("The content holds the delimiter that would end it (RFC 2046 section 5.1.1).", "content");

    [DoesNotReturn]
    public static void BadOrder() => throw new InvalidOperationException("A part's head is written in order: fields, then its end, once.");
}
