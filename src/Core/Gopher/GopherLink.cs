namespace HiPerf.Gopher;

/// <summary>The convention by which a menu links to what is no Gopher: type <c>h</c>, selector <c>URL:</c> and a URL.</summary>
public static class GopherLink
{
    /// <summary>The URL in a selector.</summary>
    /// <param name="selector">The selector of an item, or of a request.</param>
    /// <returns>The URL, not looked at any further; empty where the selector is no link.</returns>
    public static ReadOnlySpan<byte> UrlOf(ReadOnlySpan<byte> selector)
    {
        // Some servers put a slash before it, as before every selector.
        if (selector.StartsWith("/"u8))
        {
            selector = selector[1..];
        }

        return selector.Length > 4 && GopherOctets.Is(selector[..4], "URL:"u8) ? selector[4..] : default;
    }

    /// <summary>Whether a URL is of a scheme that does no more than fetch (http, https, gopher, gophers, ftp, ftps), and holds nothing that would leave its line.</summary>
    /// <param name="url">Any octets.</param>
    public static bool MayFollow(ReadOnlySpan<byte> url)
    {
        int colon = url.IndexOf((byte)':');
        return colon > 0 && GopherOctets.IsField(url)
            && UrlSchemes.Find(url[..colon]) is UrlScheme.Http or UrlScheme.Https or UrlScheme.Gopher or UrlScheme.Gophers or UrlScheme.Ftp or UrlScheme.Ftps;
    }
}
