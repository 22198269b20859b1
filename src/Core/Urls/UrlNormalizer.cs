using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Reads a URL as web browsers do and writes the one normal form of it, alone or relative to a base.</summary>
/// <remarks>
/// The WHATWG URL standard, section 4.4 (basic URL parser) and 4.5 (URL serializer), as functions over components instead of a state for each code point.
/// It repairs where RFC 3986 refuses: outer spaces and controls, tabs and newlines anywhere, backslashes and missing slashes of special schemes, IPv4 in
/// other radices, octets that must be percent-encoded; it removes dot segments and default ports; those of a Gopher path stay, which is a selector (RFC 4266 section 2.1). The result is ASCII and, for hierarchical URLs, RFC 3986.
/// Octets beyond ASCII that are no UTF-8 are percent-encoded as they are. Not here: setters, encodings other than UTF-8, blob origins.
/// </remarks>
public static class UrlNormalizer
{
    private const int StackStripped = 512;

    /// <summary>Writes the normal form of an absolute URL.</summary>
    /// <param name="url">UTF-8.</param>
    /// <param name="destination">Where the normal form goes; three times the input and 32 octets are enough for all but exotic hosts.</param>
    /// <param name="parts">Where the parts stand in <paramref name="destination"/>; its <see cref="UrlParts.Length"/> octets were written.</param>
    /// <returns>Done. InvalidData: MissingScheme, MissingUrlHost, BadUrlHost, BadUrlPort; Position is where the offending element begins or the offending octet.
    /// DestinationTooSmall.</returns>
    /// <remarks>WHATWG URL section 4.4. Allocates nothing unless the host holds characters beyond ASCII.</remarks>
    public static ParseResult Normalize(ReadOnlySpan<byte> url, Span<byte> destination, out UrlParts parts) =>
        Run(url, default, default, destination, out parts);

    /// <summary>Writes the normal form of a reference, absolute or relative to a base.</summary>
    /// <param name="reference">UTF-8; may be empty, which means the base without its fragment.</param>
    /// <param name="baseUrl">The base, as <see cref="Normalize"/> or <see cref="Resolve"/> wrote it.</param>
    /// <param name="baseParts">The base's parts.</param>
    /// <param name="destination">Where the normal form goes, apart from <paramref name="baseUrl"/>; its length added to three times the reference and 32 octets
    /// are enough for all but exotic hosts.</param>
    /// <param name="parts">Where the parts stand in <paramref name="destination"/>.</param>
    /// <returns>Done. InvalidData: MissingScheme (the base's path is opaque), MissingUrlHost, BadUrlHost, BadUrlPort; Position is where the offending element
    /// begins or the offending octet. DestinationTooSmall.</returns>
    /// <remarks>RFC 3986 section 5.2, in the reading of WHATWG URL section 4.4: <c>http:g</c> is relative to an http base, a network path may have any number of slashes.</remarks>
    public static ParseResult Resolve(ReadOnlySpan<byte> reference, ReadOnlySpan<byte> baseUrl, in UrlParts baseParts, Span<byte> destination, out UrlParts parts) =>
        Run(reference, baseUrl[..baseParts.Length], baseParts, destination, out parts);

    private static ParseResult Run(ReadOnlySpan<byte> url, ReadOnlySpan<byte> baseUrl, in UrlParts baseParts, Span<byte> destination, out UrlParts parts)
    {
        var start = 0;
        var end = url.Length;
        while (end > 0 && url[end - 1] <= ' ')
        {
            end--;
        }

        while (start < end && url[start] <= ' ')
        {
            start++;
        }

        var trimmed = url[start..end];
        if (trimmed.IndexOfAny((byte)'\t', (byte)'\n', (byte)'\r') >= 0)
        {
            return RunStripped(url, start, trimmed, baseUrl, baseParts, destination, out parts);
        }

        var builder = new UrlBuilder(destination);
        var error = Build(ref builder, trimmed, baseUrl, baseParts);
        return Answer(ref builder, error, url.Length, start + builder.ErrorPosition, out parts);
    }

    private static ParseResult RunStripped(ReadOnlySpan<byte> url, int start, ReadOnlySpan<byte> trimmed, ReadOnlySpan<byte> baseUrl, in UrlParts baseParts,
        Span<byte> destination, out UrlParts parts)
    {
        byte[]? rented = null;
        var stripped = trimmed.Length <= StackStripped ? stackalloc byte[StackStripped] : rented = ArrayPool<byte>.Shared.Rent(trimmed.Length);
        var length = 0;
        foreach (var octet in trimmed)
        {
            if (octet is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                stripped[length++] = octet;
            }
        }

        var builder = new UrlBuilder(destination);
        var error = Build(ref builder, stripped[..length], baseUrl, baseParts);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        var position = 0;
        for (var kept = 0; position < trimmed.Length; position++)
        {
            if (trimmed[position] is (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                continue;
            }

            if (kept++ == builder.ErrorPosition)
            {
                break;
            }
        }

        return Answer(ref builder, error, url.Length, start + position, out parts);
    }

    private static ParseResult Answer(ref UrlBuilder builder, ParseError error, int consumed, int position, out UrlParts parts)
    {
        parts = default;
        if (error != ParseError.None)
        {
            return ParseResult.Invalid(error, position);
        }

        if (builder.Overflowed)
        {
            return ParseResult.TooSmall(ParseError.UrlTooLong, 0);
        }

        parts = builder.Parts;
        parts.Length = builder.Length;
        return ParseResult.Done(consumed);
    }

    private static ParseError Build(ref UrlBuilder builder, scoped ReadOnlySpan<byte> url, scoped ReadOnlySpan<byte> baseUrl, in UrlParts baseParts)
    {
        var scheme = SchemeLength(url);
        if (scheme == 0)
        {
            return UrlReference.Build(ref builder, url, 0, baseUrl, baseParts);
        }

        builder.AppendLower(url[..scheme]);
        builder.Append((byte)':');
        builder.Parts.SchemeLength = scheme;
        var known = builder.Parts.Scheme = UrlSchemes.Find(url[..scheme]);
        var rest = scheme + 1;
        if (known == UrlScheme.File)
        {
            return UrlFile.Build(ref builder, url, rest, baseUrl, baseParts);
        }

        if (known.IsSpecial())
        {
            if (known == baseParts.Scheme && !url[rest..].StartsWith("//"u8))
            {
                return UrlReference.BuildRelative(ref builder, url, rest, baseUrl, baseParts);
            }

            return UrlAuthority.BuildAfterSlashes(ref builder, url, rest);
        }

        if (url[rest..].StartsWith("//"u8))
        {
            return UrlAuthority.Build(ref builder, url, rest + 2);
        }

        builder.Parts.PathStart = builder.Length;
        if (rest < url.Length && url[rest] == '/')
        {
            return UrlPath.BuildRest(ref builder, url, rest);
        }

        return UrlPath.BuildOpaque(ref builder, url, rest);
    }

    private static int SchemeLength(ReadOnlySpan<byte> url)
    {
        if (url.IsEmpty || !UrlBytes.IsAlpha(url[0]))
        {
            return 0;
        }

        var i = 1;
        while (i < url.Length && UrlBytes.Is(url[i], UrlBytes.SchemeOctet))
        {
            i++;
        }

        return i < url.Length && url[i] == ':' ? i : 0;
    }
}
