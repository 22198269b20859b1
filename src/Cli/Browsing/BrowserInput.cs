namespace HiPerf.Cli.Browsing;

/// <summary>The keys of a terminal, in their order: also those that are typed ahead while something is loaded.</summary>
internal sealed class BrowserInput(IBrowserTerminal terminal)
{
    private const int MaxTyped = 256;

    private readonly Queue<ConsoleKeyInfo> _typed = new();
    private Task<TerminalEvent>? _next;
    private bool _isEnded;

    /// <summary>Waits for a key.</summary>
    /// <param name="draw">Shows what is, before each wait.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when no more will come.</returns>
    public async ValueTask<ConsoleKeyInfo?> KeyAsync(Action draw, CancellationToken cancellationToken)
    {
        if (_typed.TryDequeue(out ConsoleKeyInfo typed))
        {
            return typed;
        }

        while (!_isEnded)
        {
            draw();
            TerminalEvent next = await TakeAsync(cancellationToken).ConfigureAwait(false);
            if (next.Kind == TerminalEventKind.Key)
            {
                return next.Key;
            }

            _isEnded = next.Kind == TerminalEventKind.Ended;
        }

        draw();
        return null;
    }

    /// <summary>Works until all is done; Esc cancels, other keys wait for their turn.</summary>
    public async Task<T> UntilDoneAsync<T>(Func<CancellationToken, Task<T>> work, Action draw, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<T> task = work(stop.Token);
        while (!task.IsCompleted && !_isEnded)
        {
            _next ??= terminal.ReadAsync(cancellationToken).AsTask();
            if (await Task.WhenAny(task, _next).ConfigureAwait(false) == task)
            {
                break;
            }

            TerminalEvent next = await TakeAsync(cancellationToken).ConfigureAwait(false);
            if (next is { Kind: TerminalEventKind.Key, Key.Key: ConsoleKey.Escape })
            {
                await stop.CancelAsync().ConfigureAwait(false);
                break;
            }

            if (next.Kind == TerminalEventKind.Key && _typed.Count < MaxTyped)
            {
                _typed.Enqueue(next.Key);
            }

            _isEnded = next.Kind == TerminalEventKind.Ended;
            draw();
        }

        return await task.ConfigureAwait(false);
    }

    // One wait is out at a time: the one that a load outran is the next one's.
    private async Task<TerminalEvent> TakeAsync(CancellationToken cancellationToken)
    {
        Task<TerminalEvent> next = _next ?? terminal.ReadAsync(cancellationToken).AsTask();
        _next = null;
        return await next.ConfigureAwait(false);
    }
}
