using System.Buffers;
using System.Text;

namespace HiPerf;

/// <summary>Brings text to <see cref="UrlNormalizer"/> and back: UTF-8 in, one string out.</summary>
/// <remarks>Buffers stand on the stack for ordinary URLs and come from the pool for others; the href is the one allocation.</remarks>
internal static class InternetUrlReader
{
    private const int OnStack = 2048;

    // A host is at most 1024 octets whatever was given; all else grows threefold at most.
    private const int Room = 1024 + 64;

    internal static ParseResult Read(string url, InternetUrl? baseUrl, out string? href, out UrlParts parts)
    {
        href = null;
        parts = default;

        // No text has fewer octets than UTF-16 units; the first test keeps the count from overflowing.
        var urlLength = url.Length > InternetUrl.MaxLength ? int.MaxValue : Encoding.UTF8.GetByteCount(url);
        if (urlLength > InternetUrl.MaxLength)
        {
            return ParseResult.Invalid(ParseError.UrlTooLong, InternetUrl.MaxLength);
        }

        var baseLength = baseUrl?.Href.Length ?? 0;
        var size = urlLength + baseLength + (3 * urlLength) + baseLength + Room;

        byte[]? rented = null;
        var buffer = size <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(size);
        var octets = buffer[..Encoding.UTF8.GetBytes(url, buffer)];
        var baseOctets = buffer.Slice(urlLength, baseLength);
        var destination = buffer[(urlLength + baseLength)..];
        ParseResult result;
        if (baseUrl is null)
        {
            result = UrlNormalizer.Normalize(octets, destination, out parts);
        }
        else
        {
            Encoding.ASCII.GetBytes(baseUrl.Href, baseOctets);
            result = UrlNormalizer.Resolve(octets, baseOctets, baseUrl.Parts, destination, out parts);
        }

        if (result.IsDone)
        {
            href = Encoding.ASCII.GetString(destination[..parts.Length]);
        }

        // The URL may hold a password: the pool gets its buffer back clean.
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return result;
    }
}
