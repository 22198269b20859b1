namespace HiPerf.Gopher;

/// <summary>The first line of an error by Gopher+, as offsets: the reason in words, or the item's new descriptor, follows in more lines.</summary>
/// <param name="Code">1 not available, 2 try again later, 3 moved; other numbers are kept, 0 to 999,999,999.</param>
/// <param name="Administrator">Who to turn to; name and address may be empty.</param>
/// <remarks>Gopher+ section 2.3.</remarks>
public readonly record struct GopherError(int Code, GopherAdministrator Administrator)
{
    /// <summary>The item is not available.</summary>
    public const int NotAvailable = 1;

    /// <summary>The server is busy; try again later.</summary>
    public const int TryLater = 2;

    /// <summary>The item has moved: the next line is the menu line of where it lives now.</summary>
    public const int Moved = 3;
}
