using System.Runtime.CompilerServices;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Terminals;
using HiPerf.Gopher;

namespace HiPerf.Cli.Listing;

/// <summary>Lists a Gopher menu, what a search finds, or all menus below one; tells on standard error what a list of items cannot say.</summary>
/// <param name="console">Standard error takes that.</param>
/// <param name="session">Carries it out.</param>
internal sealed class GopherLister(CliConsole console, InternetSession session)
{
    private int _items;
    private string? _error;

    /// <summary>What the listing came to: Ok, or the code of the first failure. Asked for behind its end.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Lists a menu.</summary>
    /// <param name="locator">The menu, or a search with its words.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<InternetEntry> ListAsync(GopherLocator locator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GopherMenu menu = Connect(locator).EnumerateAsync(locator, cancellationToken: cancellationToken);
        await foreach (GopherItem item in menu.ConfigureAwait(false))
        {
            Count(item);
            yield return item;
        }

        if (!menu.Terminated)
        {
            console.Error.WriteLine("hiperf: The menu's end is not marked: it may be cut short.");
        }

        Judge();
    }

    /// <summary>Lists a menu and those below it. One that cannot be had is told and keeps no other.</summary>
    /// <param name="locator">The menu it begins with.</param>
    /// <param name="options">How far it goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<InternetEntry> CrawlAsync(GopherLocator locator, GopherCrawlOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (GopherVisit visit in Connect(locator).CrawlAsync(locator, options, cancellationToken).ConfigureAwait(false))
        {
            if (visit.Failure is { } error && Failure.Of(error) is { } failure)
            {
                console.Error.WriteLine($"hiperf: {TerminalText.Escape(visit.Item.Url.ToString())}: {failure.Line}");
                ExitCode = ExitCode == Cli.ExitCode.Ok ? failure.Code : ExitCode;
                continue;
            }

            Count(visit.Item);
            yield return visit.Item;
        }

        Judge();
    }

    private GopherConnection Connect(GopherLocator locator) =>
        session.ConnectGopher(locator.Host, session.Options.Gopher with { Port = locator.Port, UseTls = locator.UsesTls });

    private void Count(GopherItem item)
    {
        if (item.IsError)
        {
            _error ??= item.Name;
        }
        else if (!item.IsInformation)
        {
            _items++;
        }
    }

    // Gopher has no status: an answer that is nothing but errors is one.
    private void Judge()
    {
        if (_items == 0 && _error is not null)
        {
            console.Error.WriteLine($"hiperf: The server answered with an error: {TerminalText.Escape(_error)}");
            ExitCode = Cli.ExitCode.ClientErrorStatus;
        }
    }
}
