namespace HiPerf.Samples.Catalogue;

/// <summary>RS-01 to RS-08, the part of the client: whole responses as a peer sends them, and what opening and reading come to.</summary>
public static class ExchangeAttacks
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private const string Hello = Ok + "Content-Length: 5\r\n\r\nhello";
    private const string Chunked = Ok + "Transfer-Encoding: chunked\r\n\r\n";

    public static IReadOnlyList<ResponseAttack> All { get; } = [.. Interim, .. Ends, .. Broken(), .. Empty, .. Unsolicited, .. Bombs];

    private static string Hints(int count) => Wire.Times(count, "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n");

    private static IReadOnlyList<ResponseAttack> Interim =>
    [
        new("RS-01", "16 interim responses", Hints(16) + Hello, PeerDoes.KeepOpen, "reads hello") { IsReused = true },
        new("RS-01", "17 interim responses", Hints(17) + Hello, PeerDoes.KeepOpen, "LimitExceeded"),
        new("RS-01", "interim responses without an end", "", PeerDoes.Flood, "LimitExceeded") { Endless = Hints(1) },
        new("RS-01", "interim responses longer together than one head may be", Wire.Times(8, $"HTTP/1.1 103 Early Hints\r\nLink: {new string('a', 10_000)}\r\n\r\n") + Hello, PeerDoes.KeepOpen, "LimitExceeded"),
        new("RS-02", "101 that nobody asked for", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", PeerDoes.KeepOpen, "ProtocolViolation"),
        new("RS-02", "101 without a protocol", "HTTP/1.1 101 Switching Protocols\r\n\r\n", PeerDoes.KeepOpen, "ProtocolViolation"),
        new("RS-02", "101 to h2c", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n", PeerDoes.KeepOpen, "ProtocolViolation"),
        new("RS-02", "100 behind the final response", Hello + "HTTP/1.1 100 Continue\r\n\r\n", PeerDoes.KeepOpen, "reads hello"),
        new("RS-02", "100 with content", "HTTP/1.1 100 Continue\r\nContent-Length: 5\r\n\r\nhello" + Hello, PeerDoes.KeepOpen, "ProtocolViolation"),
        new("RS-02", "100 with a length and nothing behind it", "HTTP/1.1 100 Continue\r\nContent-Length: 5\r\n\r\n" + Hello, PeerDoes.KeepOpen, "ProtocolViolation"),
        new("RS-02", "103 with chunked content", "HTTP/1.1 103 Early Hints\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Hello, PeerDoes.KeepOpen, "ProtocolViolation"),
    ];

    private static IReadOnlyList<ResponseAttack> Ends =>
    [
        new("RS-03", "end before the length", Ok + "Content-Length: 5\r\n\r\nhell", PeerDoes.Fin, "Truncated"),
        new("RS-03", "end before any content", Ok + "Content-Length: 5\r\n\r\n", PeerDoes.Fin, "Truncated"),
        new("RS-03", "end inside a chunk", Chunked + "5\r\nhel", PeerDoes.Fin, "Truncated"),
        new("RS-03", "end before the last chunk", Chunked + "5\r\nhello\r\n", PeerDoes.Fin, "Truncated"),
        new("RS-03", "end before the final CRLF", Chunked + "5\r\nhello\r\n0\r\n", PeerDoes.Fin, "Truncated"),
        new("RS-03", "end inside the head", Ok + "Content-Le", PeerDoes.Fin, "Truncated"),
        new("RS-03", "reset before the length", Ok + "Content-Length: 5\r\n\r\nhell", PeerDoes.Reset, "ConnectionReset"),
        new("RS-03", "reset behind the whole content", Hello, PeerDoes.Reset, "reads hello"),
        new("RS-04", "end of a connection that frames its content", Ok + "\r\nhello", PeerDoes.Fin, "reads hello") { IsVerified = false },
        new("RS-04", "end of one of HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello", PeerDoes.Fin, "reads hello") { IsVerified = false },
        new("RS-04", "reset of a connection that frames its content", Ok + "\r\nhello", PeerDoes.Reset, "ConnectionReset"),
    ];

    // Whatever the parsers refuse fails the exchange.
    private static IEnumerable<ResponseAttack> Broken() => ResponseAttacks.All.Where(attack => attack.Id == "RS-05")
        .Select(attack => new ResponseAttack("RS-05", attack.What + ", to a client", attack.Text, PeerDoes.KeepOpen, "ProtocolViolation"));

    private static IReadOnlyList<ResponseAttack> Empty =>
    [
        new("RS-06", "octets behind a response to HEAD", Hello, PeerDoes.KeepOpen, "reads ") { Method = "HEAD" },
        new("RS-06", "octets behind 204", "HTTP/1.1 204 No Content\r\n\r\nhello", PeerDoes.KeepOpen, "reads "),
        new("RS-06", "octets behind 304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello", PeerDoes.KeepOpen, "reads "),
        new("RS-06", "response behind 204", "HTTP/1.1 204 No Content\r\n\r\n" + Hello, PeerDoes.KeepOpen, "reads "),
        new("RS-06", "octets behind an empty 205", "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\nhello", PeerDoes.KeepOpen, "reads "),
        new("RS-06", "205 with content", "HTTP/1.1 205 Reset Content\r\nContent-Length: 5\r\n\r\nhello", PeerDoes.KeepOpen, "ProtocolViolation"),
        new("RS-06", "response to HEAD and nothing behind it", Ok + "Content-Length: 5\r\n\r\n", PeerDoes.KeepOpen, "reads ") { Method = "HEAD", IsReused = true },
    ];

    private static IReadOnlyList<ResponseAttack> Unsolicited =>
    [
        new("RS-07", "a whole response behind the answer", Hello + Hello, PeerDoes.KeepOpen, "reads hello"),
        new("RS-07", "one octet behind the answer", Hello + "x", PeerDoes.KeepOpen, "reads hello"),
        new("RS-07", "CRLF behind the answer", Hello + "\r\n", PeerDoes.KeepOpen, "reads hello"),
        new("RS-07", "a response behind a chunked answer", Chunked + "5\r\nhello\r\n0\r\n\r\n" + Hello, PeerDoes.KeepOpen, "reads hello"),
        new("RS-07", "end behind the answer", Hello, PeerDoes.Fin, "reads hello"),
        new("RS-07", "nothing behind the answer", Hello, PeerDoes.KeepOpen, "reads hello") { IsReused = true },
    ];

    private static IReadOnlyList<ResponseAttack> Bombs =>
    [
        new("RS-08", "field lines without an end", Ok, PeerDoes.Flood, "LimitExceeded") { Endless = "A: b\r\n" },
        new("RS-08", "one field line without an end", Ok + "A: ", PeerDoes.Flood, "LimitExceeded") { Endless = "xxxxxxxxxxxxxxxx" },
        new("RS-08", "status-line without an end", "HTTP/1.1 200 ", PeerDoes.Flood, "LimitExceeded") { Endless = "xxxxxxxxxxxxxxxx" },
        new("RS-08", "long field lines without an end", Ok, PeerDoes.Flood, "LimitExceeded") { Endless = $"A: {new string('x', 10_000)}\r\n" },
        new("RS-08", "trailers without an end", Chunked + "0\r\n", PeerDoes.Flood, "LimitExceeded") { Endless = "A: b\r\n" },
        new("RS-08", "chunk extension without an end", Chunked + "5;", PeerDoes.Flood, "LimitExceeded") { Endless = "xxxxxxxxxxxxxxxx" },
    ];
}
