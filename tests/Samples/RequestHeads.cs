using System.Buffers;

namespace HiPerf.Samples;

/// <summary>One request head, what becomes of it, and why.</summary>
/// <param name="Name">What the sample shows.</param>
/// <param name="Text">The octets, ISO-8859-1.</param>
/// <param name="Status">The parser's answer.</param>
/// <param name="Error">The refusal, if any.</param>
/// <param name="Position">The refusal's offset, or the octets examined; −1 where the answer is Done.</param>
public sealed record HeadSample(string Name, string Text, OperationStatus Status, ParseError Error, int Position)
{
    /// <summary>The octets.</summary>
    public byte[] Octets => System.Text.Encoding.Latin1.GetBytes(Text);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The sample table of the request head, for tests, laws, bench and fuzz seeds alike.</summary>
public static class RequestHeads
{
    /// <summary>Heads that are whole and valid.</summary>
    public static IReadOnlyList<string> Valid { get; } =
    [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: example.org\r\n\r\n",
        "CONNECT server.example.com:80 HTTP/1.1\r\nHost: server.example.com:80\r\n\r\n",
        "CONNECT [2001:db8::1]:443 HTTP/1.1\r\nHost: [2001:db8::1]:443\r\n\r\n",
        "GET http://www.example.org/pub/WWW/TheProject.html HTTP/1.1\r\nHost: www.example.org\r\n\r\n",
        "GET http://user:pass@www.example.org:8080/?q HTTP/1.1\r\nHost: www.example.org:8080\r\n\r\n",
        "GET http://[::1]:80/ HTTP/1.1\r\nHost: [::1]\r\n\r\n",
        "GET http://www.example.org HTTP/1.1\r\nHost: www.example.org\r\n\r\n",
        "GET urn:isbn:0451450523 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /where?q=now HTTP/1.1\r\nHost: www.example.org\r\n\r\n",
        "get / HTTP/1.1\r\nHost: a\r\n\r\n",
        "M-SEARCH /x HTTP/1.1\r\nHost: a\r\nMAN: \"ssdp:discover\"\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:a\r\nEmpty:\r\nBlank: \t \r\nTabbed:\tx\ty\t\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: \xE9\xFF\x80\r\n\r\n",
        "GET /a[]=%zz%41 HTTP/1.1\r\nHost: a\r\n!#$%&'*+-.^_`|~09: v\r\n\r\n",
        "GET /wp-content/uploads/2010/03/hello-kitty-darth-vader-pink.jpg HTTP/1.1\r\nHost: www.kittyhell.com\r\n" +
        "User-Agent: Mozilla/5.0 (Macintosh; U; Intel Mac OS X 10.6; ja-JP-mac; rv:1.9.2.3) Gecko/20100401 Firefox/3.6.3 Pathtraq/0.9\r\n" +
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Language: ja,en-us;q=0.7,en;q=0.3\r\n" +
        "Accept-Encoding: gzip,deflate\r\nAccept-Charset: Shift_JIS,utf-8;q=0.7,*;q=0.7\r\nKeep-Alive: 115\r\nConnection: keep-alive\r\n" +
        "Cookie: wp_ozh_wsa_visits=2; wp_ozh_wsa_visit_lasttime=xxxxxxxxxx; __utma=xxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx.x; " +
        "__utmz=xxxxxxxxx.xxxxxxxxxx.x.x.utmccn=(referral)|utmcsr=reader.livedoor.com|utmcct=/reader/|utmcmd=referral\r\n\r\n",
    ];

    /// <summary>Heads that are refused, each with its error and the first offending octet.</summary>
    public static IReadOnlyList<HeadSample> Refused { get; } =
    [
        Bad("method empty", " / HTTP/1.1\r\n\r\n", ParseError.BadMethod, 0),
        Bad("method with NUL", "G\0T / HTTP/1.1\r\n\r\n", ParseError.BadMethod, 1),
        Bad("method with parenthesis", "( / HTTP/1.1\r\n\r\n", ParseError.BadMethod, 0),
        Bad("method of 33", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG / HTTP/1.1\r\n\r\n", ParseError.MethodTooLong, 32),
        Bad("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\n\r\n", ParseError.BadMethod, 2),
        Bad("empty line of LF first", "\nGET / HTTP/1.1\r\n\r\n", ParseError.BareLf, 0),
        Bad("CR without LF first", "\rGET / HTTP/1.1\r\n\r\n", ParseError.BareCr, 1),
        Bad("HTAB after method", "GET\t/ HTTP/1.1\r\n\r\n", ParseError.BadMethod, 3),
        Bad("LF after method", "GET\n/ HTTP/1.1\r\n\r\n", ParseError.BadMethod, 3),
        Bad("two spaces after method", "GET  / HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 4),
        Bad("two spaces after target", "GET /  HTTP/1.1\r\n\r\n", ParseError.BadVersion, 6),
        Bad("fragment in target", "GET /a#b HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 6),
        Bad("backslash in target", "GET /a\\b HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 6),
        Bad("NUL in target", "GET /a\0b HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 6),
        Bad("DEL in target", "GET /\x7Fhello HTTP/1.0\r\n\r\n", ParseError.BadRequestTarget, 5),
        Bad("0xA0 in target", "GET /\u00A0 HTTP/1.0\r\n\r\n", ParseError.BadRequestTarget, 5),
        Bad("query for a target", "GET ? HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 4),
        Bad("asterisk for GET", "GET * HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 4),
        Bad("asterisk with more", "OPTIONS *x HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 9),
        Bad("path for CONNECT", "CONNECT /x HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 8),
        Bad("CONNECT without port", "CONNECT a.example HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 17),
        Bad("CONNECT with empty port", "CONNECT a.example: HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 18),
        Bad("CONNECT with port 65536", "CONNECT a:65536 HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 14),
        Bad("absolute without host", "GET http:// HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 11),
        Bad("absolute with empty host", "GET http://:80 HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 14),
        Bad("absolute with bad port", "GET http://h:8x/ HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 15),
        Bad("absolute with two ats", "GET http://u@v@h/ HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 14),
        Bad("absolute with half an escape in its host", "GET http://h%4/ HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 14),
        Bad("absolute with a wrong address", "GET http://[::1::2]/ HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 18),
        Bad("absolute of one slash", "GET http:/h/ HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 10),
        Bad("unclosed IP literal", "GET http://[::1/ HTTP/1.1\r\n\r\n", ParseError.BadRequestTarget, 15),
        Bad("no version", "GET /\r\nHost: a\r\n\r\n", ParseError.BadVersion, 5),
        Bad("no version, LF", "GET /\nHost: a\r\n\r\n", ParseError.BadVersion, 5),
        Bad("lower case version", "GET / http/1.1\r\n\r\n", ParseError.BadVersion, 6),
        Bad("version 1.2", "GET / HTTP/1.2\r\n\r\n", ParseError.UnsupportedVersion, 13),
        Bad("version 2.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", ParseError.BadRequestTarget, 4),
        Bad("version 2.0 on a path", "GET / HTTP/2.0\r\n\r\n", ParseError.UnsupportedVersion, 13),
        Bad("version 0.9", "GET / HTTP/0.9\r\n\r\n", ParseError.UnsupportedVersion, 13),
        Bad("version 01.1", "GET / HTTP/01.1\r\n\r\n", ParseError.BadVersion, 12),
        Bad("version 1.", "GET / HTTP/1.\r\n\r\n", ParseError.BadVersion, 13),
        Bad("version of many digits", "GET / HTTP/4294967295.255\r\n\r\n", ParseError.BadVersion, 12),
        Bad("space after version", "GET / HTTP/1.1 \r\n\r\n", ParseError.BadVersion, 14),
        Bad("exclamation mark, line unended", "GET / HTTP/1!", ParseError.BadVersion, 12),
        Bad("LF after version", "GET / HTTP/1.1\nHost: a\n\n", ParseError.BareLf, 14),
        Bad("CR X after version", "GET / HTTP/1.1\rX\n", ParseError.BareCr, 15),
        Bad("field name empty", "GET / HTTP/1.1\r\n: a\r\n\r\n", ParseError.BadFieldName, 16),
        Bad("field name with NUL", "GET / HTTP/1.1\r\na\0b: c\r\n\r\n", ParseError.BadFieldName, 17),
        Bad("field name with 0xFF", "GET / HTTP/1.1\r\na\u00FF: c\r\n\r\n", ParseError.BadFieldName, 17),
        Bad("field name with slash", "GET / HTTP/1.1\r\na/b: c\r\n\r\n", ParseError.BadFieldName, 17),
        Bad("no colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", ParseError.MissingColon, 20),
        Bad("no colon, LF", "GET / HTTP/1.1\r\nHost\n\r\n", ParseError.MissingColon, 20),
        Bad("space before colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", ParseError.SpaceBeforeColon, 20),
        Bad("HTAB before colon", "GET / HTTP/1.1\r\nHost\t: a\r\n\r\n", ParseError.SpaceBeforeColon, 20),
        Bad("space before first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", ParseError.SpaceBeforeFirstField, 16),
        Bad("folded line", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", ParseError.ObsFold, 25),
        Bad("folded line, HTAB", "GET / HTTP/1.1\r\nHost: a\r\n\tb\r\n\r\n", ParseError.ObsFold, 25),
        Bad("NUL in value", "GET / HTTP/1.1\r\na: b\0\r\n\r\n", ParseError.BadFieldValue, 20),
        Bad("ESC in value", "GET / HTTP/1.1\r\na: \x1B\r\n\r\n", ParseError.BadFieldValue, 19),
        Bad("DEL in value", "GET / HTTP/1.1\r\na: \x7F\r\n\r\n", ParseError.BadFieldValue, 19),
        Bad("CR in value", "GET / HTTP/1.1\r\na: b\rc\r\n\r\n", ParseError.BareCr, 21),
        Bad("two CRs", "GET / HTTP/1.1\r\na: b\r\r\n\r\n", ParseError.BareCr, 21),
        Bad("LF after value", "GET / HTTP/1.1\r\na: b\nc: d\r\n\r\n", ParseError.BareLf, 20),
        Bad("LF for the empty line", "GET / HTTP/1.1\r\na: b\r\n\n", ParseError.BareLf, 22),
        Bad("CR CR for the empty line", "GET / HTTP/1.1\r\na: b\r\n\r\r", ParseError.BareCr, 23),
        Bad("CR X for the empty line", "GET / HTTP/1.1\r\na: b\r\n\rX", ParseError.BareCr, 23),
    ];

    private static HeadSample Bad(string name, string text, ParseError error, int position) =>
        new(name, text, OperationStatus.InvalidData, error, position);
}
