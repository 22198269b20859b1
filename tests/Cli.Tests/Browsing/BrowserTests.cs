using HiPerf.Cli.Browsing;

namespace HiPerf.Cli.Tests.Browsing;

public sealed class BrowserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-browse-").FullName;
    private readonly ScriptedPages _pages = new();
    private readonly ScriptedTerminal _terminal = new(columns: 60, rows: 8);

    [Fact]
    public async Task Follow_back_and_forward_ask_each_server_once()
    {
        _pages.Add("top", "words", "*a", "*b").Add("b", "*c").Add("c", "the end");
        await BrowseAsync(_terminal.Press(ConsoleKey.DownArrow, ConsoleKey.Enter, ConsoleKey.RightArrow, ConsoleKey.LeftArrow, ConsoleKey.Backspace).Type("f"));

        Assert.Equal(["top", "b", "c"], _pages.Loaded);
        Assert.Equal("gopher://h/b", _terminal.Screen[0]);
        Assert.Equal("> MENU c", _terminal.Selected);
    }

    [Fact]
    public async Task Back_keeps_the_entry_that_was_followed()
    {
        _pages.Add("top", "*a", "*b").Add("b", "text");
        await BrowseAsync(_terminal.Type("j").Press(ConsoleKey.Enter).Type("b"));
        Assert.Equal("> MENU b", _terminal.Selected);
    }

    [Fact]
    public async Task Ends_of_the_history_are_told()
    {
        _pages.Add("top", "text");
        await BrowseAsync(_terminal.Type("b"));
        Assert.Equal("This is the first page.", _terminal.Status);
        await BrowseAsync(_terminal.Type("f"));
        Assert.Equal("This is the last page.", _terminal.Status);
    }

    [Fact]
    public async Task Search_asks_for_words_and_lists_what_is_found()
    {
        _pages.Add("top", "?find").Add("find%09two%20words", "*found");
        await BrowseAsync(_terminal.Press(ConsoleKey.Enter).Type("twx").Press(ConsoleKey.Backspace).Type("o words").Press(ConsoleKey.Enter));

        Assert.Contains(_terminal.Frames, static frame => frame.Rows[^1].Text == "Search for: two words" && frame.CursorColumn == 21);
        Assert.Equal("> MENU found", _terminal.Selected);
    }

    [Fact]
    public async Task Search_that_is_left_asks_nobody()
    {
        _pages.Add("top", "?find");
        await BrowseAsync(_terminal.Press(ConsoleKey.Enter).Type("words").Press(ConsoleKey.Escape));
        Assert.Equal(["top"], _pages.Loaded);
        Assert.Equal("gopher://h/top", _terminal.Screen[0]);
    }

    [Fact]
    public async Task Failure_of_a_page_is_told_and_browsing_goes_on()
    {
        _pages.Add("top", "*broken", "*a").AddFailure("broken", new InternetException(InternetErrorKind.ProtocolViolation, "Broken by \u001b[31m.")).Add("a", "text");
        await BrowseAsync(_terminal.Press(ConsoleKey.Enter));
        Assert.Equal("Broken by \\x1B[31m.", _terminal.Status);
        Assert.Equal("> MENU broken", _terminal.Selected);

        await BrowseAsync(_terminal.Press(ConsoleKey.Enter).Type("j").Press(ConsoleKey.Enter));
        Assert.Equal("gopher://h/a", _terminal.Screen[0]);
    }

    [Fact]
    public async Task First_page_that_fails_can_be_loaded_anew()
    {
        _pages.AddFailure("top", new InternetException(InternetErrorKind.CannotConnect, "Nobody listens."));
        await BrowseAsync(_terminal);
        Assert.Equal(("gopher://h/top", "Nobody listens."), (_terminal.Screen[0], _terminal.Status));
        await BrowseAsync(_terminal.Type("r"));
        Assert.Equal(["top", "top", "top"], _pages.Loaded);
    }

    [Fact]
    public async Task Escape_stops_a_load_and_keeps_the_page()
    {
        _pages.Add("top", "*slow", "*a").AddEndless("slow");
        _terminal.Press(ConsoleKey.Enter).PressWhen(_pages.Loading, ConsoleKey.Escape).Type("j");
        await BrowseAsync(_terminal);
        Assert.Contains(_terminal.Frames, static frame => frame.Rows[^1].Text == "Loading gopher://h/slow (Esc stops)");
        Assert.Contains(_terminal.Frames, static frame => frame.Rows[^1].Text == "Stopped.");
        Assert.Equal("> MENU a", _terminal.Selected);
    }

    [Fact]
    public async Task Keys_typed_while_a_page_loads_are_obeyed_behind_it()
    {
        _pages.Add("top", "*slow", "*a").AddEndless("slow");
        _terminal.Press(ConsoleKey.Enter).PressWhen(_pages.Loading, ConsoleKey.DownArrow, ConsoleKey.Escape);
        await BrowseAsync(_terminal);
        Assert.Equal("> MENU a", _terminal.Selected);
    }

    [Fact]
    public async Task Quit_ends_it_and_obeys_no_later_key()
    {
        _pages.Add("top", "*a");
        await BrowseAsync(_terminal.Type("q").Press(ConsoleKey.Enter));
        await BrowseAsync(new ScriptedTerminal(60, 8).PressControl(ConsoleKey.C).Press(ConsoleKey.Enter));
        Assert.Equal(["top", "top"], _pages.Loaded);
    }

    [Fact]
    public async Task Cancellation_ends_it_in_the_middle_of_a_load()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task browsing = new Browser(_pages.AddEndless("top"), _terminal.PressWhen(Task.Delay(Timeout.Infinite, stop.Token), ConsoleKey.Enter)).RunAsync(ScriptedPages.Link("top"), stop.Token);
        await _pages.Loading;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => browsing);
    }

    [Fact]
    public async Task Save_asks_for_a_name_and_tells_what_was_written()
    {
        string path = Path.Join(_folder, "copy");
        _pages.Add("top", "!0/pic.gif");
        await BrowseAsync(_terminal.Press(ConsoleKey.Enter).PressControl(ConsoleKey.U).Type(path).Press(ConsoleKey.Enter));
        Assert.Contains(_terminal.Frames, static frame => frame.Rows[^1].Text == "Save to file: pic.gif");
        Assert.Equal([("0/pic.gif", path)], _pages.Saved);
        Assert.StartsWith("Saved 5 octets to " + path[..20], _terminal.Status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_over_a_file_asks_first()
    {
        string path = Path.Join(_folder, "there");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);
        _pages.Add("top", "!a");
        await BrowseAsync(_terminal.Type("s").PressControl(ConsoleKey.U).Type(path).Press(ConsoleKey.Enter).Type("n").Press(ConsoleKey.Enter));
        Assert.Empty(_pages.Saved);
        await BrowseAsync(_terminal.Type("s").PressControl(ConsoleKey.U).Type(path).Press(ConsoleKey.Enter).Type("y").Press(ConsoleKey.Enter));
        Assert.Single(_pages.Saved);
    }

    [Fact]
    public async Task Save_tells_when_the_end_is_not_verified()
    {
        string path = Path.Join(_folder, "doubt");
        _pages.Add("top", "text");
        await BrowseAsync(new ScriptedTerminal(200, 8).Type("s").PressControl(ConsoleKey.U).Type(path).Press(ConsoleKey.Enter), static terminal =>
            Assert.EndsWith("Its end is not verified.", terminal.Status, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Content_that_is_no_text_is_offered_to_be_saved()
    {
        _pages.Add("top", "*blob").AddBinary("blob");
        await BrowseAsync(_terminal.Press(ConsoleKey.Enter).Press(ConsoleKey.Escape));
        Assert.Contains(_terminal.Frames, static frame => frame.Rows[^1].Text.StartsWith("Save to file: ", StringComparison.Ordinal));
        Assert.Empty(_pages.Saved);
    }

    [Fact]
    public async Task Entry_for_another_program_is_told_and_not_opened()
    {
        _pages.Add("top", "@shell");
        await BrowseAsync(_terminal.Press(ConsoleKey.Enter));
        Assert.Equal("Not opened here: gopher://h/shell", _terminal.Status);
        await BrowseAsync(_terminal.Type("s"));
        Assert.Equal("That is no file to save.", _terminal.Status);
        Assert.All(_pages.Loaded, static page => Assert.Equal("top", page));
    }

    [Fact]
    public async Task Go_opens_a_URL_and_tells_when_it_is_none()
    {
        _pages.Add("top", "text").Add("a", "text");
        await BrowseAsync(_terminal.Type("g").Type("gopher://h/a").Press(ConsoleKey.Enter));
        Assert.Equal("gopher://h/a", _terminal.Screen[0]);
        await BrowseAsync(_terminal.Type("g").Type("nothing").Press(ConsoleKey.Enter));
        Assert.Equal("gopher://h/top", _terminal.Screen[0]);
        Assert.NotEqual("? help  q quit", _terminal.Status);
    }

    [Fact]
    public async Task Find_goes_to_a_line_and_on_to_the_next()
    {
        _pages.Add("top", ["*one", .. Enumerable.Repeat("text", 20), "*Needle a", "*x", .. Enumerable.Repeat("text", 20), "needle b"]);
        await BrowseAsync(_terminal.Type("/needle").Press(ConsoleKey.Enter));
        Assert.Equal("> MENU Needle a", _terminal.Selected);
        await BrowseAsync(_terminal.Type("/needle").Press(ConsoleKey.Enter).Type("n"));
        Assert.Equal("needle b", _terminal.Screen[^2].Trim());
        await BrowseAsync(_terminal.Type("/none").Press(ConsoleKey.Enter));
        Assert.Equal("Not in this page: none", _terminal.Status);
        await BrowseAsync(_terminal.Type("n"));
        Assert.Equal("Nothing was looked for yet.", _terminal.Status);
    }

    [Fact]
    public async Task Url_shows_the_whole_of_both()
    {
        string name = new('a', 90);
        _pages.Add("top", "*" + name);
        await BrowseAsync(_terminal.Type("u"));
        string shown = string.Concat(_terminal.Screen[1..^1]);
        Assert.Contains("gopher://h/top", shown, StringComparison.Ordinal);
        Assert.Contains("gopher://h/" + name, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_every_key_and_back_leaves_it()
    {
        _pages.Add("top", "*a");
        var tall = new ScriptedTerminal(100, 40);
        await BrowseAsync(tall.Type("?"), static terminal => Assert.Equal(BrowserKeys.Help, terminal.Screen[1..(BrowserKeys.Help.Length + 1)]));
        await BrowseAsync(tall.Type("?b"), static terminal => Assert.Equal("> MENU a", terminal.Selected));
    }

    [Fact]
    public async Task Reload_keeps_the_place()
    {
        _pages.Add("top", [.. Enumerable.Range(0, 50).Select(static i => $"*{i}")]);
        await BrowseAsync(_terminal.Press(ConsoleKey.PageDown, ConsoleKey.DownArrow).Type("r"));
        Assert.Equal("> MENU 7", _terminal.Selected);
        Assert.Equal(["top", "top"], _pages.Loaded);
    }

    [Fact]
    public async Task Resize_draws_anew_in_the_new_size()
    {
        _pages.Add("top", "*a", "*b");
        _terminal.Resize(20, 3);
        await BrowseAsync(_terminal);
        Assert.Equal(["gopher://h/top  1/2", "> MENU a", "gopher://h/a"], _terminal.Screen);
    }

    [Fact]
    public async Task What_a_peer_sends_reaches_no_screen_unescaped()
    {
        _pages.Add("top", "*\u001b]0;title\u0007\u009b31m", "\u001b[2J\u202e\r\b");
        await BrowseAsync(_terminal.Type("u"));
        Assert.All(_terminal.Frames, static frame => Assert.All(frame.Rows, static row => Assert.DoesNotContain(row.Text, static character => char.IsControl(character) || character == '\u202e')));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task BrowseAsync(ScriptedTerminal terminal, Action<ScriptedTerminal>? check = null)
    {
        await new Browser(_pages, terminal).RunAsync(ScriptedPages.Link("top"), TestContext.Current.CancellationToken);
        check?.Invoke(terminal);
    }
}
