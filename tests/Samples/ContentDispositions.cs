namespace HiPerf.Samples;

/// <summary>The sample table of Content-Disposition, for tests, laws and fuzz seeds alike. RFC 6266 section 4 and RFC 8187 section 3.2.</summary>
public static class ContentDispositions
{
    /// <summary>Values that are read: octets as ISO-8859-1, type, file name, null where there is none.</summary>
    public static IReadOnlyList<(string Text, string Type, string? FileName)> Valid { get; } =
    [
        ("inline", "Inline", null),
        ("ATTACHMENT", "Attachment", null),
        ("attachment;", "Attachment", null),
        ("attachment ; ; x=y", "Attachment", null),
        ("form-data; name=\"a\"; filename=\"b\"", "FormData", "b"),
        ("x-other; filename=a", "Unknown", "a"),
        ("Attachment; filename=example.html", "Attachment", "example.html"),
        ("INLINE; FILENAME= \"an example.html\"".Replace("= ", "=", StringComparison.Ordinal), "Inline", "an example.html"),
        ("attachment; filename*= UTF-8''%e2%82%ac%20rates".Replace("= ", "=", StringComparison.Ordinal), "Attachment", "\u20AC rates"),
        ("attachment; filename=\"EURO rates\"; filename*=utf-8''%e2%82%ac%20rates", "Attachment", "\u20AC rates"),
        ("attachment; filename*=UTF-8''a; filename=\"b\"", "Attachment", "a"),
        ("attachment; filename*=UTF-8'de-AT'%C3%A4", "Attachment", "\u00E4"),
        ("attachment; filename*=iso-8859-1'en'%A3%20rates", "Attachment", "\u00A3 rates"),
        ("attachment; filename*=UTF-8''", "Attachment", ""),
        ("attachment; filename=\"\"", "Attachment", ""),
        ("attachment; filename=\"a\\\"b\\\\c\\d\"", "Attachment", "a\"b\\cd"),
        ("attachment; filename=\"\xC3\xA4\"", "Attachment", "\u00E4"),
        ("attachment; filename=\"\xE4\"", "Attachment", "\u00E4"),
        ("attachment; filename=\"\xC3\\\xA4\"", "Attachment", "\u00E4"),
        ("attachment; filename*=UTF-8''%F0%9F%98%80", "Attachment", "\U0001F600"),
        ("attachment; filename=\"..\\\\..\\\\x\"", "Attachment", "..\\..\\x"),

        // What cannot be decoded gives way to the other name.
        ("attachment; filename=b; filename*=KOI8-R''%C1", "Attachment", "b"),
        ("attachment; filename=b; filename*=UTF-8''%C1", "Attachment", "b"),
        ("attachment; filename=b; filename*=UTF-8''%ED%A0%80", "Attachment", "b"),
        ("attachment; filename*=UTF-8''%E2%82", "Attachment", null),
        ("attachment; filename*=x''a", "Attachment", null),
    ];

    /// <summary>Values that are refused, why, and at which octet.</summary>
    public static IReadOnlyList<(string Text, ParseError Error, int Position)> Refused { get; } =
    [
        ("", ParseError.BadContentDisposition, 0),
        (" inline", ParseError.BadContentDisposition, 0),
        ("\"inline\"", ParseError.BadContentDisposition, 0),
        ("; filename=a", ParseError.BadContentDisposition, 0),
        ("filename=a", ParseError.BadContentDisposition, 8),
        ("inline, attachment", ParseError.BadContentDisposition, 6),
        ("inline attachment", ParseError.BadContentDisposition, 7),
        ("inline; filename", ParseError.BadParameter, 16),
        ("inline; filename ;", ParseError.BadParameter, 16),
        ("inline; filename =a", ParseError.BadParameter, 16),
        ("inline; filename= a", ParseError.BadParameter, 17),
        ("inline; filename=", ParseError.BadParameter, 17),
        ("inline; filename=;", ParseError.BadParameter, 17),
        ("inline; =a", ParseError.BadParameter, 8),
        ("inline; filename=a b.txt", ParseError.BadContentDisposition, 19),
        ("inline; filename=a/b", ParseError.BadContentDisposition, 18),
        ("inline; filename=\xE4", ParseError.BadParameter, 17),
        ("inline; filename=\"a", ParseError.BadQuotedString, 19),
        ("inline; filename=\"a\r\nb\"", ParseError.BadQuotedString, 19),
        ("inline; filename=\"a\0b\"", ParseError.BadQuotedString, 19),
        ("inline; filename=\"a\"b", ParseError.BadContentDisposition, 20),
        ("inline; filename=a; filename=b", ParseError.RepeatedDispositionParameter, 28),
        ("inline; filename=a; FileName=\"", ParseError.RepeatedDispositionParameter, 28),
        ("inline; x*=UTF-8''a; X*=b", ParseError.RepeatedDispositionParameter, 23),
        ("inline; filename*=", ParseError.BadExtValue, 18),
        ("inline; filename*=\"UTF-8''a\"", ParseError.BadExtValue, 18),
        ("inline; filename*=UTF-8", ParseError.BadExtValue, 23),
        ("inline; filename*=UTF-8;", ParseError.BadExtValue, 23),
        ("inline; filename*=UTF-8'a", ParseError.BadExtValue, 25),
        ("inline; filename*=''a", ParseError.BadExtValue, 18),
        ("inline; filename*=UTF-8'd_e'a", ParseError.BadExtValue, 25),
        ("inline; filename*=UTF-8''a%", ParseError.BadExtValue, 27),
        ("inline; filename*=UTF-8''%4", ParseError.BadExtValue, 27),
        ("inline; filename*=UTF-8''%4g", ParseError.BadExtValue, 27),
        ("inline; filename*=UTF-8''%g0", ParseError.BadExtValue, 26),
        ("inline; filename*=UTF-8''a'b", ParseError.BadExtValue, 26),
        ("inline; filename*=UTF-8''a*", ParseError.BadExtValue, 26),
        ("inline; filename*=UTF-8''a b", ParseError.BadContentDisposition, 27),
        ("inline; other*=a", ParseError.BadExtValue, 16),
    ];
}
