namespace HiPerf.Ftp;

/// <summary>Whose turn it is on a connection: one operation or open file at a time. Entering a free one allocates nothing.</summary>
internal sealed class FtpTurn(FtpBusyBehavior behavior, ConnectionKey key) : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);
    private volatile bool _isBrief;

    /// <summary>Told whenever a turn has ended; whoever is told must not wait.</summary>
    public Action? Left { get; set; }

    public bool IsTaken => _free.CurrentCount == 0 && !_isBrief;

    /// <summary>Takes the turn.</summary>
    /// <exception cref="FtpException">Busy: it is taken, and nobody is to wait.</exception>
    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (_free.Wait(0, CancellationToken.None))
        {
            return default;
        }

        return behavior == FtpBusyBehavior.Wait || _isBrief ? new ValueTask(_free.WaitAsync(cancellationToken)) : ValueTask.FromException(FtpErrors.Busy(key));
    }

    /// <summary>Takes the turn if it is free.</summary>
    public bool TryEnter() => _free.Wait(0, CancellationToken.None);

    /// <summary>Takes the turn if it is free, for work of the connection's own that is nobody's operation: others wait for it and are not told Busy.</summary>
    /// <remarks>Ends with <see cref="LeaveBriefly"/>. One caller at a time.</remarks>
    public bool TryEnterBriefly()
    {
        // Said before it is so: who comes in between waits where it might have been told Busy, never the other way about.
        _isBrief = true;
        return _free.Wait(0, CancellationToken.None) || (_isBrief = false);
    }

    /// <summary>Waits for the turn, whatever a second operation is to do.</summary>
    public Task WaitAsync() => _free.WaitAsync();

    /// <summary>Gives it back: the last that its holder does with the connection.</summary>
    public void Leave()
    {
        _free.Release();
        Left?.Invoke();
    }

    /// <summary>Gives back what <see cref="TryEnterBriefly"/> took.</summary>
    public void LeaveBriefly()
    {
        Leave();
        _isBrief = false;
    }

    public void Dispose() => _free.Dispose();
}
