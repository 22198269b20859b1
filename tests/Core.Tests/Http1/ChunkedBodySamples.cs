using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>Chunked bodies, one table for every production of RFC 9112 section 7.1: what they hold, or what refuses them at which octet.</summary>
public static class ChunkedBodySamples
{
    /// <summary>Whole bodies: input, content, trailers as "name=value|…".</summary>
    public static TheoryData<string, string, string> Valid => new()
    {
        { "0\r\n\r\n", "", "" },
        { "000\r\n\r\n", "", "" },
        { "0000000000000000\r\n\r\n", "", "" },
        { "5\r\nhello\r\n0\r\n\r\n", "hello", "" },
        { "6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n", "hello world", "" },
        { "0000000000000005\r\nhello\r\n0\r\n\r\n", "hello", "" },
        { "a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789", "" },
        { "5;a\r\nhello\r\n0;b\r\n\r\n", "hello", "" },
        { "5 ; comment\r\nhello\r\n0\r\n\r\n", "hello", "" },
        { "5\t;\ta\t=\tb\r\nhello\r\n0\r\n\r\n", "hello", "" },
        { "5;a=b;c;d=\"e\"\r\nhello\r\n0\r\n\r\n", "hello", "" },
        { "5;a=\"\"\r\nhello\r\n0\r\n\r\n", "hello", "" },
        { "5;a=\"x;y=z\\\"\\\\ \t\x80\xFF\" ;b\r\nhello\r\n0\r\n\r\n", "hello", "" },
        { "5;a = b ;c\r\nhello\r\n0\r\n\r\n", "hello", "" },
        { "2\r\n\r\n\r\n0\r\n\r\n", "\r\n", "" },
        { "0\r\na: b\r\nc: d\r\n\r\n", "", "a=b|c=d" },
        { "0\r\na:\r\nb: \t \r\nc:\td \t\r\n\r\n", "", "a=|b=|c=d" },
        { "3\r\nabc\r\n0\r\nETag: \"x:y\"\r\n\r\n", "abc", "ETag=\"x:y\"" },
        { "0\r\nx: \x80\xFF y\r\n\r\n", "", "x=\x80\xFF y" },
    };

    /// <summary>Refused bodies: input, error, offset of the first octet behind which nothing could be valid.</summary>
    public static TheoryData<string, ParseError, int> Refused => new()
    {
        // RQ-15: chunk-size.
        { "\r\n", ParseError.BadChunkSize, 0 },
        { "\n", ParseError.BadChunkSize, 0 },
        { " 5\r\n", ParseError.BadChunkSize, 0 },
        { "+5\r\n", ParseError.BadChunkSize, 0 },
        { "-5\r\n", ParseError.BadChunkSize, 0 },
        { "0x5\r\n", ParseError.BadChunkSize, 1 },
        { "5_0\r\n", ParseError.BadChunkSize, 1 },
        { "5g\r\n", ParseError.BadChunkSize, 1 },
        { ";ext\r\n", ParseError.BadChunkSize, 0 },
        { "\x66\x80\r\n", ParseError.BadChunkSize, 1 },
        { "00000000000000000\r\n", ParseError.BadChunkSize, 16 },
        { "12345678901234567\r\n", ParseError.BadChunkSize, 16 },
        { "FFFFFFFFFFFFFFFF\r\n", ParseError.ChunkSizeOverflow, 15 },
        { "8000000000000000\r\n", ParseError.ChunkSizeOverflow, 15 },
        { "5\n", ParseError.BareLf, 1 },
        { "5\rX", ParseError.BareCr, 2 },
        { "5\r\r\n", ParseError.BareCr, 2 },
        { "3\r\nabc\r\n\r\n", ParseError.BadChunkSize, 8 },

        // RQ-16: chunk-ext.
        { "5 \r\n", ParseError.BadChunkExtension, 2 },
        { "5 a\r\n", ParseError.BadChunkExtension, 2 },
        { "5;\r\n", ParseError.BadChunkExtension, 2 },
        { "5; \r\n", ParseError.BadChunkExtension, 3 },
        { "5;;a\r\n", ParseError.BadChunkExtension, 2 },
        { "5; =v\r\n", ParseError.BadChunkExtension, 3 },
        { "5;a \r\n", ParseError.BadChunkExtension, 4 },
        { "5;a=\r\n", ParseError.BadChunkExtension, 4 },
        { "5;a=b \r\n", ParseError.BadChunkExtension, 6 },
        { "5;a=b=c\r\n", ParseError.BadChunkExtension, 5 },
        { "5;a b\r\n", ParseError.BadChunkExtension, 4 },
        { "5;a=b c\r\n", ParseError.BadChunkExtension, 6 },
        { "5;n=\"unterminated\r\n", ParseError.BadChunkExtension, 17 },
        { "5;n=\"a\r\nb\"\r\n", ParseError.BadChunkExtension, 6 },
        { "5;n=\"a\nb\"\r\n", ParseError.BadChunkExtension, 6 },
        { "5;n=\"a\\\r\n", ParseError.BadChunkExtension, 7 },
        { "5;n=\"a\"b\r\n", ParseError.BadChunkExtension, 7 },
        { "5;n=\"\0\"\r\n", ParseError.BadChunkExtension, 5 },
        { "5;n=\"\x7F\"\r\n", ParseError.BadChunkExtension, 5 },
        { "5;a\0\r\n", ParseError.BadChunkExtension, 3 },
        { "5;\x80\r\n", ParseError.BadChunkExtension, 2 },
        { "5;a=(\r\n", ParseError.BadChunkExtension, 4 },
        { "5;a\n", ParseError.BareLf, 3 },
        { "5;a=b\n", ParseError.BareLf, 5 },
        { "5;a=\"b\"\n", ParseError.BareLf, 7 },
        { "5;\n", ParseError.BadChunkExtension, 2 },
        { "5\r\r;a\r\n", ParseError.BareCr, 2 },
        { "5;a\rb\r\n", ParseError.BareCr, 4 },

        // RQ-18: the end of chunk-data.
        { "5\r\nhelloXX\r\n", ParseError.MissingChunkEnd, 8 },
        { "5\r\nhello\n", ParseError.MissingChunkEnd, 8 },
        { "5\r\nhello\rX", ParseError.MissingChunkEnd, 9 },
        { "5\r\nhell\r\n0\r\n\r\n", ParseError.MissingChunkEnd, 8 },

        // RQ-19, RQ-20: the last chunk and the trailer section.
        { "0\r\n\r\r", ParseError.BareCr, 4 },
        { "0\r\n\rX", ParseError.BareCr, 4 },
        { "0\r\n\n", ParseError.BareLf, 3 },
        { "0\r\n: x\r\n\r\n", ParseError.BadFieldName, 3 },
        { "0\r\na b: x\r\n\r\n", ParseError.SpaceBeforeColon, 4 },
        { "0\r\na : x\r\n\r\n", ParseError.SpaceBeforeColon, 4 },
        { "0\r\na\r\n\r\n", ParseError.MissingColon, 4 },
        { "0\r\na(: x\r\n\r\n", ParseError.BadFieldName, 4 },
        { "0\r\n\x80: x\r\n\r\n", ParseError.BadFieldName, 3 },
        { "0\r\n a: x\r\n\r\n", ParseError.ObsFold, 3 },
        { "0\r\na: x\r\n y\r\n\r\n", ParseError.ObsFold, 9 },
        { "0\r\na: x\r\n\ty\r\n\r\n", ParseError.ObsFold, 9 },
        { "0\r\na: x\n\r\n", ParseError.BareLf, 7 },
        { "0\r\na: x\rY\r\n\r\n", ParseError.BareCr, 8 },
        { "0\r\na: x\0\r\n\r\n", ParseError.BadFieldValue, 7 },
        { "0\r\na: \x7F\r\n\r\n", ParseError.BadFieldValue, 6 },
        { "0\r\na: x\r\n\n", ParseError.BareLf, 9 },
    };
}
