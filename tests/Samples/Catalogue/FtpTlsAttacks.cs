using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Samples.Catalogue;

/// <summary>Rows on TLS: FC-04 to FC-06 and FC-14, and TLS-04 as far as data connections go.</summary>
public static class FtpTlsAttacks
{
    private const string NoClear = "USER=0 PASS=0";

    public static IReadOnlyList<FtpClientAttack> All { get; } =
    [
        Injected("a reply", "230 in\r\n"),
        Injected("the replies to a whole login", "200 ok\r\n200 ok\r\n331 go on\r\n230 in\r\n"),
        Injected("one octet", "2"),
        Injected("a reply of many lines without its end", "220-a\r\n"),
        Injected("octets of TLS", "\x16\x03\x01"),

        Stripped("AUTH is not known", "500 what?", "fails TlsFailed 500"),
        Stripped("AUTH is not there", "502 no", "fails TlsFailed 502"),
        Stripped("AUTH is refused", "534 no", "fails TlsFailed 534"),
        Stripped("TLS is not known", "504 no", "fails TlsFailed 504"),
        Stripped("AUTH wants a login first", "530 log in first", "fails TlsFailed 530"),
        Stripped("AUTH is answered with 230", "230 in", "fails ProtocolViolation MismatchedReply 230"),
        Stripped("AUTH is answered with 200", "200 ok", "fails ProtocolViolation MismatchedReply 200"),
        Stripped("AUTH is answered with 331", "331 and now the password", "fails ProtocolViolation MismatchedReply 331"),
        new("FC-05", "TLS is not in FEAT, and AUTH is refused", FtpWork.Login, [Answer("FEAT", "211 nothing"), Answer("AUTH", "500 what?")], "fails TlsFailed 500") { Tls = "Explicit", Sent = NoClear },
        new("FC-05", "greeting that logs in", FtpWork.Login, [Greeting(Reply("230 in"))], "fails ProtocolViolation MismatchedReply 230") { Tls = "Explicit", Sent = NoClear },
        new("FC-05", "no TLS behind 234", FtpWork.Login, [On("AUTH", Reply("234 go"), Close)], "fails Truncated") { Tls = "Explicit", Sent = NoClear },
        new("FC-05", "clear text where TLS stands from the first octet", FtpWork.Login, [], "fails TlsFailed") { Tls = "Implicit", Sent = NoClear },
        new("FC-05", "by default nothing is asked for that may be stripped", FtpWork.Login, [], "in") { Tls = "Automatic", Sent = "AUTH=0 USER=1" },
        new("FC-05", "refused, and told to go on in clear", FtpWork.Login, [Answer("AUTH", "500 what?")], "in") { Tls = "Opportunistic", Sent = "AUTH_TLS=1 USER=1" },
        new("FC-05", "granted", FtpWork.Read, [], "reads hello") { Tls = "Explicit", Sent = "AUTH=1 USER=1 PROT_P=1" },

        Unprotected("PROT P is refused, 504", [Answer("PROT", "504 no")], "fails TlsFailed 504"),
        Unprotected("PROT P is refused, 534", [Answer("PROT", "534 no")], "fails TlsFailed 534"),
        Unprotected("PROT P is refused, 536", [Answer("PROT", "536 no")], "fails TlsFailed 536"),
        Unprotected("PROT is not known", [Answer("PROT", "500 what?")], "fails TlsFailed 500"),
        Unprotected("PBSZ and PROT are refused", [Answer("PBSZ", "503 no"), Answer("PROT", "503 no")], "fails TlsFailed 503"),
        new("FC-06", "CCC", FtpWork.ClearControl, [Answer("CCC", "200 in clear")], "fails NotSupported") { Tls = "Explicit", Sent = "CCC=0" },

        Reused("522 behind a whole handshake", "fails TlsFailed 522", Reply("150 here"), OpenData, EndData, Reply("522 session reuse required")),
        Reused("425 behind a whole handshake", "fails TlsFailed 425", Reply("150 here"), OpenData, EndData, Reply("425 session reuse required")),
        Reused("450 behind a whole handshake", "fails TlsFailed 450", Reply("150 here"), OpenData, EndData, Reply("450 session reuse required")),
        Reused("522 in place of 150", "fails TlsFailed 522", Reply("522 session reuse required")),
        Reused("522 behind a reset", "fails TlsFailed 522", Reply("150 here"), OpenData, ResetData, Reply("522 session reuse required")),
        Reused("data that ends without close_notify", "fails Truncated", Reply("150 here"), OpenData, SendData("hello"), CutData, Reply("226 done")),
        Reused("no data, and no close_notify", "fails Truncated", Reply("150 here"), OpenData, CutData, Reply("226 done")),
    ];

    private static FtpClientAttack Injected(string what, string octets) =>
        new("FC-04", $"{what} behind 234", FtpWork.Login, [On("AUTH", Send("234 go\r\n" + octets), StartTls)], "fails ProtocolViolation OctetsBeforeTls 234") { Tls = "Explicit", Sent = NoClear };

    private static FtpClientAttack Stripped(string what, string reply, string outcome) =>
        new("FC-05", what, FtpWork.Login, [Answer("AUTH", reply)], outcome) { Tls = "Explicit", Sent = NoClear };

    private static FtpClientAttack Unprotected(string what, IReadOnlyList<FtpRule> rules, string outcome) =>
        new("FC-06", what, FtpWork.Read, rules, outcome) { Tls = "Explicit", Sent = "RETR=0 PROT_C=0" };

    private static FtpClientAttack Reused(string what, string outcome, params FtpStep[] steps) =>
        new("FC-14", what, FtpWork.Download, [On("RETR", steps)], outcome) { Tls = "Explicit", Sent = "PROT_C=0" };
}
