namespace HiPerf.Ftp;

/// <summary>Begins the transfer of a listing: MLSD where the server offers it, else LIST. RFC 3659 section 7, RFC 959 section 4.1.3.</summary>
/// <remarks>LIST is sent without options, as type A; what it means to a server varies (docs/ftp-listings.md).</remarks>
internal static class FtpListingStart
{
    /// <summary>Begins it.</summary>
    /// <param name="link">Its turn is the caller's, until the transfer has it.</param>
    /// <param name="path">As it is sent; empty for the current directory.</param>
    /// <param name="holder">Who gets the link back at the transfer's end.</param>
    /// <param name="keepsTurn">Whether the turn stays with the caller.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="FtpException">It was refused; the connection may be used on unless it is closed.</exception>
    public static async ValueTask<FtpTransfer> RunAsync(FtpLink link, byte[] path, IFtpHolder? holder, bool keepsTurn, CancellationToken cancellationToken)
    {
        while (true)
        {
            var isMlsd = link.Features.Has(FtpFeatureNames.Mlst) && !link.Data.AvoidsMlsd;
            try
            {
                var command = isMlsd ? FtpCommand.Mlsd : FtpCommand.List;
                var port = await FtpDataPort.OpenAsync(link, isMlsd ? null : FtpTransferType.Ascii, cancellationToken).ConfigureAwait(false);
                Write(link, command, path, port);
                return await FtpTransferStart.RunAsync(link, new FtpTransferRequest(command), port, holder, keepsTurn, cancellationToken).ConfigureAwait(false);
            }
            catch (FtpException e) when (isMlsd && e is { Command: "MLSD", ReplyCode: 500 or 502 or 504 } && link.Control.State.IsIdle)
            {
                link.Data.AvoidsMlsd = true;
            }
        }
    }

    private static void Write(FtpLink link, FtpCommand command, byte[] path, FtpDataPort port)
    {
        try
        {
            if (path.Length == 0)
            {
                link.Control.Write(command);
            }
            else
            {
                // What begins with a hyphen would be read as options of ls.
                link.Control.Write(command, command == FtpCommand.List && path[0] == (byte)'-' ? [(byte)'.', (byte)'/', .. path] : path);
            }
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }
}
