using HiPerf.Gopher;

namespace HiPerf.Cli.Listing;

/// <summary>Says where an item of a Gopher menu is had, also where another program has to have it.</summary>
internal static class ItemPlace
{
    /// <summary>Its URL; null for information, errors, lines that are malformed, and links to schemes that are not known.</summary>
    public static InternetUrl? UrlOf(GopherItem item) => item.Link is not null || item.Locator is not null ? item.Url
        : item.Type switch
        {
            GopherItemType.Telnet => UrlOf("telnet", item),
            GopherItemType.Tn3270 => UrlOf("tn3270", item),
            _ => null,
        };

    private static InternetUrl? UrlOf(string scheme, GopherItem item) => item.Port < 0 ? null
        : InternetUrl.ParseOrNull($"{scheme}://{(item.Host.Contains(':', StringComparison.Ordinal) ? $"[{item.Host}]" : item.Host)}:{item.Port}/");
}
