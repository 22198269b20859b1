using System.Text;

namespace HiPerf.Ftp;

/// <summary>Makes the URL of a path on a server. RFC 1738 section 3.2: a path that begins with a slash is absolute, and its first slash stands as <c>%2F</c>.</summary>
internal static class FtpPathUrl
{
    public static InternetUrl Of(ConnectionKey key, string path, bool isDirectory = false) => InternetUrl.Parse(Text(key, path, isDirectory));

    private static string Text(ConnectionKey key, string path, bool isDirectory)
    {
        var host = key.Host.Contains(':', StringComparison.Ordinal) ? $"[{key.Host}]" : key.Host;
        var text = new StringBuilder($"{key.Scheme}://{host}:{key.Port}/", path.Length + 64);
        var rest = path.AsSpan();
        if (rest is ['/', ..])
        {
            _ = text.Append("%2F");
            rest = rest[1..];
        }

        foreach (var part in rest.Split('/'))
        {
            var name = rest[part];

            // A dot segment written as such would be resolved away, and lead elsewhere.
            _ = name is "." ? text.Append("%2E/") : name is ".." ? text.Append("%2E%2E/") : text.Append(Uri.EscapeDataString(name)).Append('/');
        }

        return isDirectory ? text.ToString() : text.ToString(0, text.Length - 1);
    }
}
