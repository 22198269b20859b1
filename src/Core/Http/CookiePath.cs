namespace HiPerf.Http;

/// <summary>Which paths a cookie's path stands for. RFC 6265bis section 5.1.4.</summary>
/// <remarks>Octet by octet: letter case matters and nothing is decoded, so <c>/%66oo</c> is not <c>/foo</c>.</remarks>
public static class CookiePath
{
    /// <summary>The path of a cookie that came without one: all up to the last slash, that slash left out.</summary>
    /// <param name="requestPath">The path of the request's URL, without its query; may be empty.</param>
    /// <returns>A part of <paramref name="requestPath"/>, or a slash.</returns>
    public static ReadOnlySpan<byte> Default(ReadOnlySpan<byte> requestPath)
    {
        int last = requestPath.LastIndexOf((byte)'/');
        return last > 0 && requestPath[0] == (byte)'/' ? requestPath[..last] : "/"u8;
    }

    /// <summary>Whether a request's path path-matches a cookie's: it is that path, or one below it.</summary>
    /// <param name="requestPath">The path of the request's URL, without its query; an empty one is taken for a slash.</param>
    /// <param name="cookiePath">The cookie's path; an empty one matches nothing.</param>
    public static bool Matches(ReadOnlySpan<byte> requestPath, ReadOnlySpan<byte> cookiePath)
    {
        ReadOnlySpan<byte> path = requestPath.IsEmpty ? "/"u8 : requestPath;
        return !cookiePath.IsEmpty && path.StartsWith(cookiePath)
            && (path.Length == cookiePath.Length || cookiePath[^1] == (byte)'/' || path[cookiePath.Length] == (byte)'/');
    }
}
