
namespace HiPerf.Ftp;

/// <summary>Whose turn it is on a connection: one operation or open file at a time. Entering a free one allocates nothing.</summary>
internal sealed class FtpTurn(FtpBusyBehavior behavior, ConnectionKey key) : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    public bool IsTaken => _free.CurrentCount == 0;

    /// <summary>Takes the turn.</summary>
    /// <exception cref="FtpException">Busy: it is taken, and nobody is to wait.</exception>
    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (_free.Wait(0, CancellationToken.None))
        {
            return default;
        }

        return behavior == FtpBusyBehavior.Wait ? new ValueTask(_free.WaitAsync(cancellationToken)) : ValueTask.FromException(FtpErrors.Busy(key));
    }

    /// <summary>Gives it back.</summary>
    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
