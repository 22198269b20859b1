using System.Text;

namespace HiPerf.Ftp;

/// <summary>A command that a caller writes out: what would leave the connection in a state that nobody keeps account of is refused.</summary>
internal static class FtpRawCommand
{
    /// <summary>Sends it and hands the final reply out.</summary>
    public static ValueTask<FtpReplyMessage> SendAsync(FtpLink link, string command, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        var space = command.IndexOf(' ', StringComparison.Ordinal);
        var verb = Encoding.UTF8.GetBytes(space < 0 ? command : command[..space]);
        var known = FtpCommands.Find(verb);
        return Instead(known) is { } instead
            ? throw new NotSupportedException($"{FtpCommands.Text(known)} is not sent as a raw command: {instead}.")
            : SendAsync(link, verb, known, space < 0 ? null : command[(space + 1)..], cancellationToken);
    }

    private static async ValueTask<FtpReplyMessage> SendAsync(FtpLink link, byte[] verb, FtpCommand known, string? argument, CancellationToken cancellationToken)
    {
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var control = link.Control;
            control.Write(verb, argument is null ? default : control.Names.Encode(argument));
            if (known is FtpCommand.Type or FtpCommand.Opts)
            {
                // What it sets is the caller's affair now, and not what was set before.
                link.Type = null;
                link.SelectedHash = FtpHashAlgorithms.None;
            }

            _ = await control.FinishAsync(cancellationToken).ConfigureAwait(false);
            return control.ReplyMessage();
        }
        finally
        {
            link.Turn.Leave();
        }
    }

    private static string? Instead(FtpCommand command) => command switch
    {
        FtpCommand.Retr or FtpCommand.Stor or FtpCommand.Stou or FtpCommand.Appe or FtpCommand.List or FtpCommand.Nlst or FtpCommand.Mlsd => "it has data; use OpenCommandAsync",
        FtpCommand.Port or FtpCommand.Eprt or FtpCommand.Lprt or FtpCommand.Pasv or FtpCommand.Epsv or FtpCommand.Lpsv or FtpCommand.Pret => "transfers make their own data connections",
        FtpCommand.Rest or FtpCommand.Rang => "it would move the next transfer; use the offset of its options",
        FtpCommand.Mode or FtpCommand.Stru => "files go as streams of octets alone",
        FtpCommand.Abor => "abort the file that is open",
        FtpCommand.User or FtpCommand.Pass or FtpCommand.Acct or FtpCommand.Rein or FtpCommand.Host => "a connection is logged in once; make another",
        FtpCommand.Auth or FtpCommand.Adat or FtpCommand.Pbsz or FtpCommand.Prot or FtpCommand.Ccc or FtpCommand.Mic or FtpCommand.Conf or FtpCommand.Enc =>
            "what is protected is settled at the login",
        FtpCommand.Quit => "dispose of the connection",
        FtpCommand.Rnfr or FtpCommand.Rnto => "use RenameAsync",
        _ => null,
    };
}
