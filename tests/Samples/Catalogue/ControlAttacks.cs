using static HiPerf.Samples.Catalogue.ControlSlot;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>The rows on FTP's control connection that a parser, a writer or the accounts of replies decide: FC-01, FC-02, FC-04, FC-07, FC-08, FC-12 and WR-10.</summary>
public static class ControlAttacks
{
    private const string NoPort = nameof(ParseError.BadDataPort);
    private const string NoHost = nameof(ParseError.BadHostPort);
    private const string NoExtended = nameof(ParseError.BadExtendedPort);
    private const string NoCode = nameof(ParseError.BadReplyCode);
    private const string Login = "<220 >USER <331 >PASS <230 ";

    public static IReadOnlyList<ControlAttack> All { get; } =
    [
        .. Addresses, .. Grammar, .. Accounts, .. Arguments,
        new("FC-12", "quotes doubled within", QuotedPath, "\"a\"\"b\" created", "a\"b"),
        new("FC-12", "no quotes", QuotedPath, "▸/a is current", nameof(ParseError.BadQuotedPath)),
        new("FC-12", "no quote at the end", QuotedPath, "\"/a▸", nameof(ParseError.BadQuotedPath)),
        new("FC-12", "name of no octet", QuotedPath, "\"\"▸", nameof(ParseError.BadQuotedPath)),
        new("FC-12", "quote at the end left single", QuotedPath, "\"a\"▸b\"", nameof(ParseError.BadQuotedPath)),
        new("FC-12", "huge", QuotedPath, $"\"/{new string('a', 8000)}\"", "/" + new string('a', 8000)),
        new("FC-12", "huge, of quotes alone", QuotedPath, $"\"{new string('"', 8000)}\"", new string('"', 4000)),
    ];

    // The address is read and told; that nobody connects to it is the connection's rule, held by its own tests.
    private static IReadOnlyList<ControlAttack> Addresses =>
    [
        new("FC-01", "foreign address", Passive, "Entering Passive Mode (198,51,100,7,4,1)", "198.51.100.7:1025"),
        new("FC-01", "private address", Passive, "Entering Passive Mode (10,0,0,1,4,1)", "10.0.0.1:1025"),
        new("FC-01", "loopback address", Passive, "Entering Passive Mode (127,0,0,1,4,1)", "127.0.0.1:1025"),
        new("FC-01", "broadcast address", Passive, "Entering Passive Mode (255,255,255,255,4,1)", "255.255.255.255:1025"),
        new("FC-01", "port below 1024", Passive, "Entering Passive Mode (192,0,2,1,0,22)", "192.0.2.1:22"),
        new("FC-01", "no parentheses", Passive, "Entering Passive Mode 192,0,2,1,4,1", "192.0.2.1:1025 bare"),
        new("FC-01", "port 0", Passive, "(192,0,2,1,0,0▸)", NoPort),
        new("FC-01", "five numbers", Passive, "(192,0,2,1,4▸)", NoHost),
        new("FC-01", "seven numbers", Passive, "(192,0,2,1,4,1▸,1)", NoHost),
        new("FC-01", "256 in the address", Passive, "(25▸6,0,2,1,4,1)", NoHost),
        new("FC-01", "256 in the port", Passive, "(192,0,2,1,25▸6,1)", NoHost),
        new("FC-01", "negative number", Passive, "(192,0,2,1,▸-4,1)", NoHost),
        new("FC-01", "space between", Passive, "(192,▸ 0,2,1,4,1)", NoHost),
        new("FC-01", "hexadecimal number", Passive, "(0▸xC0,0,2,1,4,1)", NoHost),
        new("FC-01", "words alone", Passive, "Entering Passive Mode▸", NoHost),
        new("FC-02", "port 65536", ExtendedPassive, "(|||6553▸6|)", NoPort),
        new("FC-02", "port 0", ExtendedPassive, "(|||0▸|)", NoPort),
        new("FC-02", "port of 100 digits", ExtendedPassive, $"(|||00000▸{new string('0', 94)}1|)", NoPort),
        new("FC-02", "another delimiter", ExtendedPassive, "(!!!6446!)", ":6446"),
        new("FC-02", "delimiters that differ", ExtendedPassive, "(||▸!6446|)", NoExtended),
        new("FC-02", "two delimiters", ExtendedPassive, "(||▸6446|)", NoExtended),
        new("FC-02", "delimiter that is a control", ExtendedPassive, "(▸\t\t\t6446\t)", NoExtended),
        new("FC-02", "an address within", ExtendedPassive, "(|▸2|::1|6446|)", NoExtended),
        new("FC-02", "no port", ExtendedPassive, "(|||▸|)", NoExtended),
        new("FC-02", "no last delimiter", ExtendedPassive, "(|||6446▸)", NoExtended),
        new("FC-02", "no parentheses", ExtendedPassive, "|||6446|▸", NoExtended),
        new("FC-02", "nothing", ExtendedPassive, "▸", NoExtended),
    ];

    private static IReadOnlyList<ControlAttack> Grammar =>
    [
        new("FC-07", "code without text", Reply, "123\r\n", "123 1"),
        new("FC-07", "letter in the code", Reply, "12▸a x\r\n", NoCode),
        new("FC-07", "999", Reply, "▸999 x\r\n", NoCode),
        new("FC-07", "000", Reply, "▸000 x\r\n", NoCode),
        new("FC-07", "600", Reply, "▸600 x\r\n", NoCode),
        new("FC-07", "protected reply 631", Reply, "▸631 x\r\n", NoCode),
        new("FC-07", "four digits", Reply, "200▸0 x\r\n", nameof(ParseError.BadReplySeparator)),
        new("FC-07", "many lines, never closed", Reply, "200-a\r\nb\r\n200-c\r\n", "incomplete"),
        new("FC-07", "10^6 lines", Reply, $"200-\r\n{Times(511, "a\r\n")}▸{Times(999_489, "a\r\n")}", nameof(ParseError.TooManyReplyLines)),
        new("FC-07", "line without an end", Reply, $"200 {new string('a', 8188)}▸{new string('a', 100_000)}", nameof(ParseError.ReplyLineTooLong)),
        new("FC-07", "line without an end, between", Reply, $"200-\r\n{new string('a', 8192)}▸{new string('a', 100_000)}", nameof(ParseError.ReplyLineTooLong)),
        new("FC-07", "more than 64 KiB in all", Reply, $"200-{new string('a', 4090)}\r\n{Times(15, new string('a', 4094) + "\r\n")}▸200 \r\n", nameof(ParseError.ReplyTooLarge)),
        new("FC-07", "another code where many lines end", Reply, "200-a\r\n226 b\r\n200 c\r\n", "200 3"),
        new("FC-07", "another code alone where many lines end", Reply, "200-a\r\n226 b\r\n", "incomplete"),
        new("FC-07", "codes nested", Reply, "200-a\r\n200-b\r\n226-c\r\n226 d\r\n200 e\r\n", "200 5"),
        new("FC-07", "longer number where many lines end", Reply, "200-a\r\n2000\r\n200 b\r\n", "200 3"),
        new("FC-07", "LF alone", Reply, "200 a\n", "200 1"),
        new("FC-07", "LF alone, between", Reply, "200-a\nb\n200 c\n", "200 3"),
        new("FC-07", "CR alone", Reply, "200 a\r▸b\r\n", nameof(ParseError.CrOnControl)),
        new("FC-07", "NUL", Reply, "200 a▸\0\r\n", nameof(ParseError.NulOnControl)),
        new("FC-07", "NUL between", Reply, "200-a\r\n▸\0\r\n200 b\r\n", nameof(ParseError.NulOnControl)),
        new("FC-07", "IAC IAC", Reply, "200 a\xFF\xFF\r\n", "200 1"),
        new("FC-07", "IAC with a command", Reply, "200 a\xFF\xF4\r\n", "200 1"),
        new("FC-07", "IAC that would hide a line end", Reply, "200 a\xFF\xFD\r\n", "200 1"),
        new("FC-07", "HTTP", Reply, "▸HTTP/1.1 200 OK\r\n", NoCode),
    ];

    private static IReadOnlyList<ControlAttack> Accounts =>
    [
        new("FC-04", "a reply behind 234", Dialogue, "<220 >AUTH <234 tls/20", nameof(ParseError.OctetsBeforeTls)),
        new("FC-04", "one octet behind 234", Dialogue, "<220 >AUTH <234 tls/1", nameof(ParseError.OctetsBeforeTls)),
        new("FC-04", "234 twice", Dialogue, "<220 >AUTH <234 <234", nameof(ParseError.UnsolicitedReply)),
        new("FC-04", "login replies in place of 234", Dialogue, "<220 >AUTH <230", nameof(ParseError.MismatchedReply)),
        new("FC-08", "226 before 150", Dialogue, Login + ">RETR <226", nameof(ParseError.MissingPreliminaryReply)),
        new("FC-08", "226 before the data ends", Dialogue, Login + ">RETR <150 <226", "Final RETR"),
        new("FC-08", "226 and the data's end", Dialogue, Login + ">RETR <150 <226 eof", "Final RETR complete"),
        new("FC-08", "425 and the data's end", Dialogue, Login + ">RETR <150 eof <425", "Final RETR"),
        new("FC-08", "426 behind the data", Dialogue, Login + ">RETR <150 eof <426", "Final RETR"),
        new("FC-08", "451 behind the data", Dialogue, Login + ">RETR <150 eof <451", "Final RETR"),
        new("FC-08", "522 in place of 150", Dialogue, Login + ">RETR <522 eof", "Final RETR"),
        new("FC-08", "two final replies", Dialogue, Login + ">NOOP <200 <200", nameof(ParseError.UnsolicitedReply)),
        new("FC-08", "two final replies to a transfer", Dialogue, Login + ">RETR <150 <226 <226", nameof(ParseError.UnsolicitedReply)),
        new("FC-08", "150 twice", Dialogue, Login + ">RETR <150 <150", nameof(ParseError.RepeatedPreliminaryReply)),
        new("FC-08", "150 to NOOP", Dialogue, Login + ">NOOP <150", nameof(ParseError.MismatchedReply)),
        new("FC-08", "421 while nothing waits", Dialogue, Login + "<421", "Closing"),
        new("FC-08", "421 in a transfer", Dialogue, Login + ">RETR <150 <421", "Closing RETR"),
        new("FC-08", "a reply behind 421", Dialogue, Login + "<421 <220", nameof(ParseError.ReplyAfterClose)),
        new("FC-08", "late 226 for NOOP", Dialogue, Login + ">RETR <150 <426 >NOOP <226", nameof(ParseError.MismatchedReply)),
        new("FC-08", "late 226 for SIZE", Dialogue, Login + ">RETR <150 <426 >SIZE <226", nameof(ParseError.MismatchedReply)),
        new("FC-08", "late 226 for the next RETR", Dialogue, Login + ">RETR <150 <426 >RETR <226", nameof(ParseError.MissingPreliminaryReply)),
        new("FC-08", "227 for TYPE", Dialogue, Login + ">TYPE <227", nameof(ParseError.MismatchedReply)),
        new("FC-08", "200 for PASV", Dialogue, Login + ">PASV <200", nameof(ParseError.MismatchedReply)),
        new("FC-08", "reply that nobody asked for", Dialogue, Login + "<250", nameof(ParseError.UnsolicitedReply)),
    ];

    private static IEnumerable<ControlAttack> Arguments =>
        from verb in (string[])["USER", "PASS", "ACCT", "SITE", "RNFR", "RNTO", "RETR", "CWD"]
        from octet in ((string What, string Octet)[])[("CR", "\r"), ("LF", "\n"), ("CRLF and a command", "\r\nDELE b"), ("NUL", "\0")]
        select new ControlAttack("WR-10", $"{octet.What} in the argument of {verb}", Argument, $"{verb} a{octet.Octet}", "throws");
}
