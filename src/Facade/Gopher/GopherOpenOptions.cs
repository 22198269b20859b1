namespace HiPerf.Gopher;

/// <summary>What one opening asks for beside the item.</summary>
public sealed record GopherOpenOptions
{
    internal static readonly GopherOpenOptions Default = new();

    /// <summary>The Gopher+ representation, as in <c>text/plain</c> or <c>application/postscript En_US</c>; empty asks for the usual one; null takes what RFC 1436 gives. No HTAB, CR, LF or NUL.</summary>
    public string? View { get; init; }

    /// <summary>Search words; null sends those of the locator, or none. No HTAB, CR, LF or NUL.</summary>
    public string? Query { get; init; }

    /// <summary>Answers to the item's ASK form, one for each question in its order; null where there is none. Gopher+ section 2.8.</summary>
    public IReadOnlyList<string>? AskAnswers { get; init; }

    /// <summary>How a menu is handed out.</summary>
    public DirectoryFormat DirectoryFormat { get; init; }

    /// <summary>Time limits; null inherits the session's.</summary>
    public InternetTimeouts? Timeouts { get; init; }

    /// <summary>The locator with what is asked for beside it.</summary>
    /// <exception cref="ArgumentException">Something cannot be sent.</exception>
    internal GopherLocator Complete(GopherLocator locator)
    {
        if (Query is not null)
        {
            locator = locator with { Query = Query };
        }

        return View is not null ? locator with { PlusString = $"+{View}" }
            : AskAnswers is not null && locator.PlusString is null ? locator with { PlusString = "+" }
            : locator;
    }
}
