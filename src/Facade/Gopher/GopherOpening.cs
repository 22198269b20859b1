using HiPerf.Transport;

namespace HiPerf.Gopher;

/// <summary>One item that is to be had, and how.</summary>
/// <param name="Locator">The item, with all that its request says.</param>
/// <param name="Settings">Validated.</param>
internal readonly record struct GopherOpening(GopherLocator Locator, GopherConnectOptions Settings)
{
    /// <summary>The URL it was asked for by; null where there was none.</summary>
    public InternetUrl? Url { get; init; }

    /// <summary>How a menu is handed out.</summary>
    public DirectoryFormat DirectoryFormat { get; init; }

    /// <summary>Answers to its ASK form; null sends none.</summary>
    public IReadOnlyList<string>? AskAnswers { get; init; }

    /// <summary>Time limits; null inherits the session's.</summary>
    public InternetTimeouts? Timeouts { get; init; }

    /// <summary>Who hears of it; null inherits the session's.</summary>
    public IPhaseSink? StatusChanged { get; init; }

    /// <summary>What its file carries.</summary>
    public object? Context { get; init; }

    /// <summary>Reads a URL, and what the options add.</summary>
    /// <exception cref="UriFormatException">The URL's path is none.</exception>
    /// <exception cref="NotSupportedException">The scheme is another.</exception>
    public static GopherOpening Of(InternetUrl url, OpenOptions options, InternetSessionOptions session)
    {
        if (url.KnownScheme is not (UrlScheme.Gopher or UrlScheme.Gophers))
        {
            throw new NotSupportedException($"The URL's scheme is not gopher or gophers but '{url.Scheme}'.");
        }

        options.Gopher?.Validate();
        return new GopherOpening(GopherLocator.FromUrl(url), options.Gopher ?? session.Gopher)
        {
            Url = url,
            DirectoryFormat = options.DirectoryFormat,
            Timeouts = options.Timeouts,
            StatusChanged = options.StatusChanged,
            Context = options.Context ?? session.Context,
        };
    }
}
