using System.Net.Sockets;

namespace HiPerf.Ftp;

/// <summary>Reads the replies that an abandoned transfer still owes, so that the next command is answered by its own reply.</summary>
internal static class FtpSettlement
{
    /// <summary>Reads on until no command waits, under <see cref="FtpConnectOptions.SettleTimeout"/>; closes the connection where that does not come about.</summary>
    /// <returns>Whether the connection may be used on.</returns>
    public static async ValueTask<bool> RunAsync(FtpLink link)
    {
        var control = link.Control;
        try
        {
            var began = control.Time.GetTimestamp();
            while (!control.IsClosed && control.State.Outstanding > 0)
            {
                _ = await control.ReceiveAsync(CancellationToken.None, control.Left(link.Options.SettleTimeout, began)).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The reply did not come, or was none: the connection is closed.
        }

        if (!control.State.IsIdle)
        {
            control.Abort();
        }

        return !control.IsClosed;
    }
}
