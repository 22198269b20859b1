using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Samples.Catalogue;

/// <summary>Rows on where data connections go and come from: FC-01 to FC-03.</summary>
public static class FtpDataAttacks
{
    private const string Hello = "reads hello";
    private const string NoHost = "fails ProtocolViolation BadHostPort";
    private const string NoPort = "fails ProtocolViolation BadDataPort";

    private static readonly FtpRule s_noEpsv = Answer("EPSV", "500 no");

    public static IReadOnlyList<FtpClientAttack> All { get; } =
    [
        Passive("foreign address", "(198,51,100,7,{hi},{lo})", Hello),
        Passive("address where another listens", "(127,0,0,2,{hi},{lo})", Hello),
        Passive("private address", "(10,0,0,1,{hi},{lo})", Hello),
        Passive("another private address", "(192,168,1,1,{hi},{lo})", Hello),
        Passive("loopback address", "(127,0,0,1,{hi},{lo})", Hello),
        Passive("broadcast address", "(255,255,255,255,{hi},{lo})", Hello),
        Passive("address of nobody", "(0,0,0,0,{hi},{lo})", Hello),
        Passive("no parentheses", "127,0,0,2,{hi},{lo}", Hello),
        Passive("five numbers", "(127,0,0,1,{hi})", NoHost),
        Passive("seven numbers", "(127,0,0,1,{hi},{lo},1)", NoHost),
        Passive("no numbers", "now", NoHost),
        Passive("256 in the address", "(256,0,0,1,{hi},{lo})", NoHost),
        Passive("256 in the port", "(127,0,0,1,256,{lo})", NoHost),
        Passive("negative number", "(127,0,0,1,-1,{lo})", NoHost),
        Passive("port 0", "(127,0,0,1,0,0)", NoPort),
        Passive("port below 1024, where nobody listens", "(127,0,0,2,0,1)", "fails CannotConnect"),

        Extended("port 65536", "(|||65536|)"),
        Extended("port 0", "(|||0|)"),
        Extended("port of 100 digits", $"(|||{new string('9', 100)}|)"),
        Extended("delimiters that differ", "(||!{port}|)"),
        Extended("two delimiters", "(||{port}|)"),
        Extended("delimiter that is a space", "(   {port} )"),
        Extended("an address within", "(|1|127.0.0.2|{port}|)"),
        Extended("no port", "(||||)"),
        Extended("no last delimiter", "(|||{port})"),
        Extended("no parentheses", "|||{port}|"),
        Extended("nothing", "now"),
        new("FC-02", "another delimiter", FtpWork.Read, [Answer("EPSV", "229 here (!!!{port}!)")], Hello) { Sent = "EPSV=1 PASV=0" },
        new("FC-02", "refused", FtpWork.ReadTwice, [s_noEpsv], Hello) { Sent = "EPSV=1 PASV=2" },

        Active("a foreign connection before the server's", Hello, IntrudeData("evil!"), Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("226 done")),
        Active("two connections", Hello, Reply("150 here"), OpenData, OpenSecondData("evil!"), SendData("hello"), EndData, Reply("226 done")),
        Active("a foreign connection alone", "fails ServerError 425", IntrudeData("evil!"), Reply("425 cannot connect")),
        Active("a foreign connection, and the word that all was sent", "fails ProtocolViolation MissingPreliminaryReply 226", IntrudeData("evil!"), Reply("226 done")),
        Active("no connection, and no word", "fails Timeout", Stall),
        Active("no connection behind 150", "fails Timeout", Reply("150 here"), Stall),
    ];

    private static FtpClientAttack Passive(string what, string text, string outcome) =>
        new("FC-01", what, FtpWork.Read, [s_noEpsv, Answer("PASV", "227 Entering Passive Mode " + text)], outcome);

    // Asked twice, EPSV is asked once: what it answered is remembered.
    private static FtpClientAttack Extended(string what, string text) =>
        new("FC-02", what, FtpWork.ReadTwice, [Answer("EPSV", "229 Entering Extended Passive Mode " + text)], Hello) { Sent = "EPSV=1 PASV=2" };

    private static FtpClientAttack Active(string what, string outcome, params FtpStep[] steps) =>
        new("FC-03", what, FtpWork.Read, [On("RETR", steps)], outcome) { IsActive = true, Sent = "EPSV=0 PASV=0" };
}
