using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-35: a request that comes octet by octet and would be read again and again by a parser that begins anew each time.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Sent">The request, ISO-8859-1: valid by limits that let it through.</param>
public sealed record WorkAttack(string Id, string What, string Sent) : ICatalogued
{
    public override string ToString() => $"{Id}: {What}";
}

/// <summary>The rows of RQ-35.</summary>
public static class WorkAttacks
{
    public static IReadOnlyList<WorkAttack> All { get; } =
    [
        new("RQ-35", "field line of 32 KiB", Get("X: " + new string('x', 32 * 1024))),
        new("RQ-35", "name of 32 KiB", Get(new string('n', 32 * 1024) + ": y")),
        new("RQ-35", "target of 8 KiB", $"GET /{new string('a', 8 * 1024)} HTTP/1.1\r\nHost: a\r\n\r\n"),
        new("RQ-35", "8 KiB of backslashes in a quoted value", Get("X: \"" + new string('\\', 8 * 1024) + "\"")),
        new("RQ-35", "8 KiB of backslashes in a quoted chunk extension", Chunked("5;a=\"" + new string('\\', 8 * 1024) + "\"\r\nhello\r\n0\r\n\r\n")),
        new("RQ-35", "one name a hundred times", Get(Times(98, "Cookie: a=b\r\n") + "Cookie: a=b")),
        new("RQ-35", "a hundred unknown names of one length and one first letter", Get(string.Join("\r\n", Enumerable.Range(0, 99).Select(i => $"x-{i:D10}: y")))),
        new("RQ-35", "a hundred empty values", Get(string.Join("\r\n", Enumerable.Repeat("X:", 99)))),
        new("RQ-35", "4 KiB of trailers", Chunked("0\r\n" + Times(15, $"A: {new string('x', 200)}\r\n") + "\r\n")),
        new("RQ-35", "list of 8,000 empty options", Get("Connection: " + new string(',', 8000) + "close")),
        new("RQ-35", "a thousand chunks of sixteen octets", Chunked(Times(1000, "10\r\n0123456789abcdef\r\n") + "0\r\n\r\n")),
    ];
}
