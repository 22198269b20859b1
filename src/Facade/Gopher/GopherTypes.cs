namespace HiPerf.Gopher;

/// <summary>What the type of an item means to who fetches it. The type alone decides, never what comes (catalogue GO-04).</summary>
internal static class GopherTypes
{
    /// <summary>Whether the item is answered by a menu.</summary>
    public static bool IsMenu(GopherLocator locator) =>
        (GopherItemTypes.Flags(locator.Type) & GopherItemFlags.Directory) != 0 && locator.Request.Kind is GopherRequestKind.Item or GopherRequestKind.Representation;

    /// <summary>Whether the item is answered by a text with dots: types 0, 4 and 6 of RFC 1436. HTML and XML (<c>h</c>, <c>x</c>) came later, and servers send them as they are, until they close.</summary>
    public static bool HasDots(GopherLocator locator) => locator.Type is GopherItemType.Text or GopherItemType.BinHex or GopherItemType.Uuencoded;

    /// <summary>Whether items of a type are sessions with another service: telnet, tn3270, phone books.</summary>
    public static bool IsSession(GopherItemType type) => (GopherItemTypes.Flags(type) & GopherItemFlags.Session) != 0;

    /// <summary>Refuses what is no file: sessions, information, errors, links.</summary>
    /// <exception cref="NotSupportedException">It is one of these.</exception>
    public static void CheckFile(GopherLocator locator)
    {
        if (locator.Request.Kind is GopherRequestKind.Attributes or GopherRequestKind.DirectoryAttributes)
        {
            return;
        }

        if (IsSession(locator.Type))
        {
            throw new NotSupportedException($"An item of type {(char)locator.TypeOctet} is a session with another service and not fetched by Gopher (RFC 1436 section 3.8).");
        }

        if (locator.Type is GopherItemType.Information or GopherItemType.Error)
        {
            throw new NotSupportedException($"An item of type {(char)locator.TypeOctet} is a line to read; there is nothing to fetch.");
        }

        if (locator.Type == GopherItemType.Html && !GopherLink.UrlOf(locator.SelectorOctets.Span).IsEmpty)
        {
            throw new NotSupportedException("The item is a link: its selector holds the URL to open.");
        }
    }

    /// <summary>Refuses what is no menu.</summary>
    /// <exception cref="NotSupportedException">It is none.</exception>
    public static void CheckMenu(GopherLocator locator)
    {
        if (!IsMenu(locator))
        {
            throw new NotSupportedException("Only menus and searches (types 1 and 7) can be listed.");
        }
    }
}
