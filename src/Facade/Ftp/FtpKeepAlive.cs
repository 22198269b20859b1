namespace HiPerf.Ftp;

/// <summary>Sends NOOP when a connection was idle for long. Only where nobody holds the connection; an operation that begins meanwhile waits for the reply.</summary>
/// <remarks>The time begins anew whenever a turn ends. Servers that do not know NOOP answer too, and that is all that is wanted; a connection that fails is closed
/// and says so to its next user.</remarks>
internal sealed class FtpKeepAlive : IDisposable
{
    private readonly FtpLink _link;
    private readonly TimeSpan _after;
    private readonly ITimer _timer;

    private FtpKeepAlive(FtpLink link)
    {
        _link = link;
        _after = link.Options.KeepAlive;
        _timer = link.Control.Time.CreateTimer(static keepAlive => _ = ((FtpKeepAlive)keepAlive!).AskAsync(), this, _after, Timeout.InfiniteTimeSpan);
        link.Turn.Left = Restart;
    }

    /// <summary>Starts where the options ask for it.</summary>
    public static FtpKeepAlive? Start(FtpLink link) => link.Options.KeepAlive == Timeout.InfiniteTimeSpan ? null : new FtpKeepAlive(link);

    public void Dispose()
    {
        _link.Turn.Left = null;
        _timer.Dispose();
    }

    private async Task AskAsync()
    {
        // Whoever holds the turn starts the time again by leaving.
        if (!_link.Turn.TryEnterBriefly())
        {
            return;
        }

        try
        {
            if (!_link.Control.IsClosed)
            {
                _link.Control.Write(FtpCommand.Noop);
                _ = await _link.Control.ReceiveAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            _link.Control.Abort();
        }
        finally
        {
            _link.Turn.LeaveBriefly();
        }
    }

    private void Restart()
    {
        if (!_link.Control.IsClosed)
        {
            _ = _timer.Change(_after, Timeout.InfiniteTimeSpan);
        }
    }
}
