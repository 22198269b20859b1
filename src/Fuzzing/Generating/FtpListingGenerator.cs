using FsCheck;
using FsCheck.Fluent;
using HiPerf.Ftp;

namespace HiPerf.Fuzzing;

/// <summary>Generates listings, and what makes one hostile.</summary>
internal static class FtpListingGenerator
{
    private const string NameOctets = TextGenerator.Letters + TextGenerator.Digits + "._-+~#$()[]{}=;,%&@!'\u0080\u00C3\u00A9\u00FF";

    private static readonly FtpListingFormat[] s_formats =
    [
        FtpListingFormat.Unix, FtpListingFormat.Dos, FtpListingFormat.Vms, FtpListingFormat.OS400, FtpListingFormat.NetWare, FtpListingFormat.OS2, FtpListingFormat.Eplf, FtpListingFormat.Mlsx,
        FtpListingFormat.NonStop, FtpListingFormat.Mac, FtpListingFormat.ConnectEnterprise,
    ];

    /// <summary>What mutations insert.</summary>
    public static string[] Inserts { get; } =
    [
        "\n", "\r\n", "\r", " ", "  ", "\t", "\0", "/", "\\", "..", " -> ", "-rw-r--r-- 1 u g 5 ", "d", "l", "Jan 25 00:17", "Feb 29 ", " 2001 ", "2001-02-03 04:05", "+0100", "<DIR>", "12-31-97  03:31PM ",
        ";1", "A.B;1\r\n ", " 1/2 2-JUN-1998 07:32:04 ", "[A,B]", "(RWED,,,)", "Volume Unit ", "Name  VV.MM ", "3390 2004/06/23 1 1 FB 128 6144 PS A.B", "JOB01906 OUTPUT", "*STMF ", "*MEM ",
        "d [RWCEAFMS] ", "   0 DIR ", "+i1,m1,r,s1,\t", "101 1 18-Dec-13 14:12:10 1,1 \"nnnn\"", "type=file;", "size=", "modify=20141022065102;", "unique=1;", "total 1", "18446744073709551616", "-1", "99999999999", ",", ":",
    ];

    public static Gen<FtpListingCase> Listings { get; } =
        from format in Gen.Elements(s_formats)
        from listing in Of(format)
        select listing;

    /// <summary>Listings of one format.</summary>
    public static Gen<FtpListingCase> Of(FtpListingFormat format) =>
        from count in Gen.Frequency((4, Gen.Choose(1, 3)), (1, Gen.Choose(4, 30)))
        from entries in Entry(format).ArrayOf(count)
        from lf in Gen.Elements("\r\n", "\n")
        select new FtpListingCase(format, entries, lf);

    public static IEnumerable<FtpListingCase> Shrink(FtpListingCase listing) =>
        TextGenerator.ShrinkList(listing.Entries, _ => true, _ => []).Select(entries => listing with { Entries = entries });

    private static Gen<FtpListingEntryCase> Entry(FtpListingFormat format) =>
        from kind in Gen.Choose(0, Kinds(format))
        from size in Gen.Frequency((3, Gen.Choose(0, 100_000).Select(n => (long)n)), (1, Gen.Choose(0, 1_000_000).Select(n => n * 1_000_003L)))
        from day in Gen.Choose(0, 34_000)
        from second in Gen.Choose(0, 86_399)
        from stem in TextGenerator.Of(NameOctets, 1, 40)
        from target in TextGenerator.Of(TextGenerator.Letters + "/.", 1, 20)
        let isFolder = kind == 1
        select new FtpListingEntryCase(
            kind == 2 ? FtpEntryType.Link : isFolder ? FtpEntryType.Directory : FtpEntryType.File, size, Time(format, day, second), Name(format, stem, isFolder), kind == 2 ? target : null);

    // Files alone, or folders too, or links too.
    private static int Kinds(FtpListingFormat format) => format switch
    {
        FtpListingFormat.Unix or FtpListingFormat.Mlsx => 2,
        FtpListingFormat.NonStop or FtpListingFormat.ConnectEnterprise => 0,
        _ => 1,
    };

    // Two-digit years reach from 1970 to 2069; from 1970 on in all.
    private static DateTime Time(FtpListingFormat format, int day, int second)
    {
        DateTime date = DateTime.UnixEpoch.AddDays(day);
        return format switch
        {
            FtpListingFormat.Unix or FtpListingFormat.NetWare or FtpListingFormat.Mac or FtpListingFormat.ConnectEnterprise => date,
            FtpListingFormat.Dos or FtpListingFormat.OS2 => date.AddSeconds(second - (second % 60)),
            _ => date.AddSeconds(second),
        };
    }

    private static string Name(FtpListingFormat format, string stem, bool isFolder) => format switch
    {
        FtpListingFormat.Vms => Plain(stem) + (isFolder ? "_.DIR" : "_.TXT"),
        FtpListingFormat.NonStop => "N" + Plain(stem)[..Math.Min(7, Plain(stem).Length)],
        _ => stem,
    };

    private static string Plain(string stem) => string.Concat(stem.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
