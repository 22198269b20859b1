using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>One command and its reply under one turn: the frame of most operations.</summary>
internal static class FtpExchange
{
    /// <summary>Sends a command whose success says nothing more. Allocates nothing without an argument.</summary>
    /// <exception cref="FtpException">The reply is no success; Busy; the connection failed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public static async ValueTask RunAsync(FtpLink link, FtpCommand command, string? argument, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (argument is null)
            {
                link.Control.Write(command);
            }
            else
            {
                link.Control.Write(command, argument);
            }

            if (await link.Control.ReceiveAsync(cancellationToken).ConfigureAwait(false) >= 300)
            {
                throw link.Control.Refused();
            }
        }
        finally
        {
            link.Turn.Leave();
        }
    }

    /// <summary>Sends RNFR and RNTO.</summary>
    /// <param name="link">Where.</param>
    /// <param name="path">The old name.</param>
    /// <param name="newPath">The new one; checked as the other was, so that neither is sent when one cannot be.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    public static async ValueTask RenameAsync(FtpLink link, string path, string newPath, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var control = link.Control;
            control.Write(FtpCommand.Rnfr, path);
            if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) != 350)
            {
                throw control.Refused();
            }

            control.Write(FtpCommand.Rnto, newPath);
            if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) >= 300)
            {
                throw control.Refused();
            }
        }
        finally
        {
            link.Turn.Leave();
        }
    }

    /// <summary>Sends a command and hands its final reply out, whatever it says.</summary>
    public static async ValueTask<FtpReplyMessage> AskAsync(FtpLink link, FtpCommand command, string? argument, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var control = link.Control;
            if (argument is null)
            {
                control.Write(command);
            }
            else
            {
                control.Write(command, argument);
            }

            _ = await control.FinishAsync(cancellationToken).ConfigureAwait(false);
            return control.ReplyMessage();
        }
        finally
        {
            link.Turn.Leave();
        }
    }
}
