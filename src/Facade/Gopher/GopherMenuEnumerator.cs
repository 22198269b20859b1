using System.Runtime.CompilerServices;

namespace HiPerf.Gopher;

/// <summary>One enumeration of a menu. An item that is in the window is handed out at once, with no async method between.</summary>
internal sealed class GopherMenuEnumerator : IAsyncEnumerator<GopherItem>
{
    private readonly GopherMenu _menu;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenSource? _either;
    private GopherReader? _reader;
    private GopherItemContent? _items;

    /// <param name="menu">Is told how it ends.</param>
    /// <param name="cancellationToken">The token of the menu.</param>
    /// <param name="other">The token of this enumeration.</param>
    public GopherMenuEnumerator(GopherMenu menu, CancellationToken cancellationToken, CancellationToken other)
    {
        _menu = menu;
        if (cancellationToken.CanBeCanceled && other.CanBeCanceled && cancellationToken != other)
        {
            _either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, other);
            _cancellationToken = _either.Token;
        }
        else
        {
            _cancellationToken = other.CanBeCanceled ? other : cancellationToken;
        }
    }

    public GopherItem Current => _items?.Current ?? throw new InvalidOperationException("The enumeration is before its first item or behind its last.");

    public ValueTask<bool> MoveNextAsync()
    {
        if (_reader is null)
        {
            return OpenAsync();
        }

        var reading = _reader.ReadAsync(default, _cancellationToken);
        return reading.IsCompletedSuccessfully ? new ValueTask<bool>(Note(reading.Result)) : WaitAsync(reading);
    }

    public ValueTask DisposeAsync()
    {
        if (_items is not null)
        {
            _menu.Note(_items);
        }

        _reader?.Close();
        _either?.Dispose();
        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> OpenAsync()
    {
        _reader = _menu.Begin(out _items);
        _ = await _reader.OpenAsync(this, _cancellationToken).ConfigureAwait(false);
        return Note(await _reader.ReadAsync(default, _cancellationToken).ConfigureAwait(false));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync(ValueTask<int> reading) => Note(await reading.ConfigureAwait(false));

    private bool Note(int taken)
    {
        _menu.Note(_items!);
        return taken > 0;
    }
}
