using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Samples.Catalogue;

/// <summary>Rows on replies, their grammar and their turn: FC-07, FC-08 and FC-12.</summary>
public static class FtpReplyAttacks
{
    private const string NoCode = "fails ProtocolViolation BadReplyCode";

    private static readonly FtpStep[] s_done = [Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("226 done")];

    public static IReadOnlyList<FtpClientAttack> All { get; } =
    [
        Grammar("code without text", "220\r\n", "in"),
        Grammar("octet by octet", [Drip("220-a\r\nb\r\n220 c\r\n")], "in"),
        Grammar("letter in the code", "22a x\r\n", NoCode),
        Grammar("999", "999 x\r\n", NoCode),
        Grammar("000", "000 x\r\n", NoCode),
        Grammar("600", "600 x\r\n", NoCode),
        Grammar("four digits", "2200 x\r\n", "fails ProtocolViolation BadReplySeparator"),
        Grammar("HTTP", "HTTP/1.1 200 OK\r\n\r\n", NoCode),
        Grammar("many lines, never closed, then the end", [Send("220-a\r\nb\r\n"), Close], "fails Truncated"),
        Grammar("half a line, then the end", [Send("220 a"), Close], "fails Truncated"),
        Grammar("nothing, then the end", [Close], "fails Truncated"),
        new("FC-07", "a reset where a reply is due", FtpWork.Login, [On("USER", Reset)], "fails ConnectionReset"),
        Grammar("lines without number", [Send("220-a\r\n"), Flood("b\r\n")], "fails LimitExceeded TooManyReplyLines"),
        Grammar("line without an end", [Send("220 "), Flood("aaaaaaaaaaaaaaaa")], "fails LimitExceeded ReplyLineTooLong"),
        Grammar("lines of 4 KiB without number", [Send("220-a\r\n"), Flood(new string('b', 4094) + "\r\n")], "fails LimitExceeded ReplyTooLarge"),
        Grammar("another code where many lines end", "220-a\r\n230 b\r\n220 c\r\n", "in"),
        Grammar("codes nested", "220-a\r\n220-b\r\n230-c\r\n230 d\r\n220 e\r\n", "in"),
        Grammar("LF alone", "220-a\nb\n220 c\n", "in"),
        Grammar("CR alone", "220 a\rb\r\n", "fails ProtocolViolation CrOnControl"),
        Grammar("NUL", "220 a\0\r\n", "fails ProtocolViolation NulOnControl"),
        Grammar("IAC in the text", "220 a\xFF\xFF\xFF\xF4\r\n", "in"),
        Grammar("IAC that would hide a line end", "220 a\xFF\xFD\r\n", "in"),

        Confused("226 before the data", "reads hello", Reply("150 here"), Reply("226 done"), OpenData, SendData("hello"), EndData),
        Confused("226 before 150", "fails ProtocolViolation MissingPreliminaryReply 226", Reply("226 done")),
        Confused("226 behind a connection that nobody answers", "fails ConnectionReset", Reply("150 here"), DropData, Reply("226 done")),
        Confused("425 behind the data", "fails ServerError 425", Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("425 no")),
        Confused("426 behind the data", "fails ServerError 426", Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("426 no")),
        Confused("451 behind the data", "fails ServerError 451", Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("451 no")),
        Confused("550 behind no data", "fails NotFound 550", Reply("150 here"), OpenData, EndData, Reply("550 no")),
        Confused("data cut by a reset, and 226", "fails ConnectionReset", Reply("150 here"), OpenData, SendData("he"), ResetData, Reply("226 done")),
        Confused("data cut by a reset, and 426", "fails ServerError 426", Reply("150 here"), OpenData, SendData("he"), ResetData, Reply("426 cut")),
        Confused("150 twice", "fails ProtocolViolation RepeatedPreliminaryReply 150", Reply("150 here"), Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("226 done")),
        Confused("421 in place of 150", "fails ServerError 421", Reply("421 going"), Close),
        Confused("421 behind the data", "fails ServerError 421", Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("421 going"), Close),
        Confused("the end in place of 226", "fails Truncated", Reply("150 here"), OpenData, SendData("hello"), EndData, Close),
        Confused("227 in place of 150", "fails ProtocolViolation MismatchedReply 227", Reply("227 (127,0,0,2,4,1)")),
        new("FC-08", "two final replies", FtpWork.ReadThenNoOp, [On("RETR", [.. s_done, Reply("226 done")]), On("NOOP", Reply("200 ok"))], "fails ProtocolViolation MismatchedReply 226"),
        new("FC-08", "421 while nothing waits", FtpWork.ReadThenNoOp, [On("RETR", [.. s_done, Reply("421 going")]), On("NOOP", Close)], "fails ServerError 421"),
        new("FC-08", "421 as greeting", FtpWork.Login, [Greeting(Reply("421 too many"), Close)], "fails ServerError 421"),
        new("FC-08", "421 to the password", FtpWork.Login, [On("PASS", Reply("421 too late"), Close)], "fails ServerError 421"),
        new("FC-08", "late 226 of the transfer before", FtpWork.ReadThenNoOp, [On("RETR", s_done), On("NOOP", Reply("226 done"))], "fails ProtocolViolation MismatchedReply 226"),
        new("FC-08", "late 226 for the next transfer", FtpWork.ReadTwice, [Once("RETR", s_done), On("RETR", Reply("226 done"))], "fails ProtocolViolation MissingPreliminaryReply 226"),

        Printed("quotes doubled within", "257 \"a\"\"b\"", "path a\"b"),
        Printed("words behind it", "257 \"/a\" is \"current\"", "path /a"),
        Printed("no quotes", "257 /a is current", "fails ProtocolViolation BadQuotedPath"),
        Printed("no quote at the end", "257 \"/a", "fails ProtocolViolation BadQuotedPath"),
        Printed("name of no octet", "257 \"\"", "fails ProtocolViolation BadQuotedPath"),
        Printed("huge", $"257 \"/{new string('a', 8000)}\"", "path /" + new string('a', 8000)),
        Printed("huger", $"257 \"/{new string('a', 9000)}\"", "fails LimitExceeded ReplyLineTooLong"),
    ];

    private static FtpClientAttack Grammar(string what, string octets, string outcome) => Grammar(what, [Send(octets)], outcome);

    private static FtpClientAttack Grammar(string what, FtpStep[] steps, string outcome) => new("FC-07", what, FtpWork.Login, [Greeting(steps)], outcome);

    private static FtpClientAttack Confused(string what, string outcome, params FtpStep[] steps) => new("FC-08", what, FtpWork.Read, [On("RETR", steps)], outcome);

    private static FtpClientAttack Printed(string what, string reply, string outcome) => new("FC-12", what, FtpWork.PrintDirectory, [Answer("PWD", reply)], outcome);
}
