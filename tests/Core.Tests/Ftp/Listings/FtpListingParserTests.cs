using System.Text;
using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp.Listings;

public class FtpListingParserTests
{
    private const string UnixLine = "-rw-r--r-- 1 u g 5 Jan 25 00:17 a";
    private const string UnixShown = "Unix File 5 2024-01-25T00:17 a owner=u group=g permissions=rw-r--r--";

    public static TheoryData<FtpListLine> Entries => [.. FtpListings.Entries];

    public static TheoryData<string, string> Headings => [.. FtpListings.Headings.Select(h => (h.Format, h.Line))];

    public static TheoryData<string> Unrecognized => [.. FtpListings.Unrecognized];

    [Theory, MemberData(nameof(Entries))]
    public void Line_is_read_by_its_format(FtpListLine line)
    {
        string[] shown = [$"{line.Format} {line.Shows}"];
        FtpListingFormat format = Enum.Parse<FtpListingFormat>(line.Format);
        Assert.Equal(shown, ListingRun.Read(line.Line, format));
        Assert.Equal(shown, ListingRun.Read(line.Line + "\n", format));
        Assert.Equal([shown[0], shown[0]], ListingRun.Read($"{line.Line}\r\n{line.Line}\r\n", format));
    }

    [Theory, MemberData(nameof(Entries))]
    public void Line_is_read_without_being_told_the_format(FtpListLine line) =>
        Assert.Equal([$"{line.Format} {line.Shows}"], ListingRun.Read(line.Line + "\r\n"));

    [Theory, MemberData(nameof(Entries))]
    public void Line_is_a_name_to_the_reader_of_names(FtpListLine line)
    {
        string first = line.Line.Split("\r\n")[0];
        Assert.StartsWith($"Names Unknown - - {first}", ListingRun.Read(first, FtpListingFormat.Names)[0], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Headings))]
    public void Heading_is_no_entry(string format, string line) => Assert.Equal(["Heading"], ListingRun.Read(line + "\r\n", Enum.Parse<FtpListingFormat>(format)));

    [Theory, MemberData(nameof(Unrecognized))]
    public void Line_of_no_format_is_told_as_such(string line)
    {
        Assert.Equal(["Unrecognized"], ListingRun.Read(line + "\r\n"));
        Assert.Equal([UnixShown, "Unrecognized", UnixShown], ListingRun.Read($"{UnixLine}\n{line}\n{UnixLine}"));
    }

    [Fact]
    public void Names_are_lines_as_they_are() =>
        Assert.Equal(["Names Unknown - - a b", "Heading", "Names Unknown - -  ", "Names Unknown - - .. self", "Names Unknown - - \u00E9"], ListingRun.Read("a b\r\n\r\n \n..\n\u00E9", FtpListingFormat.Names));

    [Fact]
    public void Format_told_is_kept() => Assert.Equal(["Unrecognized", UnixShown], ListingRun.Read($"08-07-15  07:50PM 718 a\n{UnixLine}", FtpListingFormat.Unix));

    [Fact]
    public void Format_found_is_corrected_within_sixteen_lines()
    {
        string early = string.Concat(Enumerable.Repeat(UnixLine + "\n", 15));
        Assert.Equal("Dos File 718 2015-08-07T19:50 a", ListingRun.Read($"{early}08-07-15  07:50PM 718 a")[^1]);
        Assert.Equal("Unrecognized", ListingRun.Read($"{early}{UnixLine}\n08-07-15  07:50PM 718 a")[^1]);
    }

    [Fact]
    public void Sizes_that_add_up_by_chance_do_not_keep_the_wrong_format() => Assert.Equal(
        ["Mac File 1 2024-01-25T00:17 a permissions=rw-r--r--", "Unix File 9 2024-01-25T00:17 b owner=0 permissions=rw-r--r--", "Unix File 1 2024-01-25T00:17 a owner=0 permissions=rw-r--r--"],
        ListingRun.Read("-rw-r--r-- 1 0 1 Jan 25 00:17 a\n-rw-r--r-- 1 0 9 Jan 25 00:17 b\n-rw-r--r-- 1 0 1 Jan 25 00:17 a"));

    [Fact]
    public void Entry_of_two_lines_needs_white_space_on_the_second() => Assert.Equal(
        ["Unrecognized", "Vms File 512 1998-06-02T07:32 B.C version=2"], ListingRun.Read("A.B;1\r\nB.C;2 1 2-JUN-1998 07:32"));

    [Fact]
    public void Line_that_only_looks_like_half_an_entry_costs_the_next_one_nothing() =>
        Assert.Equal(["Unrecognized", UnixShown], ListingRun.Read($"A.B;1\r\n   {UnixLine}"));

    [Fact]
    public void Members_without_statistics_follow_their_heading() => Assert.Equal(
        ["Unrecognized", "Heading", "ZOS File - - SAVE04", "Heading", "ZOS File 632 - MOD1", "Unrecognized"],
        ListingRun.Read("SAVE04\n Name     VV.MM   Created       Changed      Size  Init   Mod   Id\n SAVE04   \n Name      Size     TTR   Alias-of AC\n MOD1      000278   000F1A             00 FO\n SAVE04\n"));

    [Theory]
    [InlineData(1, "Mar 11 12:00", "2024-03-11T12:00")]
    [InlineData(1, "Mar 11 12:01", "2023-03-11T12:01")]
    [InlineData(0, "Mar 10 12:00", "2024-03-10T12:00")]
    [InlineData(0, "Mar 10 12:01", "2023-03-10T12:01")]
    [InlineData(366, "Mar 11 12:00", "2025-03-11T12:00")]
    [InlineData(366, "Feb 29 12:00", "2024-02-29T12:00")]
    public void Year_is_the_latest_within_what_may_lie_ahead(int days, string date, string shown) =>
        Assert.Contains($" {shown} a ", ListingRun.Read($"-rw-r--r-- 1 u g 5 {date} a", maxFutureDays: days)[0], StringComparison.Ordinal);

    [Theory]
    [InlineData(2023, "2020-02-29")]
    [InlineData(1903, "1896-02-29")]
    [InlineData(1, "-")]
    public void Leap_day_is_that_of_the_last_leap_year(int year, string shown)
    {
        var parser = new FtpListingParser(FtpListingFormat.Unix, new DateTime(year, 3, 1).Ticks, 1);
        Assert.Contains($" {shown}", ListingRun.Read("-rw-r--r-- 1 u g 5 Feb 29 00:00 a", parser, FtpListingLimits.Default, out _)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_clock_a_time_without_a_year_is_unknown() =>
        Assert.Equal(["Unix File 5 - a owner=u group=g permissions=rw-r--r--"], ListingRun.Read(UnixLine, default, FtpListingLimits.Default, out _));

    [Fact]
    public void Clock_at_the_end_of_time_overflows_nothing()
    {
        var parser = new FtpListingParser(FtpListingFormat.Unix, DateTime.MaxValue.Ticks, 366);
        Assert.Contains(" 9999-01-25T00:17 ", ListingRun.Read(UnixLine, parser, FtpListingLimits.Default, out _)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(33, UnixShown)]
    [InlineData(32, "ListLineTooLong at 32")]
    public void Line_is_held_to_its_limit(int most, string shown)
    {
        var limits = new FtpListingLimits { MaxLine = most };
        Assert.Equal(33, UnixLine.Length);
        Assert.Equal([shown], ListingRun.Read(UnixLine, new FtpListingParser(FtpListingFormat.Unix, FtpListings.NowTicks), limits, out _));
        Assert.Equal([shown], ListingRun.Read(UnixLine + "\n", new FtpListingParser(FtpListingFormat.Unix, FtpListings.NowTicks), limits, out _));
    }

    [Theory]
    [InlineData(31, "Vms File 512 1998-06-02T07:32 A.B version=1")]
    [InlineData(30, "ListLineTooLong at 36")]
    public void Second_line_is_held_to_the_limit_too(int most, string shown)
    {
        const string entry = "A.B;1\n        1 2-JUN-1998 07:32     ";
        Assert.Equal(31, entry.Split('\n')[1].Length);
        Assert.Equal([shown], ListingRun.Read(entry, default, new FtpListingLimits { MaxLine = most }, out _));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(1, "TooManyListLines at 34")]
    public void Lines_are_counted(int most, string? error)
    {
        var limits = new FtpListingLimits { MaxLines = most };
        Assert.Equal([UnixShown, error ?? "Heading"], ListingRun.Read(UnixLine + "\n\n", new FtpListingParser(FtpListingFormat.Unix, FtpListings.NowTicks), limits, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 30) + 1)]
    public void Limits_out_of_range_throw(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FtpListingLimits { MaxLine = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FtpListingLimits { MaxLines = value });
    }

    [Fact]
    public void Arguments_out_of_range_throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FtpListingParser((FtpListingFormat)14));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FtpListingParser(FtpListingFormat.Unix, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FtpListingParser(FtpListingFormat.Unix, DateTime.MaxValue.Ticks + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FtpListingParser(FtpListingFormat.Unix, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FtpListingParser(FtpListingFormat.Unix, 0, 367));
    }

    [Fact]
    public void Error_and_end_are_final()
    {
        var parser = new FtpListingParser(FtpListingFormat.Unix);
        var limits = new FtpListingLimits { MaxLine = 1 };
        Assert.Equal((ParseError.ListLineTooLong, 1), Answer(parser.Parse("ab"u8, false, out _, limits)));
        Assert.Equal((ParseError.ListLineTooLong, 1), Answer(parser.Parse("\n"u8, true, out _, limits)));
        parser = default;
        Assert.True(parser.Parse([], false, out _, limits).NeedsMoreData);
        Assert.True(parser.Parse([], true, out FtpListEntry entry, limits).IsDone);
        Assert.Equal(FtpLineKind.End, entry.Kind);
        Assert.True(parser.IsComplete);
        Assert.Equal(0, parser.Parse("a\n"u8, true, out entry, limits).Consumed);
        Assert.Equal(FtpLineKind.End, entry.Kind);
    }

    [Fact]
    public void Offsets_are_those_of_the_buffer()
    {
        byte[] octets = Encoding.Latin1.GetBytes("lrwxrwxrwx 1 u g 5 Jan 25 00:17 a -> b\r\nrest");
        Assert.Equal(40, new FtpListingParser(FtpListingFormat.Unix).Parse(octets, false, out FtpListEntry entry, FtpListingLimits.Default).Consumed);
        Assert.Equal((0, 38, 32, 1), (entry.LineStart, entry.LineLength, entry.NameStart, entry.NameLength));
        Assert.Equal("b"u8, entry.TargetIn(octets));
        Assert.Equal(5, entry.Size);
    }

    [Fact]
    public void Size_beyond_a_long_is_unknown_but_told_as_sent()
    {
        _ = new FtpListingParser(FtpListingFormat.Mlsx).Parse("size=9223372036854775808; a"u8, true, out FtpListEntry entry, FtpListingLimits.Default);
        Assert.Equal((-1, true, 1UL << 63), (entry.Size, entry.HasSize, entry.UnsignedSize));
        _ = new FtpListingParser(FtpListingFormat.Mlsx).Parse("size=9223372036854775807; a"u8, true, out entry, FtpListingLimits.Default);
        Assert.Equal(long.MaxValue, entry.Size);
        _ = new FtpListingParser(FtpListingFormat.Mlsx).Parse(" a"u8, true, out entry, FtpListingLimits.Default);
        Assert.Equal((-1, false, 0UL), (entry.Size, entry.HasSize, entry.UnsignedSize));
    }

    [Fact]
    public void Every_line_is_read_without_allocating()
    {
        byte[] octets = Encoding.Latin1.GetBytes(string.Join("\r\n", [.. FtpListings.Entries.Select(e => e.Line), .. FtpListings.Headings.Select(h => h.Line), .. FtpListings.Unrecognized]));
        Assert.True(ReadAll(octets) > 150);
        ReadByAll(octets);
        Assert.Equal(0, Allocation.Least(() => ReadByAll(octets)));
    }

    private static readonly FtpListingFormat[] s_formats = Enum.GetValues<FtpListingFormat>();

    private static void ReadByAll(byte[] octets)
    {
        foreach (FtpListingFormat format in s_formats)
        {
            ReadAll(octets, format);
        }
    }

    private static int ReadAll(ReadOnlySpan<byte> rest, FtpListingFormat format = FtpListingFormat.Detect)
    {
        var parser = new FtpListingParser(format, FtpListings.NowTicks);
        while (true)
        {
            ParseResult result = parser.Parse(rest, true, out FtpListEntry entry, FtpListingLimits.Default);
            if (!result.IsDone || entry.Kind == FtpLineKind.End)
            {
                return parser.LineCount;
            }

            rest = rest[result.Consumed..];
        }
    }

    private static (ParseError, int) Answer(ParseResult result) => (result.Error, result.Position);
}
