using System.Buffers;

namespace HiPerf.Server;

/// <summary>What became of a request path on its way to a name below the root.</summary>
public enum VirtualPathStatus
{
    /// <summary>The path names something below the root, or the root itself.</summary>
    Done,

    /// <summary>The path is not one that any client should send: 400. A bad escape, an escaped separator, a control character,
    /// a backslash, text that is no UTF-8, or a way above the root.</summary>
    Refused,

    /// <summary>The path is well formed but can name no file here: 404. An empty segment, a hidden name, a name too long.</summary>
    NotFound,
}

/// <summary>Turns the path of a request-target into a plain name below the root: one decode, one pass.</summary>
/// <remarks>
/// path = "/" [ segment *( "/" segment ) ], segment = *pchar (RFC 3986 section 3.3). Escapes are decoded once; what comes out is never
/// read as syntax again, except that a segment that decodes to "." or ".." is a dot segment (RFC 3986 section 6.2.2.2).
/// It does not touch the file system.
/// </remarks>
public static class VirtualPath
{
    /// <summary>Octets of the longest name most file systems hold.</summary>
    public const int MaxSegment = 255;

    private static readonly SearchValues<byte> s_windowsTraps = SearchValues.Create(":*?\"<>|"u8);

    /// <summary>Decodes and normalises one path.</summary>
    /// <param name="path">The path as sent, query left out; begins with a slash.</param>
    /// <param name="destination">Takes the name: at least as long as <paramref name="path"/>.</param>
    /// <param name="length">Octets of the name: UTF-8, no leading slash, a trailing slash kept; 0 for the root.</param>
    /// <param name="serveHidden">Whether names that begin with a dot are served.</param>
    /// <param name="windowsNames">Whether names that Windows reads as something else are refused: streams, devices, short names, trailing dots.</param>
    /// <returns>Done, Refused (400) or NotFound (404).</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="path"/>.</exception>
    public static VirtualPathStatus Normalize(ReadOnlySpan<byte> path, Span<byte> destination, out int length, bool serveHidden = false,
        bool windowsNames = false)
    {
        length = 0;
        if (destination.Length < path.Length)
        {
            throw new ArgumentException("The destination is shorter than the path.", nameof(destination));
        }

        if (path.IsEmpty || path[0] != (byte)'/')
        {
            return VirtualPathStatus.Refused;
        }

        // Every segment is read to the end even once the answer is known to be NotFound: a refusal outweighs it.
        var answer = VirtualPathStatus.Done;
        var start = 1;
        while (true)
        {
            var slash = path[start..].IndexOf((byte)'/');
            var last = slash < 0;
            var raw = last ? path[start..] : path.Slice(start, slash);
            if (!PercentEncoding.DecodeName(raw, destination[length..], out var written).IsDone)
            {
                return VirtualPathStatus.Refused;
            }

            var segment = destination.Slice(length, written);

            if (segment.SequenceEqual(".."u8))
            {
                if (length == 0)
                {
                    return VirtualPathStatus.Refused;
                }

                length = ParentOf(destination[..length]);
            }
            else if (segment.IsEmpty)
            {
                if (!last)
                {
                    answer = VirtualPathStatus.NotFound;
                }
            }
            else if (!segment.SequenceEqual("."u8))
            {
                if (IsUnserved(segment, serveHidden, windowsNames))
                {
                    answer = VirtualPathStatus.NotFound;
                }

                length += written;
                if (!last)
                {
                    destination[length++] = (byte)'/';
                }
            }

            if (last)
            {
                return answer;
            }

            start += slash + 1;
        }
    }

    // The name ends in a slash here: find the one before it.
    private static int ParentOf(ReadOnlySpan<byte> name) => name[..^1].LastIndexOf((byte)'/') + 1;

    /// <summary>Whether a name is none that is served: too long, hidden, or one that Windows reads as something else.</summary>
    internal static bool IsUnserved(ReadOnlySpan<byte> segment, bool serveHidden, bool windowsNames) =>
        segment.Length > MaxSegment || (!serveHidden && segment[0] == (byte)'.') || (windowsNames && IsWindowsTrap(segment));

    // Streams and drives by the colon, 8.3 names by the tilde and digit, and trailing dots and spaces, which Windows drops; devices by name.
    private static bool IsWindowsTrap(ReadOnlySpan<byte> segment)
    {
        if (segment.ContainsAny(s_windowsTraps) || segment[^1] is (byte)'.' or (byte)' ')
        {
            return true;
        }

        var tilde = segment.LastIndexOf((byte)'~');
        if (tilde >= 0 && tilde + 1 < segment.Length && segment[tilde + 1] is >= (byte)'0' and <= (byte)'9')
        {
            return true;
        }

        var dot = segment.IndexOf((byte)'.');
        return IsDevice((dot < 0 ? segment : segment[..dot]).TrimEnd((byte)' '));
    }

    private static bool IsDevice(ReadOnlySpan<byte> stem) => stem.Length switch
    {
        3 => System.Text.Ascii.EqualsIgnoreCase(stem, "CON"u8) || System.Text.Ascii.EqualsIgnoreCase(stem, "PRN"u8)
            || System.Text.Ascii.EqualsIgnoreCase(stem, "AUX"u8) || System.Text.Ascii.EqualsIgnoreCase(stem, "NUL"u8),
        4 => stem[3] is >= (byte)'0' and <= (byte)'9'
            && (System.Text.Ascii.EqualsIgnoreCase(stem[..3], "COM"u8) || System.Text.Ascii.EqualsIgnoreCase(stem[..3], "LPT"u8)),
        6 => System.Text.Ascii.EqualsIgnoreCase(stem, "CONIN$"u8),
        7 => System.Text.Ascii.EqualsIgnoreCase(stem, "CONOUT$"u8),
        _ => false,
    };
}
