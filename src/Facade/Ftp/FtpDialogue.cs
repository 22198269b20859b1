namespace HiPerf.Ftp;

/// <summary>Commands and replies as text for whoever listens: no secret leaves in it.</summary>
internal static class FtpDialogue
{
    // Servers' own commands that change a password or make a user: Serv-U, wu-ftpd, glftpd, ioFTPD.
    private static readonly string[] s_secretive = ["PSWD", "PASS", "PASSWD", "CHPASS", "GPASS", "ADDUSER", "GADDUSER"];

    /// <summary>A command line without its end; what PASS, ACCT and ADAT say is stars, and what SITE says to passwords.</summary>
    public static string Masked(ReadOnlySpan<byte> line, FtpCommand command, FtpNames names)
    {
        if (command is FtpCommand.Pass or FtpCommand.Acct or FtpCommand.Adat)
        {
            return $"{FtpCommands.Text(command)} ****";
        }

        var shown = PeerText.Shown(names.DecodeControl(line[..^2]));
        return command == FtpCommand.Site && shown.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [_, var word, _] && s_secretive.Contains(word, StringComparer.OrdinalIgnoreCase)
            ? $"SITE {word} ****"
            : shown;
    }

    /// <summary>A reply, its lines parted by LF.</summary>
    public static string Shown(ReadOnlySpan<byte> reply, FtpNames names) =>
        string.Join('\n', names.DecodeControl(reply).TrimEnd('\r', '\n').Split('\n').Select(static line => PeerText.Shown(line.TrimEnd('\r'))));
}
