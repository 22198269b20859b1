namespace HiPerf.Ftp;

/// <summary>The reply table: which replies each command may have. Codes are gathered into classes that mean one thing, commands into rows that are answered alike.</summary>
/// <remarks>
/// <para>RFC 959 sections 5.4 and 6, RFC 2228 section 5, RFC 2389, RFC 2428, RFC 3659, RFC 4217, RFC 7151; draft-bryan-ftpext-hash, draft-bryan-ftp-range. Rules on top:</para>
/// <para>1. Every command has exactly one final reply; a transfer has one preliminary reply before it, and REIN and the greeting may have one.</para>
/// <para>2. A code that means one thing (227, 229, 257, 230, 234, 221, 226 …) answers only the commands that it means it for: a late 226 is never taken for the success of NOOP.
/// Codes that mean no more than success (200, 202, 250) answer every command but those whose success must carry a value (PASV, EPSV, PWD, SIZE, HASH), that begin a transfer, or end it.</para>
/// <para>3. 4yz and 5yz answer every command. 421 answers everything and nothing, and ends the connection.</para>
/// <para>4. A command that is not registered may have any final reply but those of rule 2 that would change how the connection is read (220, 221, 227, 229, 230, 234).</para>
/// <para>Servers vary in the code more than in its meaning; where the RFC lists 250 and servers say 200, or the other way about, both pass.</para>
/// </remarks>
internal static class ControlTable
{
    /// <summary>Rows.</summary>
    public const byte Greeting = 0, Plain = 1, Passive = 2, ExtendedPassive = 3, Path = 4, Value = 5, Status = 6, Login = 7, Auth = 8, Restart = 9, RenameFrom = 10,
        Transfer = 11, TransferOpen = 12, Abort = 13, Quit = 14, Reinitialize = 15, Host = 16, Other = 17, Rows = 18;

    /// <summary>Columns.</summary>
    public const byte Opens = 0, Delayed = 1, Marker = 2, Success = 3, Told = 4, Ended = 5, Port = 6, LongPort = 7, Name = 8, Ready = 9, Closing = 10, LoggedIn = 11,
        Secured = 12, NeedsLogin = 13, NeedsData = 14, Pending = 15, Failure = 16, Odd = 17, Columns = 18;

    /// <summary>Entries: the reply ends its command; it is preliminary; it begins a transfer; it ends the connection.</summary>
    public const byte Final = 0, Preliminary = 1, Begins = 2, Closes = 3;

    /// <summary>Entries that refuse.</summary>
    public const byte Mismatched = 0x10, Repeated = 0x11, Missing = 0x12;

    private const byte F = Final, P = Preliminary, B = Begins, C = Closes, xx = Mismatched, RR = Repeated, MM = Missing;

    // XCRC, XMD5, MD5 and the rest have no document: servers answer 200, 213, 250, 251 or 252, so that their row is Plain, as is MFMT's with its 213.
    // Opens 125 150, Delayed 120, Marker 110, Success 200 202 250, Told 211-215, Ended 225 226, Port 227, LongPort 228 229, Name 257, Ready 220, Closing 221,
    // LoggedIn 230 232, Secured 234 235, NeedsLogin 331 332, NeedsData 334-336, Pending 350, Failure 4yz 5yz, Odd: any other code below 400.
    private static ReadOnlySpan<byte> Entries =>
    [
        // Opens Delay Mark Succ Told Ended Port Long Name Ready Clos Login Sec NLog NData Pend Fail Odd
        xx, P,  xx, xx, xx, xx, xx, xx, xx, F,  xx, xx, xx, xx, xx, xx, F, xx, // Greeting
        xx, xx, xx, F,  F,  xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F, F,  // Plain
        xx, xx, xx, xx, xx, xx, F,  xx, xx, xx, xx, xx, xx, xx, xx, xx, F, xx, // Passive
        xx, xx, xx, F,  xx, xx, xx, F,  xx, xx, xx, xx, xx, xx, xx, xx, F, xx, // ExtendedPassive: 200 to EPSV ALL
        xx, xx, xx, F,  xx, xx, xx, xx, F,  xx, xx, xx, xx, xx, xx, xx, F, xx, // Path: MKD may say 250
        xx, xx, xx, xx, F,  xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F, xx, // Value
        xx, xx, xx, F,  F,  xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F, xx, // Status
        xx, xx, xx, F,  xx, xx, xx, xx, xx, xx, xx, F,  xx, F,  F,  xx, F, xx, // Login
        xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F,  xx, F,  xx, F, xx, // Auth
        xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F,  F, xx, // Restart
        xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F,  F, xx, // RenameFrom
        B,  xx, xx, MM, xx, MM, xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F, xx, // Transfer
        RR, xx, P,  F,  xx, F,  xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F, xx, // TransferOpen
        xx, xx, xx, F,  xx, F,  xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, F, xx, // Abort
        xx, xx, xx, xx, xx, xx, xx, xx, xx, xx, C,  xx, xx, xx, xx, xx, F, xx, // Quit
        xx, P,  xx, xx, xx, xx, xx, xx, xx, F,  xx, xx, xx, xx, xx, xx, F, xx, // Reinitialize
        xx, xx, xx, xx, xx, xx, xx, xx, xx, F,  xx, xx, xx, xx, xx, xx, F, xx, // Host
        xx, xx, xx, F,  F,  xx, xx, xx, F,  xx, xx, xx, xx, xx, F,  F,  F, F,  // Other
    ];

    /// <summary>What a reply does to the command it would answer.</summary>
    public static byte Next(byte row, byte column) => Entries[(row * Columns) + column];

    /// <summary>The column of a code.</summary>
    public static byte Column(int code) => code switch
    {
        110 => Marker,
        120 => Delayed,
        125 or 150 => Opens,
        200 or 202 or 250 => Success,
        >= 211 and <= 215 => Told,
        220 => Ready,
        221 => Closing,
        225 or 226 => Ended,
        227 => Port,
        228 or 229 => LongPort,
        230 or 232 => LoggedIn,
        234 or 235 => Secured,
        257 => Name,
        331 or 332 => NeedsLogin,
        >= 334 and <= 336 => NeedsData,
        350 => Pending,
        >= 400 => Failure,
        _ => Odd,
    };

    /// <summary>The row of a command.</summary>
    public static byte Row(FtpCommand command) => command switch
    {
        FtpCommand.Pasv => Passive,
        FtpCommand.Epsv or FtpCommand.Lpsv => ExtendedPassive,
        FtpCommand.Pwd or FtpCommand.Mkd or FtpCommand.Xpwd or FtpCommand.Xmkd => Path,
        FtpCommand.Size or FtpCommand.Mdtm or FtpCommand.Hash or FtpCommand.Avbl => Value,
        FtpCommand.Stat or FtpCommand.Feat or FtpCommand.Help or FtpCommand.Syst or FtpCommand.Mlst => Status,
        FtpCommand.User or FtpCommand.Pass or FtpCommand.Acct => Login,
        FtpCommand.Auth or FtpCommand.Adat => Auth,
        FtpCommand.Rest or FtpCommand.Rang => Restart,
        FtpCommand.Rnfr => RenameFrom,
        FtpCommand.Retr or FtpCommand.Stor or FtpCommand.Stou or FtpCommand.Appe or FtpCommand.List or FtpCommand.Nlst or FtpCommand.Mlsd => Transfer,
        FtpCommand.Abor => Abort,
        FtpCommand.Quit => Quit,
        FtpCommand.Rein => Reinitialize,
        FtpCommand.Host => Host,
        FtpCommand.Unknown => Other,
        _ => Plain,
    };
}
