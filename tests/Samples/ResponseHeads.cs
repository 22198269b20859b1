using System.Buffers;

namespace HiPerf.Samples;

/// <summary>The sample table of the response head, for tests, laws, bench and fuzz seeds alike.</summary>
public static class ResponseHeads
{
    /// <summary>Heads that are whole and valid.</summary>
    public static IReadOnlyList<string> Valid { get; } =
    [
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 \r\n\r\n",
        "HTTP/1.1 500 Internal Server Error\r\nA:b\r\n\r\n",
        "HTTP/1.1 200 Caf\xE9\tau lait\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 200 OK\r\nDate: Fri, 20 Nov 2026 10:00:00 GMT\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 1256\r\n" +
        "Connection: keep-alive\r\nCache-Control: public, max-age=31536000, immutable\r\nETag: \"33a64df551425fcc55e4d42a148795d9f25f89d4\"\r\n" +
        "Vary: Accept-Encoding\r\nStrict-Transport-Security: max-age=63072000; includeSubDomains; preload\r\nX-Content-Type-Options: nosniff\r\n\r\n",
    ];

    /// <summary>Heads that are refused, each with its error and the first offending octet.</summary>
    public static IReadOnlyList<HeadSample> Refused { get; } =
    [
        Bad("empty line first", "\r\nHTTP/1.1 200 OK\r\n\r\n", ParseError.BadVersion, 0),
        Bad("lower case version", "http/1.1 200 OK\r\n\r\n", ParseError.BadVersion, 0),
        Bad("version 1.", "HTTP/1. 200 OK\r\n\r\n", ParseError.BadVersion, 7),
        Bad("version 1.2", "HTTP/1.2 200 OK\r\n\r\n", ParseError.UnsupportedVersion, 7),
        Bad("version 2.0", "HTTP/2.0 200 OK\r\n\r\n", ParseError.UnsupportedVersion, 7),
        Bad("no code", "HTTP/1.1  OK\r\n\r\n", ParseError.BadStatusCode, 9),
        Bad("code 099", "HTTP/1.1 099 X\r\n\r\n", ParseError.BadStatusCode, 9),
        Bad("code 600", "HTTP/1.1 600 X\r\n\r\n", ParseError.BadStatusCode, 9),
        Bad("code of four digits", "HTTP/1.1 2000 X\r\n\r\n", ParseError.BadReasonPhrase, 12),
        Bad("letter in code", "HTTP/1.1 2x0 X\r\n\r\n", ParseError.BadStatusCode, 10),
        Bad("no space after code", "HTTP/1.1 200\r\n\r\n", ParseError.BadReasonPhrase, 12),
        Bad("letter after code", "HTTP/1.1 200X OK\r\n\r\n", ParseError.BadReasonPhrase, 12),
        Bad("three spaces before code", "HTTP/1.1   200   OK\r\n\r\n", ParseError.BadStatusCode, 9),
        Bad("NUL in reason", "HTTP/1.1 200 \0\r\n\r\n", ParseError.BadReasonPhrase, 13),
        Bad("CR in reason", "HTTP/1.1 200 O\rK\r\n\r\n", ParseError.BareCr, 15),
        Bad("LF after reason", "HTTP/1.1 200 OK\nA: b\n\n", ParseError.BareLf, 15),
        Bad("space before colon", "HTTP/1.1 200 OK\r\nA : b\r\n\r\n", ParseError.SpaceBeforeColon, 18),
        Bad("folded line", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", ParseError.ObsFold, 23),
        Bad("NUL in value", "HTTP/1.1 200 OK\r\nA: b\0\r\n\r\n", ParseError.BadFieldValue, 21),
    ];

    private static HeadSample Bad(string name, string text, ParseError error, int position) =>
        new(name, text, OperationStatus.InvalidData, error, position);
}
