using HiPerf.Ftp;

namespace HiPerf.Samples;

/// <summary>Command lines. RFC 959 section 5.3.</summary>
public static class FtpCommandLines
{
    /// <summary>Octets; command; verb; argument, null where there is none; the first Telnet command, −1 where there is none.</summary>
    public static IReadOnlyList<(string Line, FtpCommand Command, string Verb, string? Argument, int Telnet)> Valid { get; } =
    [
        ("NOOP\r\n", FtpCommand.Noop, "NOOP", null, -1),
        ("noop\r\n", FtpCommand.Noop, "noop", null, -1),
        ("USER anonymous\r\n", FtpCommand.User, "USER", "anonymous", -1),
        ("PASS \r\n", FtpCommand.Pass, "PASS", "", -1),
        ("PASS  a b \r\n", FtpCommand.Pass, "PASS", " a b ", -1),
        ("RETR a\xFF\xFFz\r\n", FtpCommand.Retr, "RETR", "a\xFF\xFFz", -1),
        ("RETR \xFF\xF4z\r\n", FtpCommand.Retr, "RETR", "\xFF\xF4z", 5),
        ("XSHA256 a\r\n", FtpCommand.Xsha256, "XSHA256", "a", -1),
        ("A\r\n", FtpCommand.Unknown, "A", null, -1),
        ("ABCDEFGH01234567\r\n", FtpCommand.Unknown, "ABCDEFGH01234567", null, -1),
        ("\xFF\xF4\xFF\xF2" + "ABOR\r\n", FtpCommand.Abor, "ABOR", null, 0),
        ("\xF4\xF2" + "ABOR\r\n", FtpCommand.Abor, "ABOR", null, 0),
        ("\xFF\xFE\x01" + "ABOR\r\n", FtpCommand.Abor, "ABOR", null, 0),
    ];

    public static IReadOnlyList<MarkedSample> Refused { get; } =
    [
        new("▸\r\n", ParseError.BadCommand),
        new("▸ NOOP\r\n", ParseError.BadCommand),
        new("▸1NOOP\r\n", ParseError.BadCommand),
        new("▸\x16\x03\x01", ParseError.BadCommand),
        new("▸\0", ParseError.BadCommand),
        new("NO▸-OP\r\n", ParseError.BadCommand),
        new("NOOP▸\t\r\n", ParseError.BadCommand),
        new("ABCDEFGH01234567▸8\r\n", ParseError.BadCommand),
        new("\xFF\xFE▸\r\n", ParseError.BadCommand),
        new("NOOP▸\n", ParseError.LfOnControl),
        new("NOOP▸\0\r\n", ParseError.NulOnControl),
        new("NOOP\r▸\r\n", ParseError.CrOnControl),
        new("RETR a▸\nDELE b\r\n", ParseError.LfOnControl),
        new("RETR a\r▸DELE b\r\n", ParseError.CrOnControl),
        new("RETR a▸\0b\r\n", ParseError.NulOnControl),
        new("RETR a\r▸\0\r\n", ParseError.CrOnControl),
    ];
}
