namespace HiPerf.Mirroring;

/// <summary>The roots of a mirror: URLs of folders, or local paths taken for such.</summary>
internal static class MirrorPlace
{
    /// <summary>Reads a URL or a local path.</summary>
    /// <exception cref="NotSupportedException">The scheme has no folders.</exception>
    public static InternetUrl Read(string place)
    {
        ArgumentException.ThrowIfNullOrEmpty(place);
        if (!place.Contains("://", StringComparison.Ordinal) && !place.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return OfPath(place);
        }

        var url = InternetUrl.Parse(place);
        return url.Scheme is "ftp" or "ftps" or "file" ? url : throw MirrorErrors.NoMirror(url.Scheme);
    }

    /// <summary>The file URL of a local path.</summary>
    public static InternetUrl OfPath(string path)
    {
        var parts = Path.GetFullPath(path).Replace('\\', OperatingSystem.IsWindows() ? '/' : '\\').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return InternetUrl.Parse("file:///" + string.Join('/', parts.Select(Uri.EscapeDataString)).Replace("%3A", ":", StringComparison.Ordinal));
    }

    /// <summary>The whole URL but user and password.</summary>
    public static string WithoutUser(InternetUrl url) =>
        url.EncodedUserName.Length + url.EncodedPassword.Length == 0 ? url.Href : $"{url.Scheme}://{url.HostAndPort}{url.PathAndQuery}";

    /// <summary>Whether two places are one, whoever asks for them.</summary>
    public static bool AreSame(InternetUrl left, InternetUrl right) =>
        string.Equals(WithoutUser(left).TrimEnd('/'), WithoutUser(right).TrimEnd('/'), StringComparison.Ordinal);
}
