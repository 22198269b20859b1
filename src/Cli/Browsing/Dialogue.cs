using HiPerf.Cli.Failures;

namespace HiPerf.Cli.Browsing;

/// <summary>The talk with the person at the keyboard: what is looked at is drawn, sentences and questions stand in the last row, and work can be stopped.</summary>
/// <param name="terminal">Where keys come from and frames go.</param>
/// <param name="history">What is looked at.</param>
internal sealed class Dialogue(IBrowserTerminal terminal, History history)
{
    private readonly BrowserInput _input = new(terminal);
    private string? _status;
    private LinePrompt? _prompt;

    /// <summary>Says a sentence, harmless already, until the next key; null takes it back.</summary>
    public void Say(string? sentence) => _status = sentence;

    /// <summary>Waits for a key.</summary>
    /// <returns>Null when no more will come.</returns>
    public async ValueTask<ConsoleKeyInfo?> KeyAsync(CancellationToken cancellationToken)
    {
        ConsoleKeyInfo? key = await _input.KeyAsync(Draw, cancellationToken).ConfigureAwait(false);

        // Also keys that were typed ahead move in pages as they are shown.
        _ = Fit();
        return key;
    }

    /// <summary>Asks for a line.</summary>
    /// <param name="question">What is asked for.</param>
    /// <param name="text">What the line begins with.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when the question was left.</returns>
    public async Task<string?> AskAsync(string question, string text, CancellationToken cancellationToken)
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

    /// <summary>Works, and says what is done meanwhile; what it fails with is said too, and that it was stopped.</summary>
    public async Task<(bool IsDone, T? Result)> WorkAsync<T>(string doing, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        Say(doing + " (Esc stops)");
        Draw();
        try
        {
            T result = await _input.UntilDoneAsync(work, Draw, cancellationToken).ConfigureAwait(false);
            Say(null);
            return (true, result);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Say("Stopped.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && Failure.Of(e) is { } failure)
        {
            Say(failure.Line);
        }

        return default;
    }

    /// <summary>Reads what was answered; what is wrong with it is said.</summary>
    /// <returns>Null when it is wrong.</returns>
    public T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            Say(failure.Line);
            return null;
        }
    }

    private void Draw()
    {
        (int columns, int rows) = Fit();
        terminal.Show(FrameMaker.Make(history.Current, _status, _prompt, columns, rows));
    }

    private (int Columns, int Rows) Fit()
    {
        int columns = Math.Max(1, terminal.Columns);
        int rows = Math.Max(FrameMaker.OtherRows, terminal.Rows);
        history.Current?.Fit(columns, rows - FrameMaker.OtherRows);
        return (columns, rows);
    }
}
