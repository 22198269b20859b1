namespace HiPerf.Samples.Catalogue;

/// <summary>A listing that is meant to hurt, and what is read of it.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Listing">The octets, ISO-8859-1, by default limits.</param>
/// <param name="Shows">Entries, headings, unrecognized lines; the error and its offset where it ends in one; the last name for people.</param>
public sealed record ListingAttack(string Id, string What, string Listing, string Shows) : ICatalogued
{
    public override string ToString() => $"{Id}: {What}";
}

/// <summary>FC-10: what a listing can do to its reader.</summary>
public static class ListingAttacks
{
    private const string Unix = "-rw-r--r-- 1 u g 5 Jan 25 00:17 ";

    public static IReadOnlyList<ListingAttack> All { get; } =
    [
        new("FC-10", "a million and one empty lines", new string('\n', 1_000_001), "0 1000000 0 TooManyListLines at 1000000"),
        new("FC-10", "a million and one entries", Wire.Times(1_000_001, " a\n"), "1000000 0 0 TooManyListLines at 3000000"),
        new("FC-10", "line of ten megabytes", Unix + new string('a', 10 * 1024 * 1024), "0 0 0 ListLineTooLong at 8192"),
        new("FC-10", "line of the most octets", Unix + new string('a', 8192 - 32) + "\n", "1 0 0"),
        new("FC-10", "line of one octet more", Unix + new string('a', 8193 - 32) + "\n", "0 0 0 ListLineTooLong at 8192"),
        new("FC-10", "listing without a line end", new string('x', 8192), "0 0 1"),
        new("FC-10", "8 KiB of spaces", new string(' ', 8192), "0 1 0"),
        new("FC-10", "8 KiB of numbers where the owner stands", "-rw-r--r-- " + Wire.Times(4000, "1 ") + "x", "0 0 1"),
        new("FC-10", "8 KiB of sizes with half a date behind", "-rw-r--r-- " + Wire.Times(1000, "1 Jan 5 "), "0 0 1"),
        new("FC-10", "8 KiB of facts", Wire.Times(2000, "a=b;") + " x", "1 0 0"),
        new("FC-10", "8 KiB of arrows", "lrwxrwxrwx 1 u g 5 Jan 25 00:17 a" + Wire.Times(2000, " -> "), "1 0 0"),
        new("FC-10", "names of VMS alone, line behind line", Wire.Times(1000, "A.B;1\n"), "0 0 1000"),
        new("FC-10", "names of VMS alone, each with a second line", Wire.Times(1000, "A.B;1\n  x\n"), "0 0 2000"),
        new("FC-10", "escapes of a terminal in a name", Unix + "\u001b[2J\u001b]0;x\u0007", "1 0 0"),
        new("FC-10", "escapes of a terminal for a line", "\u001b[2J\n", "0 0 1"),
        new("FC-10", "NUL in a name", Unix + "a\0b", "1 0 0"),
        new("FC-10", "CR in a name", Unix + "a\rb", "1 0 0"),
        new("FC-10", "negative size", "-rw-r--r-- 1 u g -1 Jan 25 00:17 a", "0 0 1"),
        new("FC-10", "negative size, facts", "type=file;size=-1; a", "0 0 1"),
        new("FC-10", "negative size, DOS", "08-07-15  07:50PM  -718 a", "0 0 1"),
        new("FC-10", "size beyond 64 bits", "-rw-r--r-- 1 u g 99999999999999999999 Jan 25 00:17 a", "0 0 1"),
        new("FC-10", "blocks beyond 64 bits of octets", "A.B;1 18446744073709551615 2-JUN-1998 07:32", "0 0 1"),
        new("FC-10", "day that is none", "-rw-r--r-- 1 u g 5 Feb 31 2001 a", "0 0 1"),
        new("FC-10", "year 0", "-rw-r--r-- 1 u g 5 Feb 1 0000 a", "0 0 1"),
        new("FC-10", "year of five digits", "-rw-r--r-- 1 u g 5 Feb 1 10000 a", "0 0 1"),
        new("FC-10", "zone that leaves time", "-rw-r--r-- 1 u g 5 0001-01-01 00:00:00.0 +1400 a", "0 0 1"),
        new("FC-10", "seconds beyond time, EPLF", "+m9223372036854775807,\ta", "0 0 1"),
        new("FC-10", "thousand-fold recursion of ls -R", Wire.Times(1000, "./a:\ntotal 0\n\n"), "0 3000 0"),
        new("FC-10", "every format in one listing", "type=file; a\n" + Unix + "a\n08-07-15  07:50PM  718 a\n+r,\ta\n", "4 0 0"),
    ];
}
