namespace HiPerf.Samples.Catalogue;

/// <summary>What a client throws at a server for Gopher beside <see cref="GopherServerAttacks"/>, and what lies in its folder: the paths of FS-08 by Gopher+, GO-05, GO-06, the names of WR-11. The folder holds
/// <c>hello.txt</c> of five octets, <c>sub/a.txt</c> and a hidden file <c>.hidden</c>; it is known as localhost, port 70.</summary>
public static class GopherFolderAttacks
{
    private const string NotFound = "3There is nothing under this selector.\t\tnull.host\t1\r\n.\r\n";
    private const string NotFoundPlus = "--1\r\n1\r\nThere is nothing under this selector.\r\n.\r\n";
    private const string NoForm = "--1\r\n1\r\nThere is no form to fill in.\r\n.\r\n";
    private const string Empty = "7Search by name\t/odd/\tlocalhost\t70\r\n.\r\n";
    private const string Links = "Server.Tests/Gopher/GopherLinkTests";

    public static IReadOnlyList<GopherFolderAttack> All { get; } = [.. Paths, .. Requests, .. Names, .. Maps];

    /// <summary>The rows that are tests of their own.</summary>
    public static IReadOnlyList<Procedure> Procedures { get; } =
    [
        new("FS-08", "links out of the root through Gopher", Links, "Link_out_of_the_root_is_nothing_and_on_no_menu"),
        new("FS-08", "FIFO through Gopher", Links, "Fifo_is_nothing_and_on_no_menu"),
        new("GO-05", "request that drips", "Server.Tests/Gopher/GopherConnectionTests", "Request_that_takes_10_s_is_an_error"),
        new("GO-05", "answer that nobody takes", "Server.Tests/Gopher/GopherConnectionTests", "Client_that_takes_nothing_is_aborted_behind_60_s_and_its_rate"),
    ];

    private static IEnumerable<GopherFolderAttack> Paths =>
        from path in FtpServerAttacks.PathsOut
        from form in (string[])["!", "+"]
        select new GopherFolderAttack("FS-08", $"{form} of {FtpServerAttacks.Escaped(path)}", $"{path}\t{form}\r\n", NotFoundPlus);

    private static IReadOnlyList<GopherFolderAttack> Requests =>
    [
        new("GO-05", "no line end, then the end", "/hello.txt", "3That is no request of Gopher.\t\tnull.host\t1\r\n.\r\n"),
        new("GO-05", "two thousand words", "/\t" + string.Concat(Enumerable.Repeat("a ", 2000)) + "\r\n", "3That are too many words to look for."),
        new("GO-05", "item type before the selector", "0/hello.txt\r\n", NotFound),
        new("GO-05", "hidden name as words", "/\thidden\r\n", ".\r\n"),
        new("GO-05", "names above as words", "/\t../\r\n", ".\r\n"),
        new("GO-05", "pattern as words", "/\t.*[a-z]{1,9}$\r\n", ".\r\n"),
        new("GO-06", "representation of a text", "/hello.txt\t+\r\n", "+5\r\nhello"),
        new("GO-06", "representation that there is not", "/hello.txt\t+x\r\n", "--1\r\n1\r\nThere is no such view of it.\r\n.\r\n"),
        new("GO-06", "attributes of no known block", "/hello.txt\t!+X+Y\r\n", "+-1\r\n+INFO: 0hello.txt\t/hello.txt\tlocalhost\t70\t+\r\n.\r\n"),
        new("GO-06", "attributes of a directory that is none", "/hello.txt\t$\r\n", "--1\r\n1\r\nThere is no such view of it.\r\n.\r\n"),
        new("GO-06", "data block", "/hello.txt\t+\t1\r\n+-1\r\nanswer\r\n.\r\n", NoForm),
        new("GO-06", "data block without an end", "/hello.txt\t+\t1\r\n+-2\r\n" + new string('a', 100_000), NoForm),
        new("GO-06", "no words", "/\t\r\n", "3A search needs words to look for.\t\tnull.host\t1\r\n.\r\n"),
        new("GO-06", "no words by Gopher+", "/\t\t+\r\n", "--1\r\n1\r\nA search needs words to look for.\r\n.\r\n"),
        new("GO-06", "HTTP/0.9", "GET /\r\n", NotFound),
        new("GO-06", "SMTP", "EHLO a\r\nMAIL FROM:<a>\r\n", NotFound),
        new("GO-06", "SSH", "SSH-2.0-x\r\n", NotFound),
    ];

    // What no line holds is on none, and the menu ends where it should.
    private static IEnumerable<GopherFolderAttack> Names =>
        from name in (string[])["a\tb", "a\nb", "a\r\nb", "a\r\n.\r\n0x\tx\th\t70", "\x1b[2J", "a\x7f", "a\u0085b", "a\\b", ".\t", "a\u0001"]
        select new GopherFolderAttack("WR-11", $"name {FtpServerAttacks.Escaped(name)} in a folder", "/odd/\r\n", Empty, "odd/" + name);

    private static IEnumerable<GopherFolderAttack> Maps =>
        from map in (string[])["0a\rb\tc", "0a\tb\0\th\t70", "0a\tb\th h\t70", "0a\tb\th\t0", "a\r\r\n", "a\0", ".a\tb", "hA\tURL:javascript:alert(1)"]
        select new GopherFolderAttack("WR-11", $"{FtpServerAttacks.Escaped(map)} in a gophermap", "/odd/\r\n", "3Line 1 of the gophermap is no line of a menu.\t\tnull.host\t1\r\n.\r\n", "odd/gophermap", map);
}
