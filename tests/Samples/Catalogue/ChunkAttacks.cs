using static HiPerf.Samples.Catalogue.MessageAttack;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-15, RQ-16 and RQ-18: chunk sizes, chunk extensions and the end of chunk data.</summary>
public static class ChunkAttacks
{
    private const string Hello = "POST / chunked \"hello\"";
    private const string Rest = "\r\nhello\r\n0\r\n\r\n";

    public static IReadOnlyList<MessageAttack> All { get; } = [.. Sizes, .. Extensions, .. Ends];

    private static MessageAttack Size(string what, string marked, ParseError error) => Refused("RQ-15", what, Chunked(marked + Rest), error);

    private static MessageAttack Extension(string what, string marked, ParseError error = ParseError.BadChunkExtension) =>
        Refused("RQ-16", what, Chunked(marked + Rest), error);

    private static MessageAttack End(string what, string marked) => Refused("RQ-18", what, Chunked(marked), ParseError.MissingChunkEnd);

    private static IReadOnlyList<MessageAttack> Sizes =>
    [
        Size("empty", "▸", ParseError.BadChunkSize),
        Size("SP before", "▸ 5", ParseError.BadChunkSize),
        Size("HTAB before", "▸\t5", ParseError.BadChunkSize),
        Size("SP behind", "5 ▸", ParseError.BadChunkExtension),
        Size("HTAB behind", "5\t▸", ParseError.BadChunkExtension),
        Size("plus", "▸+5", ParseError.BadChunkSize),
        Size("plus zero", "▸+0", ParseError.BadChunkSize),
        Size("minus", "▸-5", ParseError.BadChunkSize),
        Size("hexadecimal prefix", "0▸x5", ParseError.BadChunkSize),
        Size("underscore", "5▸_0", ParseError.BadChunkSize),
        Size("letter behind", "5▸g", ParseError.BadChunkSize),
        Size("extension alone", "▸;ext", ParseError.BadChunkSize),
        Size("no number", "▸xyz", ParseError.BadChunkSize),
        Size("NUL behind", "5▸\0", ParseError.BadChunkSize),
        Size("VT behind", "5▸\u000B", ParseError.BadChunkSize),
        Size("0xA0 behind", "5▸\u00A0", ParseError.BadChunkSize),
        Size("fullwidth digit of UTF-8", "▸\u00EF\u00BC\u0095", ParseError.BadChunkSize),
        Size("17 digits", "1234567890123456▸7", ParseError.BadChunkSize),
        Size("17 digits, zeros first", "0000000000000000▸5", ParseError.BadChunkSize),
        Size("2^64-1", "FFFFFFFFFFFFFFF▸F", ParseError.ChunkSizeOverflow),
        Size("2^63", "800000000000000▸0", ParseError.ChunkSizeOverflow),
        Size("leading zeros, 1 MiB", "0000000000000000▸" + new string('0', (1 << 20) - 16) + "5", ParseError.BadChunkSize),
        Size("beyond the remaining content", "5\r\nhello\r\n▸6", ParseError.ContentTooLarge) with { MaxContent = 10 },
        Accepted("RQ-15", "the remaining content exactly", Chunked("5\r\nhello\r\n5" + Rest), "POST / chunked \"hellohello\"") with { MaxContent = 10 },
        Accepted("RQ-15", "16 digits with zeros", Chunked("0000000000000005" + Rest), Hello),
        Incomplete("RQ-15", "2^63-1, the greatest there is", Chunked("7FFFFFFFFFFFFFFF" + Rest)),
    ];

    private static IReadOnlyList<MessageAttack> Extensions =>
    [
        Extension("LF in a name", "5;a▸\nb", ParseError.BareLf),
        Extension("LF behind the semicolon (TERM.EXT)", "5;▸\nxx"),
        Extension("LF before a smuggled chunk", "5;▸\nxxxx\r\n2a"),
        Extension("LF in a quoted string", "5;n=\"a▸\nb\""),
        Extension("CR in a name (EXT.TERM)", "5;a\r▸b", ParseError.BareCr),
        Extension("CR behind the semicolon", "5;▸\rxx"),
        Extension("CR in a quoted string", "5;n=\"a▸\rb\""),
        Extension("NUL in a name", "5;a▸\0b"),
        Extension("NUL in a value", "5;a=b▸\0"),
        Extension("NUL in a quoted string", "5;n=\"▸\0\""),
        Extension("control in a name", "5;a▸\u0001b"),
        Extension("control in a value", "5;a=▸\u0001"),
        Extension("DEL in a quoted string", "5;n=\"▸\u007F\""),
        Extension("bare semicolon", "5;▸"),
        Extension("semicolon and space", "5; ▸"),
        Extension("two semicolons", "5;▸;a"),
        Extension("semicolon behind an extension", "5;a;▸"),
        Extension("no name", "5; ▸=v"),
        Extension("no value", "5;a=▸"),
        Extension("quoted string unended", "5;n=\"unterminated▸"),
        Extension("quoted string unended behind a backslash", "5;n=\"a\\▸"),
        Extension("octets behind a quoted string", "5;n=\"a\"▸b"),
        Extension("quoted name", "5;▸\"n\"=a"),
        Extension("delimiter in a name", "5;a▸@b"),
        Extension("delimiter in a value", "5;a=▸(b)"),
        Extension("two equals signs", "5;a=b▸=c"),
        Extension("space inside a name", "5;a ▸b"),
        Extension("space inside a value", "5;a=b ▸c"),
        Extension("space at the end of a name", "5;a ▸"),
        Extension("space at the end of a value", "5;a=b ▸"),
        Extension("name without a semicolon", "5 ▸a"),
        Extension("0x80 in a name", "5;▸\u0080"),
        Extension("0x80 in a value", "5;a=▸\u0080"),
        Extension("CR CR", "5\r▸\r;a", ParseError.BareCr),
        Extension("quoted CR LF", "5;n=\"a▸\r\nb\""),
        Extension("quoted CR LF behind a backslash", "5;n=\"a\\▸\r\nb\""),
        Extension("LF behind a value", "5;a=b▸\n", ParseError.BareLf),
        Extension("LF behind a quoted string", "5;a=\"b\"▸\n", ParseError.BareLf),
        Accepted("RQ-16", "name", Chunked("5;a" + Rest), Hello),
        Accepted("RQ-16", "name and value", Chunked("5;a=b" + Rest), Hello),
        Accepted("RQ-16", "bad white space around all", Chunked("5 \t; a =\tb ;c" + Rest), Hello),
        Accepted("RQ-16", "quoted string that holds everything it may", Chunked("5;a=\"x;y=z\\\"\\\\ \t\u0080\u00FF\";b" + Rest), Hello),
        Accepted("RQ-16", "on the last chunk", Chunked("5\r\nhello\r\n0;a=b\r\n\r\n"), Hello),
    ];

    private static IReadOnlyList<MessageAttack> Ends =>
    [
        End("two octets more (SPILL)", "5\r\nhello▸!!\r\n0\r\n\r\n"),
        End("two octets for CRLF (TERM.SPILL)", "5\r\nhello▸XX0\r\n\r\n"),
        End("two octets for CRLF before a smuggled size (SPILL.TERM)", "5\r\nhello▸XX2a\r\n0\r\n\r\n"),
        End("one octet more", "5\r\nhello▸!\r\n0\r\n\r\n"),
        End("short by one", "5\r\nhell\r▸\n0\r\n\r\n"),
        End("short by two", "5\r\nhel\r\n▸0\r\n\r\n"),
        End("LF", "5\r\nhello▸\n0\r\n\r\n"),
        End("LF CR", "5\r\nhello▸\n\r0\r\n\r\n"),
        End("CR X", "5\r\nhello\r▸X0\r\n\r\n"),
        End("CR alone", "5\r\nhello\r▸0\r\n\r\n"),
        End("none at all", "5\r\nhello▸0\r\n\r\n"),
        End("none, a request behind", "5\r\nhello▸" + Next),
        End("NUL NUL", "5\r\nhello▸\0\0" + "0\r\n\r\n"),
        Refused("RQ-18", "CRLF twice", Chunked("5\r\nhello\r\n▸\r\n0\r\n\r\n"), ParseError.BadChunkSize),
    ];
}
