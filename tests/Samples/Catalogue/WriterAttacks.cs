namespace HiPerf.Samples.Catalogue;

/// <summary>WR-01 to WR-03, WR-05 and WR-08: what a caller must not be able to write.</summary>
public static class WriterAttacks
{
    public static IReadOnlyList<WriterAttack> All { get; } = [.. Values(), .. Characters, .. Names(), .. StartLines, .. Framings(), .. Locations];

    // Every control but HTAB, alone, at either end and inside.
    private static IEnumerable<WriterAttack> Values()
    {
        foreach (int control in Enumerable.Range(0, 32).Append(0x7F).Where(c => c != '\t'))
        {
            yield return new("WR-01", $"0x{control:X2} inside", WriterSlot.FieldValue, $"a{(char)control}b");
        }

        yield return new("WR-01", "CR LF and a field", WriterSlot.FieldValue, "a\r\nX: y");
        yield return new("WR-01", "CR LF and a message", WriterSlot.FieldValue, "a\r\n\r\nGET / HTTP/1.1\r\n\r\n");
        yield return new("WR-01", "CR LF and a space, a fold", WriterSlot.FieldValue, "a\r\n b");
        yield return new("WR-01", "CR alone", WriterSlot.FieldValue, "\r");
        yield return new("WR-01", "LF alone", WriterSlot.FieldValue, "\n");
        yield return new("WR-01", "LF at the end", WriterSlot.FieldValue, "a\n");
        yield return new("WR-01", "NUL at the start", WriterSlot.FieldValue, "\0a");
        yield return new("WR-01", "space at the start", WriterSlot.FieldValue, " a");
        yield return new("WR-01", "space at the end", WriterSlot.FieldValue, "a ");
        yield return new("WR-01", "HTAB at the start", WriterSlot.FieldValue, "\ta");
        yield return new("WR-01", "HTAB at the end", WriterSlot.FieldValue, "a\t");
        yield return new("WR-01", "space alone", WriterSlot.FieldValue, " ");
    }

    // Characters whose low octet would end a line, and others that no octet stands for.
    private static IReadOnlyList<WriterAttack> Characters =>
    [
        new("WR-01", "U+010A, low octet LF", WriterSlot.FieldCharacters, "a\u010Ab"),
        new("WR-01", "U+010D, low octet CR", WriterSlot.FieldCharacters, "a\u010Db"),
        new("WR-01", "U+560A, low octet LF", WriterSlot.FieldCharacters, "a\u560Ab"),
        new("WR-01", "U+560D, low octet CR", WriterSlot.FieldCharacters, "a\u560Db"),
        new("WR-01", "U+0100, low octet NUL", WriterSlot.FieldCharacters, "a\u0100b"),
        new("WR-01", "U+2028, LINE SEPARATOR", WriterSlot.FieldCharacters, "a\u2028b"),
        new("WR-01", "U+1F600, a surrogate pair", WriterSlot.FieldCharacters, "\uD83D\uDE00"),
        new("WR-01", "half a surrogate pair", WriterSlot.FieldCharacters, "a\uD80Ab"),
    ];

    private static IEnumerable<WriterAttack> Names()
    {
        foreach (string name in (string[])["", " ", "a b", "a:", "a\r\n", "a\0", "a\n", "\ta", "a\u007F", "a\u0080", "a\u00FF"])
        {
            yield return new("WR-02", $"no token: {string.Join(' ', name.Select(c => $"{(int)c:X2}"))}", WriterSlot.FieldName, name);
        }

        foreach (char delimiter in "\"(),/;<=>?@[\\]{}")
        {
            yield return new("WR-02", $"delimiter {delimiter}", WriterSlot.FieldName, $"a{delimiter}b");
        }

        foreach (string name in (string[])["Content-Length", "Transfer-Encoding", "Connection", "Host", "Trailer", "content-length", "TRANSFER-ENCODING", "cOnNeCtIoN", "hOST", "trailer"])
        {
            yield return new("WR-02", $"{name} by hand", WriterSlot.FieldName, name);
        }

        // Fields that route, frame, authenticate or control may not trail. RFC 9110 section 6.5.1.
        foreach (string name in (string[])["Content-Length", "Transfer-Encoding", "Connection", "Host", "Trailer", "Authorization", "Set-Cookie", "Content-Encoding", "Content-Type", "Content-Range", "TE", "Expect", "Range", "Max-Forwards", "Cache-Control"])
        {
            yield return new("WR-03", $"{name} for a trailer", WriterSlot.TrailerName, name);
        }

        foreach ((string what, string text) in ((string, string)[])[("semicolon", "a;b"), ("CR LF and a field", "a\r\nX: y"), ("LF", "a\nb"), ("NUL", "a\0b"), ("DEL", "a\u007Fb"), ("space at its start", " a")])
        {
            yield return new("WR-03", $"cookie name with {what}", WriterSlot.CookieName, text);
            yield return new("WR-03", $"cookie value with {what}", WriterSlot.CookieValue, text);
        }

        yield return new("WR-03", "cookie name with an equals sign", WriterSlot.CookieName, "a=b");
        yield return new("WR-03", "trailer name that is no token", WriterSlot.TrailerName, "a b");
        yield return new("WR-03", "trailer name with CR LF", WriterSlot.TrailerName, "a\r\nb");
        yield return new("WR-03", "trailer value with CR LF", WriterSlot.TrailerValue, "a\r\nb");
        yield return new("WR-03", "trailer value with NUL", WriterSlot.TrailerValue, "a\0b");
        yield return new("WR-03", "trailer value with a space at its end", WriterSlot.TrailerValue, "a ");
    }

    private static IReadOnlyList<WriterAttack> StartLines =>
    [
        new("WR-02", "keep-alive and close together", WriterSlot.Options, "Close, KeepAlive"),
        new("WR-02", "option that is not Connection's", WriterSlot.Options, "ExpectContinue"),
        new("WR-02", "negative length", WriterSlot.Length, "-1"),
        new("WR-03", "empty method", WriterSlot.Method, ""),
        new("WR-03", "method with a space", WriterSlot.Method, "GET /x"),
        new("WR-03", "method with CR LF", WriterSlot.Method, "GET\r\n"),
        new("WR-03", "method with NUL", WriterSlot.Method, "G\0T"),
        new("WR-03", "method with a delimiter", WriterSlot.Method, "G(T"),
        new("WR-03", "method with 0x80", WriterSlot.Method, "GET\u0080"),
        new("WR-03", "empty target", WriterSlot.Target, ""),
        new("WR-03", "target with a space", WriterSlot.Target, "/ HTTP/1.1"),
        new("WR-03", "target with CR LF", WriterSlot.Target, "/\r\nX: y"),
        new("WR-03", "target with LF", WriterSlot.Target, "/\n"),
        new("WR-03", "target with NUL", WriterSlot.Target, "/\0"),
        new("WR-03", "target with HTAB", WriterSlot.Target, "/\t"),
        new("WR-03", "target with DEL", WriterSlot.Target, "/\u007F"),
        new("WR-03", "target with 0x80", WriterSlot.Target, "/\u0080"),
        new("WR-03", "target with a fragment", WriterSlot.Target, "/#a"),
        new("WR-03", "target with a backslash", WriterSlot.Target, "/\\a"),
        new("WR-03", "relative target", WriterSlot.Target, "a"),
        new("WR-03", "asterisk for GET", WriterSlot.Target, "*"),
        new("WR-03", "URL without a host", WriterSlot.Target, "http:///"),
        new("WR-03", "URL with user and password", WriterSlot.Target, "http://u:p@a/"),
        new("WR-03", "URL of another host", WriterSlot.Target, "http://b/"),
        new("WR-03", "another host for CONNECT", WriterSlot.ConnectTarget, "b:443"),
        new("WR-03", "path for CONNECT", WriterSlot.ConnectTarget, "/"),
        new("WR-03", "host without a port for CONNECT", WriterSlot.ConnectTarget, "a"),
        new("WR-03", "host with CR LF", WriterSlot.Host, "a\r\nX: y"),
        new("WR-03", "host with a space", WriterSlot.Host, "a b"),
        new("WR-03", "host with userinfo", WriterSlot.Host, "u@a"),
        new("WR-03", "host with a path", WriterSlot.Host, "a/"),
        new("WR-03", "host with a bad port", WriterSlot.Host, "a:x"),
        new("WR-03", "no host where the target has one", WriterSlot.AbsoluteHost, ""),
        new("WR-03", "host other than the target's", WriterSlot.AbsoluteHost, "b"),
        new("WR-03", "reason with CR", WriterSlot.Reason, "a\rb"),
        new("WR-03", "reason with LF", WriterSlot.Reason, "a\nb"),
        new("WR-03", "reason with CR LF and a field", WriterSlot.Reason, "OK\r\nX: y"),
        new("WR-03", "reason with NUL", WriterSlot.Reason, "a\0b"),
        new("WR-03", "reason with VT", WriterSlot.Reason, "a\u000Bb"),
        new("WR-03", "reason with DEL", WriterSlot.Reason, "a\u007Fb"),
        new("WR-03", "status 99", WriterSlot.Status, "99"),
        new("WR-03", "status 600", WriterSlot.Status, "600"),
        new("WR-03", "status 1000", WriterSlot.Status, "1000"),
        new("WR-03", "status 0", WriterSlot.Status, "0"),
        new("WR-03", "status -200", WriterSlot.Status, "-200"),
        new("WR-03", "chunk of no octets", WriterSlot.ChunkSize, "0"),
        new("WR-03", "chunk of -1", WriterSlot.ChunkSize, "-1"),
    ];

    // Statuses that have no content, and requests, whose content cannot end with the connection.
    private static IEnumerable<WriterAttack> Framings()
    {
        foreach (int status in (int[])[100, 101, 103, 199, 204])
        {
            foreach (string kind in (string[])["Length", "Chunked", "UntilClose"])
            {
                yield return new("WR-05", $"{status} with framing {kind}", WriterSlot.ResponseFraming, $"{status} {kind}");
            }
        }

        yield return new("WR-05", "304 with framing Chunked", WriterSlot.ResponseFraming, "304 Chunked");
        yield return new("WR-05", "304 with framing UntilClose", WriterSlot.ResponseFraming, "304 UntilClose");
        yield return new("WR-05", "request with framing UntilClose", WriterSlot.RequestFraming, "UntilClose");
    }

    // What a user's text would do to a redirect or a download, were it written as it is.
    private static IReadOnlyList<WriterAttack> Locations =>
    [
        new("WR-08", "Location with CR LF", WriterSlot.FieldValue, "/x\r\nSet-Cookie: a=b"),
        new("WR-08", "Location with LF", WriterSlot.FieldValue, "/x\nSet-Cookie: a=b"),
        new("WR-08", "file name with CR LF", WriterSlot.FieldValue, "attachment; filename=\"a\r\nX: y\""),
        new("WR-08", "file name with NUL", WriterSlot.FieldValue, "attachment; filename=\"a\0.exe\""),
        new("WR-08", "Location beyond ISO-8859-1", WriterSlot.FieldCharacters, "/\u4E2D\u010A"),
        new("WR-08", "file name beyond ISO-8859-1", WriterSlot.FieldCharacters, "attachment; filename=\"\u540D.txt\""),
    ];
}
