namespace HiPerf.Samples;

/// <summary>Multipart bodies with the boundary "b" unless said otherwise, one table for every production of RFC 2046 section 5.1.1.</summary>
public static class MultipartBodies
{
    /// <summary>The examples of RFC 2046 sections 5.1.1 and 5.1.3, RFC 7578 section 4 and RFC 9110 section 14.6: boundary, body, its parts as "name=value|…→content" lines.</summary>
    public static (string Boundary, string Body, string Parts)[] Examples { get; } =
    [
        ("simple boundary",
            "This is the preamble.  It is to be ignored, though it\r\nis a handy place for composition agents to include an\r\nexplanatory note to non-MIME conformant readers.\r\n\r\n"
            + "--simple boundary\r\n\r\nThis is implicitly typed plain US-ASCII text.\r\nIt does NOT end with a linebreak.\r\n--simple boundary\r\n"
            + "Content-type: text/plain; charset=us-ascii\r\n\r\nThis is explicitly typed plain US-ASCII text.\r\nIt DOES end with a linebreak.\r\n\r\n--simple boundary--\r\n\r\n"
            + "This is the epilogue.  It is also to be ignored.\r\n",
            "→This is implicitly typed plain US-ASCII text.\r\nIt does NOT end with a linebreak.\n"
            + "Content-type=text/plain; charset=us-ascii→This is explicitly typed plain US-ASCII text.\r\nIt DOES end with a linebreak.\r\n\n"),
        ("AaB03x",
            "--AaB03x\r\nContent-Disposition: form-data; name=\"_charset_\"\r\n\r\niso-8859-1\r\n--AaB03x\r\ncontent-disposition: form-data; name=\"field1\"\r\n"
            + "content-type: text/plain;charset=UTF-8\r\n\r\nJoe owes \u20AC100.\r\n--AaB03x--\r\n",
            "Content-Disposition=form-data; name=\"_charset_\"→iso-8859-1\n"
            + "content-disposition=form-data; name=\"field1\"|content-type=text/plain;charset=UTF-8→Joe owes \u20AC100.\n"),
        ("THIS_STRING_SEPARATES",
            "--THIS_STRING_SEPARATES\r\nContent-Type: application/pdf\r\nContent-Range: bytes 500-999/8000\r\n\r\n...the first range...\r\n--THIS_STRING_SEPARATES\r\n"
            + "Content-Type: application/pdf\r\nContent-Range: bytes 7000-7999/8000\r\n\r\n...the second range\r\n--THIS_STRING_SEPARATES--",
            "Content-Type=application/pdf|Content-Range=bytes 500-999/8000→...the first range...\n"
            + "Content-Type=application/pdf|Content-Range=bytes 7000-7999/8000→...the second range\n"),
    ];

    /// <summary>Whole bodies: body, parts.</summary>
    public static (string Body, string Parts)[] Valid { get; } =
    [
        ("--b\r\n\r\n\r\n--b--", "→\n"),
        ("--b\r\n\r\n--b--", "→\n"),
        ("--b\r\nA: 1\r\n\r\n--b--", "A=1→\n"),
        ("--b\r\nA: 1\r\n\r\n\r\n--b--\r\n", "A=1→\n"),
        ("--b\r\nA: 1\r\nB:\t2 \r\n\r\nx\r\n--b--\r\n", "A=1|B=2→x\n"),
        ("\r\n--b\r\n\r\nx\r\n--b--", "→x\n"),
        ("preamble\r\n--b\r\n\r\nx\r\n--b--\r\nepilogue", "→x\n"),
        ("--c\r\n--\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n\r\n--b\r\n", "→x\n"),
        ("x--b\r\n--b\r\n\r\nx\r\n--b--", "→x\n"),
        ("--b \t\r\n\r\nx\r\n--b\t \r\n\r\ny\r\n--b-- \t\r\n", "→x\n→y\n"),
        ("--b\r\n\r\nx\r\n--b-- \t", "→x\n"),
        ("--b\r\n\r\nx\r\n--b--\r\n\0\xFF\r\r\n--b--", "→x\n"),
        ("--b\r\n\r\n\r\n\r\n--b--", "→\r\n\n"),
        ("--b\r\n\r\n\r\r\n--b--", "→\r\n"),
        ("--b\r\n\r\n\n--b\n--b--\n\r\n--b--", "→\n--b\n--b--\n\n"),
        ("--b\r\n\r\n\r\n-b\r\n--\r\n--a\r\r\n--b--", "→\r\n-b\r\n--\r\n--a\r\n"),
        ("--b\r\n\r\nx--b--\r\n--b--", "→x--b--\n"),
        ("--b\r\n\r\n-\r\n--b--", "→-\n"),
        ("--b\r\n\r\n--\r\n--b--", "→--\n"),
        ("--b\r\n\r\n--a\0\x7F\x80\xFF\r\n--b--", "→--a\0\x7F\x80\xFF\n"),
        ("--b\r\n\r\n--B\r\n--b--", "→--B\n"),
        ("--b\r\n-b: 1\r\n\r\n\r\n--b--", "-b=1→\n"),
        ("--b\r\nA:\r\n\r\nx\r\n--b\r\n\r\ny\r\n--b\r\nC: \x80\r\n\r\n\r\n--b--\r\n", "A=→x\n→y\nC=\x80→\n"),
    ];

    /// <summary>Refused bodies: body, error, offset of the first octet behind which nothing could be valid; the body's length where it ends too early.</summary>
    public static (string Body, ParseError Error, int Offset)[] Refused { get; } =
    [
        // What may stand behind a boundary.
        ("--b", ParseError.MissingCloseDelimiter, 3),
        ("--bb\r\n\r\nx\r\n--b--", ParseError.BadDelimiter, 3),
        ("--b\r\n\r\nx\r\n--bb\r\n--b--", ParseError.BadDelimiter, 13),
        ("--b\r\n\r\nx\r\n--b-\r\n", ParseError.BadDelimiter, 14),
        ("--b\r\n\r\nx\r\n--b---", ParseError.BadDelimiter, 15),
        ("--b\r\n\r\nx\r\n--b--x", ParseError.BadDelimiter, 15),
        ("--b\r\n\r\nx\r\n--b-- x", ParseError.BadDelimiter, 16),
        ("--b x\r\n", ParseError.BadDelimiter, 4),
        ("--b\0\r\n", ParseError.BadDelimiter, 3),
        ("--b\n\nx\n--b--", ParseError.BareLf, 3),
        ("--b \n", ParseError.BareLf, 4),
        ("--b\r\n\r\nx\r\n--b--\n", ParseError.BareLf, 15),
        ("--b\rx", ParseError.BareCr, 4),
        ("--b\r\r\n", ParseError.BareCr, 4),
        ("--b\r\n\r\nx\r\n--b--\rx", ParseError.BareCr, 16),
        ("--b\r\n\r\nx\r\n--b--\r\r", ParseError.BareCr, 16),
        ("x\r\n--bb", ParseError.BadDelimiter, 6),

        // A body has a part.
        ("--b--", ParseError.MissingPart, 3),
        ("preamble\r\n--b--\r\n", ParseError.MissingPart, 13),

        // What ends too early.
        ("", ParseError.MissingCloseDelimiter, 0),
        ("preamble", ParseError.MissingCloseDelimiter, 8),
        ("--b\r\n", ParseError.MissingCloseDelimiter, 5),
        ("--b\r\nA: 1\r\n", ParseError.MissingCloseDelimiter, 11),
        ("--b\r\n\r\n", ParseError.MissingCloseDelimiter, 7),
        ("--b\r\n\r\nx", ParseError.MissingCloseDelimiter, 8),
        ("--b\r\n\r\nx\r\n--b", ParseError.MissingCloseDelimiter, 13),
        ("--b\r\n\r\nx\r\n--b-", ParseError.MissingCloseDelimiter, 14),
        ("--b\r\n\r\nx\r\n--b\r\n", ParseError.MissingCloseDelimiter, 15),
        ("--b\r\n\r\nx\r\n--b--\r", ParseError.MissingCloseDelimiter, 16),
        ("--b\r\n\r\nx\n--b--\r\n", ParseError.MissingCloseDelimiter, 16),

        // The head of a part.
        ("--b\r\nA\r\n\r\n", ParseError.MissingColon, 6),
        ("--b\r\nA : 1\r\n\r\n", ParseError.SpaceBeforeColon, 6),
        ("--b\r\n A: 1\r\n\r\n", ParseError.SpaceBeforeFirstField, 5),
        ("--b\r\nA: 1\r\n 2\r\n\r\n", ParseError.ObsFold, 11),
        ("--b\r\n: 1\r\n\r\n", ParseError.BadFieldName, 5),
        ("--b\r\nA: \0\r\n\r\n", ParseError.BadFieldValue, 8),
        ("--b\r\nA: 1\n\r\n", ParseError.BareLf, 9),
        ("--b\r\nA: 1\rB: 2\r\n", ParseError.BareCr, 10),
        ("--b\r\nA: 1\r\n\n", ParseError.BareLf, 11),

        // A boundary where a field line should be.
        ("--b\r\n--b--\r\n", ParseError.BadDelimiter, 7),
        ("--b\r\n--b: 1\r\n\r\n", ParseError.BadDelimiter, 7),
        ("--b\r\n--bcd: 1\r\n\r\n", ParseError.BadDelimiter, 7),
        ("--b\r\nA: 1\r\n--b\r\n\r\nx\r\n--b--", ParseError.BadDelimiter, 13),
        ("--b\r\nA: 1\r\n--b: 2\r\n(\r\n", ParseError.BadDelimiter, 13),
    ];
}
