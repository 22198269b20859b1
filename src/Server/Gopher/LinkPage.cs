using System.Text;
using System.Text.Encodings.Web;

namespace HiPerf.Server;

/// <summary>Selectors <c>URL:</c>, by which menus lead out of Gopher: clients that know the custom never ask for one, the others get a page of HTML with the link.</summary>
internal static class LinkPage
{
    /// <summary>Whether a selector is of this kind, whatever its URL.</summary>
    public static bool IsLink(ReadOnlySpan<byte> selector) => selector.Length > 4 && System.Text.Ascii.EqualsIgnoreCase(selector[..4], "URL:"u8);

    /// <summary>Whether the URL of such a selector does no more than fetch: http, https, gopher, gophers, ftp, ftps.</summary>
    public static bool IsFollowed(ReadOnlySpan<byte> selector)
    {
        var url = selector[4..];
        var colon = url.IndexOf((byte)':');
        return colon > 0 && UrlSchemes.Find(url[..colon]) is UrlScheme.Http or UrlScheme.Https or UrlScheme.Gopher or UrlScheme.Gophers or UrlScheme.Ftp or UrlScheme.Ftps;
    }

    /// <summary>Makes the page.</summary>
    /// <param name="selector">The selector; its URL is followed.</param>
    public static byte[] Make(ReadOnlySpan<byte> selector)
    {
        var url = HtmlEncoder.Default.Encode(Encoding.UTF8.GetString(selector[4..]));
        return FileOctets.Encode(Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>A link out of Gopher</title></head>\n<body><p>This leads out of Gopher: <a href=\"{url}\" rel=\"noreferrer\">{url}</a></p></body></html>\n"));
    }
}
