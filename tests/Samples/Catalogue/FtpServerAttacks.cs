namespace HiPerf.Samples.Catalogue;

/// <summary>What a client throws at a server for FTP that serves a folder for reading: FS-01, FS-02, FS-03 and FS-05 to FS-17. The folder holds <c>hello.txt</c>
/// of five octets, <c>sub/a.txt</c> and a hidden file <c>.hidden</c>.</summary>
public static class FtpServerAttacks
{
    private const string Ports = "Server.Tests/Ftp/PassivePortsTests";
    private const string Handlers = "Server.Tests/Ftp/FtpFolderHandlerTests";
    private const string Transfers = "Server.Tests/Ftp/TransferTests";
    private const string Times = "Server.Tests/Ftp/FtpTimeoutTests";
    private const string Logins = "Server.Tests/Ftp/LoginTests";
    private const string Listings = "Server.Tests/Ftp/ListingTests";

    /// <summary>Paths that would leave the root, or that another reading would make something of: none is served by any protocol.</summary>
    public static IReadOnlyList<string> PathsOut { get; } =
    [
        "../hello.txt", "/../hello.txt", "sub/../../hello.txt", "..", "../../../../etc/passwd", "/etc/passwd", "....//hello.txt", "..../hello.txt", "%2e%2e/hello.txt",
        "..%2fhello.txt", "..\\hello.txt", "sub\\a.txt", "\\\\host\\share", "C:\\hello.txt", "C:/hello.txt", "c:hello.txt", "//host/share", "hello.txt.", "hello.txt ",
        "hello.txt::$DATA", "HELLO~1.TXT", "CON", "\xC0\xAE\xC0\xAE/hello.txt", "\xE0\x80\xAF", "\xFF\xFF\xFE\xFE", "\xC2\x80", "~root", "~/.profile", ".hidden", "sub/../.hidden",
        "file:///etc/passwd", "/proc/self/environ", "/dev/zero",
    ];

    public static IReadOnlyList<FtpServerAttack> All { get; } =
    [
        .. Active, .. Lines, .. Paths, .. Logging, .. Writes, .. Restarts, .. Patterns, .. Foreign,
        new("FS-03", "PASV, then PORT, then RETR", "PASV\r\nPORT 127,0,0,1,4,1\r\nABOR\r\nRETR hello.txt\r\n", "227 502 226 425"),
        new("FS-03", "PASV ten times", Wire.Times(10, "PASV\r\n"), "227 227 227 227 227 227 227 227 227 227"),
        new("FS-03", "EPSV and PASV by turns", "EPSV\r\nPASV\r\nEPSV\r\n", "229 227 229"),
        new("FS-03", "transfer without a port", "RETR hello.txt\r\nLIST\r\n", "425 425"),
        new("FS-03", "EPSV ALL, then PASV", "EPSV ALL\r\nPASV\r\nEPSV\r\n", "200 501 229"),
        new("FS-03", "EPSV of another protocol", "EPSV 2\r\nEPSV 99\r\nEPSV |1\r\n", "522 522 522"),
        new("FS-05", "AUTH, PBSZ, PROT, CCC in clear alone", "AUTH TLS\r\nPBSZ 0\r\nPROT P\r\nCCC\r\n", "502 502 502 502"),
        new("FS-05", "PROT before the login", "PROT P\r\n", "530", false),
        new("FS-17", "MDTM that sets", "MDTM 20200101000000 hello.txt\r\n", "550"),
        new("FS-17", "MFMT", "MFMT 20200101000000 hello.txt\r\n", "502"),
        new("FS-17", "MFF", "MFF UNIX.mode=777; hello.txt\r\n", "502"),
        new("FS-17", "SITE CHMOD", "SITE CHMOD 777 hello.txt\r\n", "502"),
        new("FS-17", "SITE EXEC", "SITE EXEC id\r\n", "502"),
        new("FS-17", "SITE UTIME", "SITE UTIME 20200101000000 hello.txt\r\n", "502"),
        new("FS-17", "SITE before the login", "SITE EXEC id\r\n", "530", false),
    ];

    /// <summary>The rows that are tests of their own.</summary>
    public static IReadOnlyList<Procedure> Procedures { get; } =
    [
        new("FS-02", "another peer connects first", Ports, "Connection_of_another_peer_is_closed_and_the_next_taken"),
        new("FS-02", "another peer connects while the session waits", Ports, "Connection_of_another_peer_does_not_end_the_wait"),
        new("FS-02", "the next port guessed from the last", Ports, "Which_free_port_is_lent_is_random"),
        new("FS-02", "connection made before the port was lent", Ports, "Connection_made_before_a_port_is_lent_is_closed"),
        new("FS-02", "port asked for and left", Times, "Data_port_may_be_used_for_30_s"),
        new("FS-02", "nobody connects", Times, "Wait_for_a_connection_ends_30_s_behind_the_port"),
        new("FS-03", "EPSV a thousand times", Handlers, "Newest_data_port_wins"),
        new("FS-03", "more ports than there are", Handlers, "Data_port_of_another_session_is_not_taken"),
        new("FS-03", "ports kept and never used", Ports, "Port_that_was_not_used_in_30_s_is_lent_to_another"),
        new("FS-06", "Telnet Synch as urgent data before ABOR", "Server.Tests/Ftp/FtpServerTests", "Abor_behind_a_synch_is_heard"),
        new("FS-07", "ABOR in a transfer", Transfers, "Abor_ends_a_transfer_at_once"),
        new("FS-07", "ABOR while nobody connects", Transfers, "Abor_ends_the_wait_for_a_connection"),
        new("FS-07", "STAT in a transfer", Transfers, "Stat_tells_how_far_a_transfer_is"),
        new("FS-07", "QUIT in a transfer", Transfers, "Quit_lets_the_transfer_end_and_drops_what_waits"),
        new("FS-07", "commands in a transfer", Transfers, "Commands_meanwhile_are_answered_behind_the_transfer_in_order"),
        new("FS-07", "more commands in a transfer than may wait", Transfers, "Commands_beyond_MaxQueuedCommands_wait_unread"),
        new("FS-08", "links out of the root, FIFOs", Listings, "Names_that_no_line_holds_and_what_is_not_served_are_left_out"),
        new("FS-09", "folder exchanged for a link while files are opened", "Server.Tests/Files/VirtualRootTests", "Open_while_a_folder_is_exchanged_for_a_link_never_escapes"),
        new("FS-10", "wrong passwords", Logins, "Wrong_password_is_answered_after_1_s_then_2_s_and_the_third_ends"),
        new("FS-13", "folder of many blocks", Listings, "Folder_of_many_blocks_is_listed_whole"),
        new("FS-13", "pattern against the definition, 50,000 times", "Server.Tests/Ftp/NamePatternTests", "Pattern_matches_as_the_definition_says"),
        new("FS-15", "file cut while it is sent", Transfers, "File_cut_while_it_is_sent_is_never_226"),
        new("FS-15", "client that closes its data connection", Transfers, "Client_that_closes_its_data_connection_gets_426"),
        new("FS-15", "folder gone while it is listed", Listings, "Folder_that_is_gone_while_it_is_listed_is_550"),
        new("FS-16", "idle session", Times, "Session_idle_for_300_s_is_told_so_and_closed"),
        new("FS-16", "command that drips", Times, "Command_that_drips_has_no_more_time"),
        new("FS-16", "transfer longer than the idle time", Times, "Transfer_keeps_the_session"),
        new("FS-16", "stalled transfer", Times, "Stalled_transfer_ends_both_connections"),
        new("FS-16", "replies that nobody takes", Times, "Replies_that_nobody_takes_end_the_session"),
    ];

    // Active mode is not spoken: no address a client names is ever connected to.
    private static IEnumerable<FtpServerAttack> Active =>
        from argument in (string[])
        [
            "PORT 198,51,100,7,4,1", "PORT 127,0,0,1,0,22", "PORT 0,0,0,0,4,1", "PORT 1,2,3", "PORT 256,0,0,1,4,1", "PORT", "EPRT |1|198.51.100.7|1025|",
            "EPRT |2|::ffff:198.51.100.7|1025|", "EPRT |1|127.0.0.1|22|", "EPRT |3|x|1|", "EPRT", "LPRT 4,4,127,0,0,1,2,4,1", "LPSV",
        ]
        select new FtpServerAttack("FS-01", argument, argument + "\r\n", "502");

    private static IReadOnlyList<FtpServerAttack> Lines =>
    [
        new("FS-06", "line of 4,096 octets", $"CWD {new string('a', 4092)}\r\n", "550"),
        new("FS-06", "line of 4,097 octets", $"CWD {new string('a', 4093)}\r\n", "500 close"),
        new("FS-06", "line without an end", new string('a', 5000), "500 close"),
        new("FS-06", "argument without an end", "CWD " + new string('a', 100_000), "500 close"),
        new("FS-06", "LF alone", "NOOP\nNOOP\r\n", "500 close"),
        new("FS-06", "LF alone behind an argument", "CWD sub\nPWD\r\n", "500 close"),
        new("FS-06", "LF alone behind a command", "NOOP\r\nNOOP\n", "200 500 close"),
        new("FS-06", "CR alone", "CWD a\rb\r\n", "500 close"),
        new("FS-06", "NUL in an argument", "CWD a\0b\r\n", "500 close"),
        new("FS-06", "NUL in a verb", "NO\0OP\r\n", "500 close"),
        new("FS-06", "empty line", "\r\n", "500 close"),
        new("FS-06", "space before the verb", " NOOP\r\n", "500 close"),
        new("FS-06", "verb of 17 letters", "ABCDEFGHIJKLMNOPQ\r\n", "500 close"),
        new("FS-06", "record of TLS", "\x16\x03\x01\x02\0\x01\0", "500 close"),
        new("FS-06", "IAC IAC in a name", "CWD a\xFF\xFF\r\n", "550"),
        new("FS-06", "IAC WILL, WONT, DO, DONT before a verb", "\xFF\xFB\x01\xFF\xFC\x01\xFF\xFD\x01\xFF\xFE\x01NOOP\r\n", "200"),
        new("FS-06", "IAC WILL in a name", "CWD su\xFF\xFB\x01" + "b\r\n", "250"),
        new("FS-06", "IAC IP, IAC DM before ABOR", "\xFF\xF4\xFF\xF2" + "ABOR\r\n", "226"),
        new("FS-06", "the same, one IAC lost", "\xFF\xF4\xF2" + "ABOR\r\n", "226"),
        new("FS-06", "BEL in a name", "CWD a\ab\r\n", "501"),
        new("FS-06", "ESC in a name", "RETR \x1b[2J\r\n", "501"),
        new("FS-06", "DEL in a name", "SIZE a\x7f\r\n", "501"),
        new("FS-06", "HTAB in a name", "MLST a\tb\r\n", "501"),
        new("FS-07", "twenty commands at once", Wire.Times(20, "NOOP\r\n"), string.Join(' ', Enumerable.Repeat("200", 20))),
        new("FS-07", "commands behind QUIT", "QUIT\r\nNOOP\r\nPWD\r\n", "221 close"),
        new("FS-07", "ABOR without a transfer", "ABOR\r\nABOR\r\n", "226 226"),
    ];

    private static IEnumerable<FtpServerAttack> Paths =>
        from path in PathsOut
        from verb in (string[])["RETR", "SIZE"]
        select new FtpServerAttack("FS-08", $"{verb} {Escaped(path)}", $"{verb} {path}\r\n", "550");

    private static IReadOnlyList<FtpServerAttack> Logging =>
    [
        new("FS-10", "names known and not are asked for alike", "USER root\r\nUSER anonymous\r\nUSER nobody\r\n", "331 331 331", false),
        new("FS-10", "PASS without USER", "PASS x\r\n", "503", false),
        new("FS-10", "PASS twice", "USER ftp\r\nPASS x\r\nPASS x\r\n", "331 230 503", false),
        new("FS-10", "USER of no name", "USER\r\nUSER \r\n", "501 501", false),
        new("FS-10", "USER of 4,000 octets", $"USER {new string('a', 4000)}\r\n", "331", false),
        new("FS-10", "USER that is no UTF-8", "USER \xFE\xFE\r\n", "331", false),
        new("FS-10", "commands before the login", "PWD\r\nRETR hello.txt\r\nEPSV\r\nLIST\r\nSTOR x\r\nSTAT\r\n", "530 530 530 530 530 530", false),
        new("FS-10", "commands between USER and PASS", "USER ftp\r\nPWD\r\nPASS x\r\n", "331 530 230", false),
        new("FS-10", "USER behind a login", "USER root\r\nPWD\r\n", "331 530"),
        new("FS-10", "REIN", "REIN\r\nPWD\r\n", "502 257"),
    ];

    private static IEnumerable<FtpServerAttack> Writes =>
        from command in (string[])["STOR x", "STOR hello.txt", "STOU", "APPE hello.txt", "DELE hello.txt", "MKD x", "XMKD x", "RMD sub", "XRMD sub", "RNFR hello.txt", "RNTO ../x", "STOR ../../x"]
        select new FtpServerAttack("FS-11", command, command + "\r\n", "550");

    private static IReadOnlyList<FtpServerAttack> Restarts =>
    [
        new("FS-12", "REST 2^63", "REST 9223372036854775808\r\n", "501"),
        new("FS-12", "REST 2^63-1", "REST 9223372036854775807\r\nRETR hello.txt\r\n", "350 554"),
        new("FS-12", "REST -1", "REST -1\r\n", "501"),
        new("FS-12", "REST +1", "REST +1\r\n", "501"),
        new("FS-12", "REST of letters", "REST 0x5\r\nREST five\r\nREST\r\n", "501 501 501"),
        new("FS-12", "REST beyond the end", "REST 6\r\nRETR hello.txt\r\n", "350 554"),
        new("FS-12", "REST at the end", "REST 5\r\nRETR hello.txt\r\n", "350 425"),
        new("FS-12", "REST, then STOR", "REST 5\r\nSTOR x\r\n", "350 550"),
        new("FS-12", "REST, another command, then RETR", "REST 6\r\nNOOP\r\nRETR hello.txt\r\n", "350 200 425"),
        new("FS-12", "REST, then a REST that is refused", "REST 6\r\nREST x\r\nRETR hello.txt\r\n", "350 501 425"),
        new("FS-12", "REST holds for one RETR", "REST 6\r\nRETR hello.txt\r\nRETR hello.txt\r\n", "350 554 425"),
        new("FS-12", "REST in ASCII", "TYPE A\r\nREST 1\r\nRETR hello.txt\r\n", "200 350 554"),
    ];

    // Without a data port a listing that would be made is 425, one that finds no folder 550.
    private static IReadOnlyList<FtpServerAttack> Patterns =>
    [
        new("FS-13", "asterisks for folders", "LIST */../*/../*/../*\r\n", "425"),
        new("FS-13", "asterisks for folders that are not left", "LIST */*/*/*\r\n", "550"),
        new("FS-13", "asterisks out of the root", "LIST */../../*\r\n", "550"),
        new("FS-13", "a thousand asterisks", $"LIST {new string('*', 1000)}\r\n", "550"),
        new("FS-13", "255 asterisks", $"LIST {new string('*', 255)}\r\n", "425"),
        new("FS-13", "braces", "LIST {a,b}{c,d}{e,f}{g,h}\r\n", "550"),
        new("FS-13", "brackets", "LIST [a-z][a-z]\r\n", "550"),
        new("FS-13", "NLST -R", "NLST -R\r\n", "425"),
        new("FS-13", "LIST -laR of a pattern", "LIST -laR *\r\n", "425"),
        new("FS-13", "pattern for RETR", "RETR *\r\n", "550"),
        new("FS-13", "pattern for CWD", "CWD s*\r\n", "550"),
        new("FS-13", "pattern for MLSD", "MLSD *\r\n", "550"),
        new("FS-13", "STAT of a pattern", "STAT */*\r\n", "504"),
        new("FS-13", "shell in a name", "LIST ;id\r\nLIST |id\r\nLIST $(id)\r\nLIST `id`\r\n", "550 550 550 550"),
    ];

    private static IEnumerable<FtpServerAttack> Foreign =>
    [
        .. from verb in (string[])["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH"]
           select new FtpServerAttack("FS-14", verb, $"{verb} / HTTP/1.1\r\nHost: a\r\n\r\nUSER ftp\r\n", "close", false),
        new("FS-14", "preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "close", false),
        new("FS-14", "ten unknown commands", Wire.Times(10, "XYZZY\r\n") + "USER ftp\r\n", "500 500 500 500 500 500 500 500 500 421 close", false),
        new("FS-14", "nine unknown commands", Wire.Times(9, "XYZZY\r\n"), "500 500 500 500 500 500 500 500 500", false),
        new("FS-14", "fields of HTTP behind the login", "Host: a\r\n", "500 close"),
        new("FS-14", "greeting of SMTP", "EHLO a\r\nMAIL FROM:<a>\r\n", "500 500", false),
        new("FS-14", "banner of SSH", "SSH-2.0-x\r\n", "500 close", false),
        new("FS-14", "GET behind the login", "GET / HTTP/1.1\r\n", "500"),
    ];

    internal static string Escaped(string path) => string.Concat(path.Select(static c => c is > ' ' and < '\x7f' ? c.ToString() : $"<{(int)c:X2}>"));
}
