using System.Text;
using System.Text.Encodings.Web;

namespace HiPerf.Server;

/// <summary>What is answered to a selector <c>URL:</c>, by which menus lead out of Gopher: clients that know the custom never ask for one, the others get a page of HTML with the link.</summary>
internal static class LinkPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="link">A URL that may be followed.</param>
    public static byte[] Make(ReadOnlySpan<byte> link)
    {
        var url = HtmlEncoder.Default.Encode(Encoding.UTF8.GetString(link));
        return Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>A link out of Gopher</title></head>\n<body><p>This leads out of Gopher: <a href=\"{url}\" rel=\"noreferrer\">{url}</a></p></body></html>\n");
    }
}
