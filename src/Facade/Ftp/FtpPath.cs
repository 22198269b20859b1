// Path names: those a caller writes, and those in URLs.
//
//   ftp://host/a/b        a/b, from where the login led
//   ftp://host//a         /a; so does ftp://host/%2Fa
//   ftp://host/a;type=i   type code a, i or d (a folder)
//
// RFC 1738 section 3.2.2 would go there by one CWD a segment. Here the segments are sent as one path name, which every server with Unix
// paths takes, and the directory of a connection that others will use never changes.

using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace HiPerf.Ftp;

/// <summary>Reads path names.</summary>
internal static class FtpPath
{
    private const string TypeParameter = "type=";

    // What a verb, its space and a time before the name take of a line.
    private const int MaxPath = FtpCommandWriter.MaxLine - 32;

    private static readonly SearchValues<char> s_refused = SearchValues.Create("\r\n\0");

    /// <summary>A caller's path as it is sent: every backslash a slash. What passes here no command refuses, so that of several none is sent alone.</summary>
    /// <exception cref="ArgumentException">It is empty, holds a CR, LF, NUL or half a surrogate pair, or is too long for a command.</exception>
    public static string Check(string path, FtpNames names, string name = "path")
    {
        ArgumentException.ThrowIfNullOrEmpty(path, name);
        if (path.AsSpan().ContainsAny(s_refused))
        {
            throw new ArgumentException("A path holds no CR, LF or NUL (RFC 959 section 5.3).", name);
        }

        if (names.Encoding is null ? !IsUtf8(path) : !Fits(names.Encode(path)))
        {
            throw new ArgumentException("The path cannot stand in a command: it is too long, or holds what its charset has no octets for.", name);
        }

        return path.Replace('\\', '/');
    }

    /// <summary>Reads the path of an ftp URL.</summary>
    /// <exception cref="UriFormatException">A percent sign without two digits; an octet 0, 10 or 13; a type code other than a, i and d.</exception>
    public static FtpUrlPath Read(InternetUrl url)
    {
        // RFC 1738 knows no query in an ftp URL: a question mark is a letter of the name.
        var path = url.PathAndQuery.AsSpan();
        path = path.StartsWith('/') ? path[1..] : path;
        var type = TakeType(url, ref path);
        var encoded = Encoding.ASCII.GetBytes(path.ToString());
        var octets = new byte[encoded.Length];
        if (!PercentEncoding.Decode(encoded, octets, out var length).IsDone)
        {
            throw Refusal(url, "a percent sign is not followed by two hexadecimal digits");
        }

        octets = octets[..length];
        return octets.AsSpan().IndexOfAny((byte)0, (byte)'\r', (byte)'\n') >= 0
            ? throw Refusal(url, "the path holds an encoded CR, LF or NUL")
            : new FtpUrlPath(octets, type == 'd' || length == 0 || octets[^1] == (byte)'/', type == 'a' ? FtpTransferType.Ascii : FtpTransferType.Binary);
    }

    /// <summary>The URL of a path: relative to where the login led where it lies within, else absolute.</summary>
    /// <param name="root">The URL of where the login led.</param>
    /// <param name="path">A path as the server has it.</param>
    /// <param name="loginDirectory">Where the login led; null where that is not known.</param>
    /// <param name="isFolder">Whether the URL ends in a slash.</param>
    public static InternetUrl UrlOf(InternetUrl root, string path, string? loginDirectory, bool isFolder)
    {
        var home = loginDirectory?.TrimEnd('/');
        if (home is not null && path.StartsWith('/') && path.StartsWith(home, StringComparison.Ordinal) && (path.Length == home.Length || path[home.Length] == '/'))
        {
            path = path[home.Length..].TrimStart('/');
        }

        var text = new StringBuilder(root.Href);
        if (path.StartsWith('/'))
        {
            text.Append("%2F");
            path = path.TrimStart('/');
        }

        // The root of all is %2F alone: a slash behind it would be a second one.
        path = path.TrimEnd('/');
        text.AppendJoin('/', path.Split('/').Select(Uri.EscapeDataString));
        return InternetUrl.Parse(isFolder && path.Length > 0 ? text.Append('/').ToString() : text.ToString());
    }

    /// <summary>The URL that names within a folder are relative to: no password, no type code, a slash at its end. Two slashes begin an absolute path, so that <c>../</c> leads up from it.</summary>
    /// <param name="url">The URL that names the folder.</param>
    /// <param name="path">What was read from it.</param>
    public static InternetUrl FolderOf(InternetUrl url, FtpUrlPath path)
    {
        var octets = path.Octets.Span;
        var encoded = new byte[3 * octets.Length];
        _ = PercentEncoding.EncodePath(octets, encoded, out var length);
        var user = url.EncodedUserName.Length == 0 ? string.Empty : url.EncodedUserName + "@";
        var slash = octets.IsEmpty || octets[^1] == (byte)'/' ? string.Empty : "/";
        return InternetUrl.Parse($"{url.Scheme}://{user}{url.HostAndPort}/{Encoding.ASCII.GetString(encoded, 0, length)}{slash}");
    }

    // Three octets a character at most: a short path of one unit a character needs no look.
    private static bool IsUtf8(string path)
    {
        if (path.Length <= MaxPath / 3 && !path.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return true;
        }

        Span<byte> octets = stackalloc byte[MaxPath];
        return Utf8.FromUtf16(path, octets, out _, out _, replaceInvalidSequences: false) == OperationStatus.Done;
    }

    private static bool Fits(ReadOnlySpan<byte> octets) =>
        octets.Length + octets.Count((byte)255) <= MaxPath && octets.IndexOfAny((byte)0, (byte)'\r', (byte)'\n') < 0;

    private static char TakeType(InternetUrl url, ref ReadOnlySpan<char> path)
    {
        var start = path.LastIndexOf('/') + 1;
        var at = path[start..].IndexOf(';');
        while (at >= 0 && !path[(start + at + 1)..].StartsWith(TypeParameter, StringComparison.OrdinalIgnoreCase))
        {
            var next = path[(start + at + 1)..].IndexOf(';');
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (at < 0)
        {
            return '\0';
        }

        var code = path[(start + at + 1 + TypeParameter.Length)..];
        path = path[..(start + at)];
        var letter = code.Length == 1 ? char.ToLowerInvariant(code[0]) : '\0';
        return letter is 'a' or 'i' or 'd'
            ? letter
            : throw Refusal(url, "the type code is none of a, i and d");
    }

    private static UriFormatException Refusal(InternetUrl url, string reason) => new($"No path of an FTP server: {reason} (RFC 1738 section 3.2): {url}");
}
