using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates mutated messages.</summary>
internal static class HostileGenerator
{
    // What attacks on HTTP and URL parsers are made of.
    private static readonly string[] s_inserts =
    [
        "\r", "\n", "\r\n", "\r\n\r\n", "\n\n", "\r\r\n", " ", "\t", " \t ", "\0", "\u007F", "\u0080", "\u00FF", "\u0085", ":", "::", " :", ",", ";", "=", "\"", "\\", "/", "//", "?", "#", "@",
        "[", "]", "%", "%0", "%00", "%0d%0a", "*", "(", "{", "+", "-", "0x", "0", "00000000000000000", "ffffffffffffffff", "7fffffffffffffff", "65536",
        "http://:", "http://[::1@", "http://u@[", "http://a:b", "http://%4", "1::1", "::ffff:1.2.3.4",
        "HTTP/1.1", "HTTP/2.0", "HTTP/1.1\r\n", "GET ", "CONNECT ", "http://", "Host: b\r\n", "Content-Length: 1\r\n", "Content-Length: +1\r\n", "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: gzip, chunked\r\n", "\r\n folded", "\r\n\t", "0\r\n\r\n", "1\r\nx\r\n",
        "\r\n--b-", "\r\n--b---", "--b-", "--b-\r\n", "\r\n--b-\r\n\r\n", "\r\n--b---\r\n", "&", "=", "%4", "%26", "%3D",
    ];

    public static Gen<Hostile<T>> Of<T>(Gen<T> messages)
        where T : IWireMessage => Of(messages, s_inserts);

    /// <summary>Mutated messages, with inserts of their own kind.</summary>
    public static Gen<Hostile<T>> Of<T>(Gen<T> messages, string[] inserts)
        where T : IWireMessage =>
        Gen.Frequency(
            (12, from message in messages from count in Gen.Frequency((4, Gen.Constant(1)), (2, Gen.Choose(2, 4))) from wire in Mutate(message.Wire, count, inserts) select new Hostile<T>(wire)),
            (4, from message in messages from wire in Deviate(message.Wire) select new Hostile<T>(wire)),
            (1, TextGenerator.Any(300).Select(wire => new Hostile<T>(wire))),
            (1, Gen.Elements(inserts).ArrayOf(12).Select(parts => new Hostile<T>(string.Concat(parts)))));

    public static IEnumerable<Hostile<T>> Shrink<T>(Hostile<T> hostile)
        where T : IWireMessage =>
        TextGenerator.Shrink(hostile.Wire, 0, 'a').Select(wire => new Hostile<T>(wire));

    // What leniency flags let pass, line by line: other line ends, folds, white space before a colon.
    private static Gen<string> Deviate(string wire) =>
        from choices in Gen.Choose(0, 63).ArrayOf(64)
        let lines = wire.Split("\r\n")
        select string.Concat(lines.Select((line, i) => Deviate(line, i == lines.Length - 1, choices[i % 64])));

    private static string Deviate(string line, bool last, int choice)
    {
        // A status-line that ends right after its code.
        if ((choice & 32) == 0 && line.Length > 12 && line.StartsWith("HTTP/1.", StringComparison.Ordinal))
        {
            return Deviate(line[..12], last, choice | 32);
        }

        int colon = (choice & 8) == 0 ? line.IndexOf(':', StringComparison.Ordinal) : -1;
        string text = colon < 0 ? line : line.Insert(colon, (choice & 16) == 0 ? " " : "\t ");
        return text + (last ? "" : (choice & 7) switch { 0 or 1 => "\n", 2 => "\r\n ", 3 => "\n\t \n b", _ => "\r\n" });
    }

    private static Gen<string> Mutate(string wire, int count, string[] inserts) =>
        count == 0 ? Gen.Constant(wire) : MutateOnce(wire, inserts).SelectMany(mutated => Mutate(mutated, count - 1, inserts));

    private static Gen<string> MutateOnce(string wire, string[] inserts) =>
        from at in Gen.Choose(0, wire.Length)
        from kind in Gen.Choose(0, 9)
        from octet in Gen.Choose(0, 255)
        from insert in Gen.Elements(inserts)
        from length in Gen.Frequency((3, Gen.Choose(1, 4)), (1, Gen.Choose(1, 100)))
        select Mutate(wire, at, kind, octet, insert, length);

    private static string Mutate(string wire, int at, int kind, int octet, string insert, int length)
    {
        int end = Math.Min(wire.Length, at + length);
        return kind switch
        {
            0 => wire[..at],
            1 => wire.Remove(at, end - at),
            2 => wire.Insert(at, wire[at..end]),
            3 when at < wire.Length => wire[..at] + (char)(wire[at] ^ (1 << (octet & 7))) + wire[(at + 1)..],
            4 or 5 when at < wire.Length => wire[..at] + (char)octet + wire[(at + 1)..],
            6 when at < wire.Length => wire[..at] + insert + wire[(at + 1)..],
            _ => wire.Insert(at, insert),
        };
    }
}
