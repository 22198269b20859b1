using System.Globalization;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Getting;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Browsing;

/// <summary>The keyboard browser: keys become movements, loads, questions. Whatever a page fails with is told in the last row, and browsing goes on.</summary>
/// <param name="pages">Where pages come from.</param>
/// <param name="terminal">Where keys come from and frames go.</param>
internal sealed class Browser(IPageSource pages, IBrowserTerminal terminal)
{
    private readonly History _history = new();
    private readonly BrowserInput _input = new(terminal);
    private string? _status;
    private LinePrompt? _prompt;
    private string _words = string.Empty;

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

        while (await KeyAsync(cancellationToken).ConfigureAwait(false) is { } key)
        {
            BrowserCommand command = BrowserKeys.CommandOf(key);
            if (command == BrowserCommand.Quit)
            {
                return;
            }

            _status = null;
            Fit();
            await ObeyAsync(command, _history.Current!, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task ObeyAsync(BrowserCommand command, PageView view, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case BrowserCommand.Follow:
                return view.Link is { } link ? FollowAsync(link, cancellationToken) : Say("No entry is selected.");
            case BrowserCommand.Go:
                return GoAsync(cancellationToken);
            case BrowserCommand.Reload:
                return ReloadAsync(view, cancellationToken);
            case BrowserCommand.Save:
                return (view.Link ?? view.Page.Source) is { } saved ? SaveAsync(saved, cancellationToken) : Say("This page is not saved.");
            case BrowserCommand.Find:
                return FindAsync(view, cancellationToken);
            case BrowserCommand.FindNext:
                return FindAgain(view);
            case BrowserCommand.Back:
                return _history.Back() ? Task.CompletedTask : Say("This is the first page.");
            case BrowserCommand.Forward:
                return _history.Forward() ? Task.CompletedTask : Say("This is the last page.");
            case BrowserCommand.ShowUrl:
                return Show(UrlPage.Of(view));
            case BrowserCommand.Help:
                return Show(new Page("Keys", [.. BrowserKeys.Help.Select(static line => new PageLine(line))]));
            default:
                Move(command, view);
                return Task.CompletedTask;
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
                _ = Say($"Not opened here: {TerminalText.Escape(link.Url.ToString())}");
                return;
            case LinkAction.Save:
                await SaveAsync(link, cancellationToken).ConfigureAwait(false);
                return;
            case LinkAction.Search:
                if (await AskAsync("Search for: ", string.Empty, cancellationToken).ConfigureAwait(false) is { } words && Try(() => pages.Search(link, words)) is { } search)
                {
                    await FollowAsync(search, cancellationToken).ConfigureAwait(false);
                }

                return;
        }

        (bool isDone, Page? page) = await LoadAsync(link, cancellationToken).ConfigureAwait(false);
        if (page is not null)
        {
            _ = Show(page);
        }
        else if (isDone)
        {
            await SaveAsync(link, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task GoAsync(CancellationToken cancellationToken)
    {
        if (await AskAsync("URL: ", string.Empty, cancellationToken).ConfigureAwait(false) is { Length: > 0 } url && Try(() => pages.Find(url)) is { } link)
        {
            await FollowAsync(link, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReloadAsync(PageView view, CancellationToken cancellationToken)
    {
        if (view.Page.Source is { } source && await LoadAsync(source, cancellationToken).ConfigureAwait(false) is { Page: { } page })
        {
            var loaded = new PageView(page);
            loaded.Follow(view);
            _history.Replace(loaded);
            _status = page.Notice ?? "Loaded anew.";
        }
    }

    private async Task FindAsync(PageView view, CancellationToken cancellationToken)
    {
        if (await AskAsync("Find: ", string.Empty, cancellationToken).ConfigureAwait(false) is { Length: > 0 } words)
        {
            _words = words;
            _ = view.Find(words, isAgain: false) ? Task.CompletedTask : Say($"Not in this page: {TerminalText.Escape(words)}");
        }
    }

    private Task FindAgain(PageView view) =>
        _words.Length == 0 ? Say("Nothing was looked for yet.")
        : view.Find(_words, isAgain: true) ? Task.CompletedTask
        : Say($"Not in this page: {TerminalText.Escape(_words)}");

    private async Task SaveAsync(PageLink link, CancellationToken cancellationToken)
    {
        if (link.Action is LinkAction.Tell or LinkAction.Search || (link.Action == LinkAction.List && !link.Url.Scheme.StartsWith("gopher", StringComparison.Ordinal)))
        {
            _ = Say("That is no file to save.");
            return;
        }

        string? path = await AskAsync("Save to file: ", FileNames.Of(link.Url), cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        if (File.Exists(path) && await AskAsync($"{TerminalText.Escape(path)} is there. Replace it (y)? ", string.Empty, cancellationToken).ConfigureAwait(false) is not "y")
        {
            _ = Say("Nothing was saved.");
            return;
        }

        (bool isDone, SavedFile? saved) = await WorkAsync($"Saving {TerminalText.Escape(path)}", token => pages.SaveAsync(link, path, token), cancellationToken).ConfigureAwait(false);
        if (isDone)
        {
            string doubt = saved!.IsVerified ? string.Empty : " Its end is not verified.";
            _ = Say(string.Create(CultureInfo.InvariantCulture, $"Saved {saved.Length} octets to {TerminalText.Escape(path)}.{doubt}"));
        }
    }

    private async Task<(bool IsDone, Page? Page)> LoadAsync(PageLink link, CancellationToken cancellationToken) =>
        await WorkAsync($"Loading {TerminalText.Escape(link.Url.ToString())}", token => pages.LoadAsync(link, token), cancellationToken).ConfigureAwait(false);

    // What fails is told; what was stopped too.
    private async Task<(bool IsDone, T? Result)> WorkAsync<T>(string doing, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        _status = doing + " (Esc stops)";
        Draw();
        try
        {
            T result = await _input.UntilDoneAsync(work, Draw, cancellationToken).ConfigureAwait(false);
            _status = null;
            return (true, result);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _status = "Stopped.";
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _status = failure.Line;
        }

        return default;
    }

    private PageLink? Try(Func<PageLink> find)
    {
        try
        {
            return find();
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            _status = failure.Line;
            return null;
        }
    }

    private Task Show(Page page)
    {
        _history.Visit(new PageView(page));
        return Say(page.Notice);
    }

    private Task Say(string? sentence)
    {
        _status = sentence;
        return Task.CompletedTask;
    }

    private async Task<string?> AskAsync(string question, string text, CancellationToken cancellationToken)
    {
        var prompt = new LinePrompt(question, text);
        _prompt = prompt;
        while (!prompt.IsDone && !prompt.IsLeft && await KeyAsync(cancellationToken).ConfigureAwait(false) is { } key)
        {
            prompt.Take(key);
        }

        _prompt = null;
        return prompt.IsDone ? prompt.Text : null;
    }

    private ValueTask<ConsoleKeyInfo?> KeyAsync(CancellationToken cancellationToken) => _input.KeyAsync(Draw, cancellationToken);

    private void Draw()
    {
        (int columns, int rows) = Fit();
        terminal.Show(FrameMaker.Make(_history.Current, _status, _prompt, columns, rows));
    }

    private (int Columns, int Rows) Fit()
    {
        int columns = Math.Max(1, terminal.Columns);
        int rows = Math.Max(FrameMaker.OtherRows, terminal.Rows);
        _history.Current?.Fit(columns, rows - FrameMaker.OtherRows);
        return (columns, rows);
    }
}
