namespace HiPerf.Samples;

/// <summary>Replies. RFC 959 section 4.2.</summary>
public static class FtpReplies
{
    /// <summary>Octets; code; texts of the lines with a bar between them; what was let pass, and where.</summary>
    public static IReadOnlyList<(string Reply, int Code, string Texts, Deviations Deviations, int First)> Valid { get; } =
    [
        ("220 Service ready\r\n", 220, "Service ready", Deviations.None, -1),
        ("200 \r\n", 200, "", Deviations.None, -1),
        ("200\r\n", 200, "", Deviations.MissingReplySpace, 3),
        ("200-\r\n200 \r\n", 200, "|", Deviations.None, -1),
        ("123-First line\r\nSecond line\r\n  234 A line beginning with numbers\r\n123 The last line\r\n", 123, "First line|Second line|  234 A line beginning with numbers|The last line", Deviations.None, -1),
        ("211-Features:\r\n MDTM\r\n SIZE\r\n211 End\r\n", 211, "Features:| MDTM| SIZE|End", Deviations.None, -1),
        ("211-Features:\r\n211-MDTM\r\n211 End\r\n", 211, "Features:|MDTM|End", Deviations.None, -1),
        ("150-a\r\n226 b\r\n150-c\r\n\r\n 150 d\r\n150 e\r\n", 150, "a|226 b|c|| 150 d|e", Deviations.None, -1),
        ("150-a\r\n1500\r\n150\r\n", 150, "a|1500|", Deviations.MissingReplySpace, 16),
        ("226 a\n", 226, "a", Deviations.ReplyBareLf, 5),
        ("226-a\n226 b\r\n", 226, "a|b", Deviations.ReplyBareLf, 5),
        ("226\n", 226, "", Deviations.ReplyBareLf | Deviations.MissingReplySpace, 3),
        ("257 \"/a\xFF\xFF\"\r\n", 257, "\"/a\xFF\xFF\"", Deviations.None, -1),
        ("230 a\xFF\xF4\r\n", 230, "a\xFF\xF4", Deviations.TelnetCommand, 5),
        ("230 \xFF\xFF\xFF\r\n", 230, "\xFF\xFF\xFF", Deviations.TelnetCommand, 6),
        ("599 \x01\t\x1B[2J\x7F\x80\r\n", 599, "\x01\t\x1B[2J\x7F\x80", Deviations.None, -1),
        ("100 a\r\n", 100, "a", Deviations.None, -1),
    ];

    public static IReadOnlyList<MarkedSample> Refused { get; } =
    [
        new("▸\r\n", ParseError.BadReplyCode),
        new("▸000 a\r\n", ParseError.BadReplyCode),
        new("▸999 a\r\n", ParseError.BadReplyCode),
        new("▸600 a\r\n", ParseError.BadReplyCode),
        new("▸ 200 a\r\n", ParseError.BadReplyCode),
        new("▸-200 a\r\n", ParseError.BadReplyCode),
        new("▸HTTP/1.1 200 OK\r\n", ParseError.BadReplyCode),
        new("12▸a\r\n", ParseError.BadReplyCode),
        new("12▸\r\n", ParseError.BadReplyCode),
        new("1▸ \r\n", ParseError.BadReplyCode),
        new("220▸0 a\r\n", ParseError.BadReplySeparator),
        new("220▸a\r\n", ParseError.BadReplySeparator),
        new("220▸\ta\r\n", ParseError.BadReplySeparator),
        new("220▸\0\r\n", ParseError.BadReplySeparator),
        new("220 a▸\0b\r\n", ParseError.NulOnControl),
        new("220-a\r\nb▸\0\r\n220 c\r\n", ParseError.NulOnControl),
        new("220 a\r▸b\r\n", ParseError.CrOnControl),
        new("220 a\r▸\r\n", ParseError.CrOnControl),
        new("220\r▸ \r\n", ParseError.CrOnControl),
        new("220 a\r▸\0\r\n", ParseError.CrOnControl),
    ];
}
