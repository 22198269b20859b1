namespace HiPerf.Ftp;

/// <summary>What a transfer is to do.</summary>
/// <param name="Command">RETR, STOR, APPE, STOU, LIST, NLST or MLSD.</param>
/// <param name="Type">How octets stand for what is sent.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">Octets of the whole file as SIZE told them; null when not asked.</param>
internal readonly record struct FtpTransferRequest(FtpCommand Command, FtpTransferType Type = FtpTransferType.Binary, long Offset = 0, long? Length = null)
{
    /// <summary>Whether the next data port is asked for right behind the command, before anything of its own is awaited.</summary>
    public bool AsksNextPort { get; init; }

    public bool IsUpload => Command is FtpCommand.Stor or FtpCommand.Appe or FtpCommand.Stou;

    /// <summary>Whether a verb is one of those that move data.</summary>
    public static bool IsTransfer(FtpCommand command) =>
        command is FtpCommand.Retr or FtpCommand.Stor or FtpCommand.Appe or FtpCommand.Stou or FtpCommand.List or FtpCommand.Nlst or FtpCommand.Mlsd;
}
