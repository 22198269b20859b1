using System.Text;

namespace HiPerf;

/// <summary>Turns the path of a file URL into a path of the local system. RFC 8089.</summary>
/// <remarks>Refuses what could name something else than it shows: an encoded slash or NUL, an encoded backslash on Windows, octets that are
/// no UTF-8. A drive letter (<c>/c:/…</c>) is a Windows path there and an ordinary name elsewhere.</remarks>
internal static class FileUrlPath
{
    /// <summary>Decodes an absolute, percent-encoded path.</summary>
    /// <returns>The local path, or null with the reason.</returns>
    public static string? Decode(ReadOnlySpan<char> path, out string? refusal)
    {
        refusal = Refusal(path);
        if (refusal is not null)
            return null;
        var octets = new byte[Encoding.UTF8.GetMaxByteCount(path.Length)];
        var length = 0;
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] == '%')
            {
                if (at + 2 >= path.Length || !char.IsAsciiHexDigit(path[at + 1]) || !char.IsAsciiHexDigit(path[at + 2]))
                {
                    refusal = "a percent sign is not followed by two hexadecimal digits";
                    return null;
                }

                octets[length++] = Convert.ToByte(path.Slice(at + 1, 2).ToString(), 16);
                at += 2;
                if (octets[length - 1] is 0 or (byte)'/' || (OperatingSystem.IsWindows() && octets[length - 1] == (byte)'\\'))
                {
                    refusal = "the path holds an encoded NUL or separator";
                    return null;
                }
            }
            else
            {
                var run = path[at..].IndexOf('%');
                var plain = run < 0 ? path[at..] : path.Slice(at, run);
                length += Encoding.UTF8.GetBytes(plain, octets.AsSpan(length));
                at += plain.Length - 1;
            }
        }

        return Local(octets.AsSpan(0, length), out refusal);
    }

    private static string? Refusal(ReadOnlySpan<char> path) =>
        path.IsEmpty || path[0] != '/' ? "the path is not absolute"
        : path.Contains('\0') ? "the path holds a NUL"
        : path.StartsWith("//") ? "a second slash would name another host"
        : null;

    private static string? Local(ReadOnlySpan<byte> octets, out string? refusal)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            refusal = "the path is no UTF-8";
            return null;
        }

        refusal = null;
        if (!OperatingSystem.IsWindows())
            return text;
        if (text.Length >= 3 && char.IsAsciiLetter(text[1]) && text[2] is ':' or '|')
            return string.Concat(text.AsSpan(1, 1), ":", text.AsSpan(3)).Replace('/', '\\');
        refusal = "the path names no drive";
        return null;
    }
}
