namespace HiPerf.Gopher;

/// <summary>One item that a crawl came by.</summary>
/// <param name="Item">The item.</param>
/// <param name="Menu">The menu it stands in.</param>
/// <param name="Depth">How deep that menu is: 0 for the first.</param>
public sealed record GopherVisit(GopherItem Item, GopherLocator Menu, int Depth)
{
    /// <summary>Why the menu the item names could not be read, told behind the item once more; null for the item itself.</summary>
    public InternetException? Failure { get; init; }
}
