namespace HiPerf.Ftp;

/// <summary>Commands and replies as text for whoever listens: no secret leaves in it.</summary>
internal static class FtpDialogue
{
    /// <summary>A command line without its end; what PASS, ACCT and ADAT say is stars.</summary>
    public static string Masked(ReadOnlySpan<byte> line, FtpCommand command, FtpNames names) => command is FtpCommand.Pass or FtpCommand.Acct or FtpCommand.Adat
        ? $"{FtpCommands.Text(command)} ****"
        : FtpErrors.Shown(names.DecodeControl(line[..^2]));

    /// <summary>A reply, its lines parted by LF.</summary>
    public static string Shown(ReadOnlySpan<byte> reply, FtpNames names) =>
        string.Join('\n', names.DecodeControl(reply).TrimEnd('\r', '\n').Split('\n').Select(static line => FtpErrors.Shown(line.TrimEnd('\r'))));
}
