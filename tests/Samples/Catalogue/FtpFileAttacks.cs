using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Samples.Catalogue;

/// <summary>Rows on files, listings, names and URLs: FC-09 to FC-11 and FC-13.</summary>
public static class FtpFileAttacks
{
    private const string File = "type=file;size=5;modify=20260101000000; ";
    private const string Folder = "type=dir;modify=20260101000000; ";

    public static IReadOnlyList<FtpClientAttack> All { get; } =
    [
        Lied("SIZE of 2^63", FtpWork.Download, "fails ProtocolViolation BadSize", Answer("SIZE", "213 9223372036854775808")),
        Lied("SIZE below 0", FtpWork.Download, "fails ProtocolViolation BadSize", Answer("SIZE", "213 -1")),
        Lied("SIZE in words", FtpWork.Download, "fails ProtocolViolation BadSize", Answer("SIZE", "213 five")),
        Lied("SIZE too great", FtpWork.Download, "fails Truncated", Answer("SIZE", "213 6")),
        Lied("SIZE too small", FtpWork.Download, "fails ContentCorrupt", Answer("SIZE", "213 4")),
        Lied("SIZE is refused", FtpWork.Download, "reads hello", Answer("SIZE", "550 not in ASCII")),
        Lied("no such file", FtpWork.Download, "fails NotFound 550", Answer("SIZE", "550 no"), Answer("MDTM", "550 no"), Answer("MLST", "550 no"), Answer("RETR", "550 no")),
        Lied("fewer octets than SIZE, and 226", FtpWork.Download, "fails Truncated", On("RETR", Reply("150 here"), OpenData, SendData("he"), EndData, Reply("226 done"))),
        Lied("no octet, and 226", FtpWork.Download, "fails Truncated", On("RETR", Reply("150 here"), OpenData, EndData, Reply("226 done"))),
        Lied("MDTM in words", FtpWork.Download, "fails ProtocolViolation BadTimeVal", Answer("MDTM", "213 yesterday")),
        Lied("resumed as it should be", FtpWork.Resume, "reads hello"),
        Lied("REST is taken and the file comes from its start", FtpWork.Resume, "fails ContentCorrupt", On("RETR", Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("226 done"))),
        Lied("REST is refused", FtpWork.Resume, "reads hello", Answer("REST", "502 no")),
        Lied("file that changed its time since", FtpWork.Resume, "fails ContentCorrupt", Answer("MDTM", "213 20260202000000")),
        Lied("file that changed its size since", FtpWork.Resume, "fails ContentCorrupt", Answer("SIZE", "213 6")),
        Lied("file that shrank below what is there", FtpWork.Resume, "fails ContentCorrupt", Answer("SIZE", "213 1")),

        Listed("entries without number", "fails LimitExceeded TooManyListLines", Bomb("MLSD", FloodData(File + "a\r\n"))),
        Listed("entries without number, and no word when the client has enough", "fails LimitExceeded TooManyListLines", On("MLSD", Reply("150 here"), OpenData, FloodData(File + "a\r\n"), Stall)),
        Listed("line without an end", "fails LimitExceeded ListLineTooLong", Bomb("MLSD", FloodData(File + "aaaaaaaa"))),
        Listed("entries that are no lines", "fails LimitExceeded ListLineTooLong", Bomb("MLSD", SendData(File), FloodData("aaaaaaaaaaaaaaaa"))),
        Listed("escapes for a terminal", "lists \x1B[2J", Listing(File + "\x1B[2J")),
        Listed("cut by a reset", "fails ConnectionReset", On("MLSD", Reply("150 here"), OpenData, SendData(File + "a\r\n" + File), ResetData, Reply("226 done"))),
        Listed("451 behind it", "fails ServerError 451", On("MLSD", Reply("150 here"), OpenData, SendData(File + "a\r\n"), EndData, Reply("451 disk"))),
        Listed("folder and parent in it", "lists a", Listing("type=cdir; .", "type=pdir; ..", File + "a")),
        Listed("LIST where MLSD is not known", "lists a b", Answer("MLSD", "500 what?"), Answer("FEAT", "211 nothing"), Lines("total 1\r\n-rw-r--r--   1 u g 5 Jan 25 2001 a b\r\n")),
        Listed("LIST of DOS", "lists a b", Answer("MLSD", "500 what?"), Answer("FEAT", "211 nothing"), Lines("08-07-15  07:50PM  718 a b\r\n")),
        Listed("LIST of VMS", "lists A.TXT", Answer("MLSD", "500 what?"), Answer("FEAT", "211 nothing"), Lines("A.TXT;1  9/9  2-JUN-1998 07:32:04  [GROUP,OWNER]  (RWED,RWED,RE,)\r\n")),
        new("FC-10", "folders within folders without end", FtpWork.ListAll, [Listing(Folder + "a")], "fails LimitExceeded"),

        .. Names(FtpWork.List, "listed, and told to be no plain name"),
        .. Names(FtpWork.Mirror, "copied with its folder"),
        new("FC-11", "a link and a folder of its name, copied with its folder", FtpWork.Mirror, [Once("MLSD", ListingSteps("type=OS.unix=slink:/etc; a", Folder + "a", File + "hello.txt")), Listing(File + "passwd")], "writes only below"),

        Opened("CRLF in the user's name", "ftp://u%0d%0aDELE%20x:p@{host}/hello.txt", "fails Argument", "USER=0 DELE=0"),
        Opened("NUL in the user's name", "ftp://u%00:p@{host}/hello.txt", "fails Argument", "USER=0"),
        Opened("CRLF in the password", "ftp://u:p%0d%0aDELE%20x@{host}/hello.txt", "fails Argument", "PASS=0 DELE=0"),
        Opened("NUL in the password", "ftp://u:p%00@{host}/hello.txt", "fails Argument", "PASS=0"),
        Opened("CRLF in the path", "ftp://{host}/a%0d%0aDELE%20x", "fails Argument", "RETR=0 DELE=0"),
        Opened("NUL in the path", "ftp://{host}/a%00", "fails Argument", "RETR=0"),
        Opened("text by type=a", "ftp://{host}/hello.txt;type=a", "reads hello", "TYPE_A=1"),
        Opened("octets by type=i", "ftp://{host}/hello.txt;type=i", "reads hello", "TYPE_A=0"),
        Opened("type that is none", "ftp://{host}/hello.txt;type=x", "fails Argument", "RETR=0"),
        Opened("path from the root", "ftp://{host}//hello.txt", "reads hello", "RETR_/hello.txt=1"),
        Opened("path from the login's folder", "ftp://{host}/hello.txt", "reads hello", "RETR_hello.txt=1"),
        Opened("path from the root, escaped", "ftp://{host}/%2Fhello.txt", "reads hello", "RETR_/hello.txt=1"),
    ];

    private static FtpClientAttack Lied(string what, FtpWork work, string outcome, params FtpRule[] rules) => new("FC-09", what, work, rules, outcome);

    private static FtpClientAttack Listed(string what, string outcome, params FtpRule[] rules) => new("FC-10", what, FtpWork.List, rules, outcome);

    private static FtpClientAttack Opened(string what, string url, string outcome, string sent) => new("FC-13", what, FtpWork.OpenUrl, [], outcome) { Url = url, Sent = sent };

    private static FtpRule Bomb(string verb, params FtpStep[] steps) => On(verb, [Reply("150 here"), OpenData, .. steps, Reply("426 cut")]);

    private static FtpRule Lines(string lines) => On("LIST", Reply("150 here"), OpenData, SendData(lines), EndData, Reply("226 done"));

    private static FtpStep[] ListingSteps(params string[] lines) => [.. Listing(lines).Steps];

    private static IEnumerable<FtpClientAttack> Names(FtpWork work, string how) =>
        from row in ((string What, string Name)[])
        [
            ("parent", "../x"), ("root", "/abs"), ("parent of Windows", "..\\x"), ("drive", "C:x"), ("device", "CON"), ("device with an extension", "nul.txt"), ("NUL", "a\0b"), ("CR", "a\rb"),
            ("dot at the end", "a."), ("space at the end", "a "), ("octets that are no UTF-8", "\xC3\x28"), ("octet of eight bits", "\xE9"), ("stream", "a:b"), ("parent alone, with a type", ".."),
        ]
        select new FtpClientAttack("FC-11", $"{row.What}, {how}", work, [Listing(File + row.Name, File + "hello.txt")], work == FtpWork.List ? "no plain name but hello.txt" : "writes only below");
}
