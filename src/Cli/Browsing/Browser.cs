using System.Globalization;
using HiPerf.Cli.Getting;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Browsing;

/// <summary>The keyboard browser: keys become movements, loads, questions. Whatever a page fails with is told in the last row, and browsing goes on.</summary>
internal sealed class Browser
{
    private readonly IPageSource _pages;
    private readonly History _history = new();
    private readonly Dialogue _dialogue;
    private string _words = string.Empty;

    /// <summary>Makes a browser.</summary>
    /// <param name="pages">Where pages come from.</param>
    /// <param name="terminal">Where keys come from and frames go.</param>
    public Browser(IPageSource pages, IBrowserTerminal terminal)
    {
        _pages = pages;
        _dialogue = new Dialogue(terminal, _history);
    }

    /// <summary>Browses until it is quit or no more keys come.</summary>
    /// <param name="start">The first page.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(PageLink start, CancellationToken cancellationToken)
    {
        await FollowAsync(start, cancellationToken).ConfigureAwait(false);
        if (_history.Current is null)
        {
            // What could not be had is still there to be loaded anew.
            _history.Visit(new PageView(Page.Of(start, [], notice: null)));
        }

        while (await _dialogue.KeyAsync(cancellationToken).ConfigureAwait(false) is { } key)
        {
            BrowserCommand command = BrowserKeys.CommandOf(key);
            if (command == BrowserCommand.Quit)
            {
                return;
            }

            _dialogue.Say(null);
            await ObeyAsync(command, _history.Current!, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ObeyAsync(BrowserCommand command, PageView view, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case BrowserCommand.Follow when view.Link is { } link:
                await FollowAsync(link, cancellationToken).ConfigureAwait(false);
                break;
            case BrowserCommand.Follow:
                _dialogue.Say("No entry is selected.");
                break;
            case BrowserCommand.Go:
                await GoAsync(cancellationToken).ConfigureAwait(false);
                break;
            case BrowserCommand.Reload when view.Page.Source is { } source:
                await ReloadAsync(view, source, cancellationToken).ConfigureAwait(false);
                break;
            case BrowserCommand.Save when (view.Link ?? view.Page.Source) is { } saved:
                await SaveAsync(saved, cancellationToken).ConfigureAwait(false);
                break;
            case BrowserCommand.Save:
                _dialogue.Say("This page is not saved.");
                break;
            case BrowserCommand.Find:
                await FindAsync(view, cancellationToken).ConfigureAwait(false);
                break;
            case BrowserCommand.FindNext when _words.Length == 0:
                _dialogue.Say("Nothing was looked for yet.");
                break;
            case BrowserCommand.FindNext:
                Find(view, isAgain: true);
                break;
            case BrowserCommand.Back:
                _dialogue.Say(_history.Back() ? null : "This is the first page.");
                break;
            case BrowserCommand.Forward:
                _dialogue.Say(_history.Forward() ? null : "This is the last page.");
                break;
            case BrowserCommand.ShowUrl:
                Show(UrlPage.Of(view));
                break;
            case BrowserCommand.Help:
                Show(new Page("Keys", [.. BrowserKeys.Help.Select(static line => new PageLine(line))]));
                break;
            default:
                Move(command, view);
                break;
        }
    }

    private static void Move(BrowserCommand command, PageView view)
    {
        switch (command)
        {
            case BrowserCommand.Down:
                view.Down();
                break;
            case BrowserCommand.Up:
                view.Up();
                break;
            case BrowserCommand.PageDown:
                view.PageDown();
                break;
            case BrowserCommand.PageUp:
                view.PageUp();
                break;
            case BrowserCommand.Home:
                view.Home();
                break;
            case BrowserCommand.End:
                view.End();
                break;
        }
    }

    private async Task FollowAsync(PageLink link, CancellationToken cancellationToken)
    {
        switch (link.Action)
        {
            case LinkAction.Tell:
                _dialogue.Say($"Not opened here: {Shown(link)}");
                break;
            case LinkAction.Save:
                await SaveAsync(link, cancellationToken).ConfigureAwait(false);
                break;
            case LinkAction.Search:
                string? words = await _dialogue.AskAsync("Search for: ", string.Empty, cancellationToken).ConfigureAwait(false);
                if (words is not null && _dialogue.Try(() => _pages.Search(link, words)) is { } search)
                {
                    await OpenAsync(search, cancellationToken).ConfigureAwait(false);
                }

                break;
            default:
                await OpenAsync(link, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task OpenAsync(PageLink link, CancellationToken cancellationToken)
    {
        (bool isDone, Page? page) = await LoadAsync(link, cancellationToken).ConfigureAwait(false);
        if (page is not null)
        {
            Show(page);
        }
        else if (isDone)
        {
            await SaveAsync(link, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task GoAsync(CancellationToken cancellationToken)
    {
        string? url = await _dialogue.AskAsync("URL: ", string.Empty, cancellationToken).ConfigureAwait(false);
        if (!string.IsNullOrEmpty(url) && _dialogue.Try(() => _pages.Find(url)) is { } link)
        {
            await FollowAsync(link, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReloadAsync(PageView view, PageLink source, CancellationToken cancellationToken)
    {
        if (await LoadAsync(source, cancellationToken).ConfigureAwait(false) is { Page: { } page })
        {
            var loaded = new PageView(page);
            loaded.Follow(view);
            _history.Replace(loaded);
            _dialogue.Say(page.Notice ?? "Loaded anew.");
        }
    }

    private async Task FindAsync(PageView view, CancellationToken cancellationToken)
    {
        if (await _dialogue.AskAsync("Find: ", string.Empty, cancellationToken).ConfigureAwait(false) is { Length: > 0 } words)
        {
            _words = words;
            Find(view, isAgain: false);
        }
    }

    private void Find(PageView view, bool isAgain) => _dialogue.Say(view.Find(_words, isAgain) ? null : $"Not in this page: {TerminalText.Escape(_words)}");

    private async Task SaveAsync(PageLink link, CancellationToken cancellationToken)
    {
        if (!link.IsFile)
        {
            _dialogue.Say("That is no file to save.");
            return;
        }

        string? path = await _dialogue.AskAsync("Save to file: ", FileNames.Of(link.Url), cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        string name = TerminalText.Escape(path);
        if (File.Exists(path) && await _dialogue.AskAsync($"{name} is there. Replace it (y)? ", string.Empty, cancellationToken).ConfigureAwait(false) is not "y")
        {
            _dialogue.Say("Nothing was saved.");
            return;
        }

        (bool isDone, SavedFile? saved) = await _dialogue.WorkAsync($"Saving {name}", token => _pages.SaveAsync(link, path, token), cancellationToken).ConfigureAwait(false);
        if (isDone)
        {
            string doubt = saved!.IsVerified ? string.Empty : " Its end is not verified.";
            _dialogue.Say(string.Create(CultureInfo.InvariantCulture, $"Saved {saved.Length} octets to {name}.{doubt}"));
        }
    }

    private Task<(bool IsDone, Page? Page)> LoadAsync(PageLink link, CancellationToken cancellationToken) =>
        _dialogue.WorkAsync($"Loading {Shown(link)}", token => _pages.LoadAsync(link, token), cancellationToken);

    private void Show(Page page)
    {
        _history.Visit(new PageView(page));
        _dialogue.Say(page.Notice);
    }

    private static string Shown(PageLink link) => TerminalText.Escape(link.Url.ToString());
}
