using System.Diagnostics.CodeAnalysis;
using HiPerf.Gopher;

namespace HiPerf.Cli.Sessions;

/// <summary>Reads Gopher URLs together with what the command line adds to them.</summary>
internal static class GopherPlace
{
    /// <summary>Whether a URL leads to a Gopher server.</summary>
    public static bool IsGopher([NotNullWhen(true)] InternetUrl? url) => url?.Scheme is "gopher" or "gophers";

    /// <summary>The locator of a URL.</summary>
    /// <param name="url">A gopher or gophers URL.</param>
    /// <param name="query">Search words; null leaves those of the URL.</param>
    /// <param name="view">A Gopher+ representation; null leaves that of the URL.</param>
    /// <exception cref="UriFormatException">Its path is none.</exception>
    /// <exception cref="ArgumentException">The words or the representation cannot be sent.</exception>
    public static GopherLocator Read(InternetUrl url, string? query, string? view)
    {
        GopherLocator locator = GopherLocator.FromUrl(url);
        locator = query is null ? locator : locator with { Query = query };
        return view is null ? locator : locator with { PlusString = "+" + view };
    }
}
