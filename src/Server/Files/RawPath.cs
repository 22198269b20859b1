using System.Text.Unicode;

namespace HiPerf.Server;

/// <summary>Turns a path that is not escaped, as FTP and Gopher send it, into a plain name below the root.</summary>
/// <remarks>
/// path = [ "/" ] [ segment *( "/" segment ) ]; empty segments and "." stand for nothing, ".." for the folder above, as RFC 3659 section 6 has it.
/// Segments are names and nothing else: no escape, no drive, no home of a user. It does not touch the file system.
/// </remarks>
internal static class RawPath
{
    /// <summary>Octets of the longest name; as many as the systems take.</summary>
    public const int MaxLength = 4096;

    /// <summary>Resolves one path.</summary>
    /// <param name="folder">The plain name of the folder it starts from, unless it begins with a slash: no slash at either end, empty for the root.</param>
    /// <param name="path">The path as sent.</param>
    /// <param name="destination">Takes the name; <see cref="MaxLength"/> octets are enough.</param>
    /// <param name="length">Octets of the name: UTF-8, no slash at either end; 0 for the root.</param>
    /// <param name="serveHidden">Whether names that begin with a dot are served.</param>
    /// <param name="windowsNames">Whether names that Windows reads as something else are refused.</param>
    /// <returns>Done; Refused for control characters, a backslash, text that is no UTF-8, or a way above the root; NotFound for names that are not served or too long.</returns>
    public static VirtualPathStatus Resolve(ReadOnlySpan<byte> folder, ReadOnlySpan<byte> path, Span<byte> destination, out int length, bool serveHidden,
        bool windowsNames)
    {
        length = 0;
        if (path.IsEmpty || path[0] != (byte)'/')
        {
            folder.CopyTo(destination);
            length = folder.Length;
        }

        var answer = VirtualPathStatus.Done;
        while (!path.IsEmpty)
        {
            var slash = path.IndexOf((byte)'/');
            var segment = slash < 0 ? path : path[..slash];
            path = slash < 0 ? default : path[(slash + 1)..];
            if (segment.IsEmpty || segment.SequenceEqual("."u8))
            {
                continue;
            }

            if (segment.SequenceEqual(".."u8))
            {
                if (length == 0)
                {
                    return VirtualPathStatus.Refused;
                }

                length = Math.Max(0, destination[..length].LastIndexOf((byte)'/'));
            }
            else if (!IsName(segment))
            {
                return VirtualPathStatus.Refused;
            }
            else if (VirtualPath.IsUnserved(segment, serveHidden, windowsNames) || length + 1 + segment.Length > destination.Length)
            {
                // Read to the end all the same: a refusal outweighs it.
                answer = VirtualPathStatus.NotFound;
            }
            else
            {
                if (length > 0)
                {
                    destination[length++] = (byte)'/';
                }

                segment.CopyTo(destination[length..]);
                length += segment.Length;
            }
        }

        return answer;
    }

    // The control characters of U+0080 to U+009F are two octets, the first of them C2.
    private static bool IsName(ReadOnlySpan<byte> segment)
    {
        if (segment.ContainsAnyInRange((byte)0, (byte)0x1F) || segment.ContainsAny((byte)0x7F, (byte)'\\') || !Utf8.IsValid(segment))
        {
            return false;
        }

        for (var at = segment.IndexOf((byte)0xC2); at >= 0;)
        {
            if (segment[at + 1] < 0xA0)
            {
                return false;
            }

            segment = segment[(at + 2)..];
            at = segment.IndexOf((byte)0xC2);
        }

        return true;
    }
}
