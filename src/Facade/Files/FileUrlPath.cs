using System.Text;

namespace HiPerf;

/// <summary>Turns the path of a file URL into a path of the local system. RFC 8089.</summary>
/// <remarks>Refuses what could name something else than it shows: an encoded slash or NUL, a backslash on Windows, octets that are no UTF-8.
/// A drive letter (<c>/c:/…</c>) is a Windows path there and an ordinary name elsewhere.</remarks>
internal static class FileUrlPath
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes an absolute, percent-encoded path.</summary>
    /// <returns>The local path, or null with the reason.</returns>
    public static string? Decode(string path, out string? refusal)
    {
        refusal = !path.StartsWith('/') ? "the path is not absolute"
            : path.StartsWith("//", StringComparison.Ordinal) ? "a second slash would name another host"
            : !System.Text.Ascii.IsValid(path) ? "the path is not percent-encoded"
            : null;
        if (refusal is not null)
        {
            return null;
        }

        var encoded = Encoding.ASCII.GetBytes(path);
        var octets = new byte[encoded.Length];
        var length = 0;
        foreach (var range in encoded.AsSpan().Split((byte)'/'))
        {
            if (range.Start.Value > 0)
            {
                octets[length++] = (byte)'/';
            }

            if (!PercentEncoding.Decode(encoded.AsSpan(range), octets.AsSpan(length), out var written).IsDone)
            {
                refusal = "a percent sign is not followed by two hexadecimal digits";
                return null;
            }

            if (octets.AsSpan(length, written).IndexOfAny((byte)0, (byte)'/', OperatingSystem.IsWindows() ? (byte)'\\' : (byte)0) >= 0)
            {
                refusal = "the path holds an encoded NUL or separator";
                return null;
            }

            length += written;
        }

        return Local(octets.AsSpan(0, length), out refusal);
    }

    private static string? Local(ReadOnlySpan<byte> octets, out string? refusal)
    {
        refusal = null;
        string text;
        try
        {
            text = Utf8.GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            refusal = "the path is no UTF-8";
            return null;
        }

        if (!OperatingSystem.IsWindows())
        {
            return text;
        }

        if (text.Length >= 3 && char.IsAsciiLetter(text[1]) && text[2] is ':' or '|')
        {
            return string.Concat(text.AsSpan(1, 1), ":", text.AsSpan(3)).Replace('/', '\\');
        }

        refusal = "the path names no drive";
        return null;
    }
}
