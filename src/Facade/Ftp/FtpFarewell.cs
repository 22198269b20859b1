namespace HiPerf.Ftp;

/// <summary>The end of a connection, from any state of it; throws nothing and leaves nothing open.</summary>
internal static class FtpFarewell
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>QUIT and its reply, a second at most; then closed.</summary>
    public static async ValueTask SayAsync(FtpLink link)
    {
        var control = link.Control;
        if (!link.Turn.TryEnter())
        {
            Close(link);
            return;
        }

        if (!control.IsClosed && control.State.MaySend(FtpCommand.Quit))
        {
            try
            {
                control.Phase = InternetPhase.Closing;
                control.Timeouts = control.Timeouts with { ResponseHead = s_patience };
                control.Write(FtpCommand.Quit);
                _ = await control.ReceiveAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
            {
                // Closed below, farewell or not.
            }
        }

        control.Release();
        link.Turn.Leave();
    }

    /// <summary>Closes at once. What an operation under way still uses is given back when it has noticed.</summary>
    public static void Close(FtpLink link)
    {
        link.Control.Abort();
        if (link.Turn.TryEnter())
        {
            link.Control.Release();
            link.Turn.Leave();
        }
        else
        {
            _ = ReleaseLaterAsync(link);
        }
    }

    private static async Task ReleaseLaterAsync(FtpLink link)
    {
        await link.Turn.WaitAsync().ConfigureAwait(false);
        link.Control.Release();
        link.Turn.Leave();
    }
}
