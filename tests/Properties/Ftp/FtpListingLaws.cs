using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Ftp;
using HiPerf.Fuzzing;
using HiPerf.Samples;

namespace HiPerf.Properties.Ftp;

public sealed class FtpListingLaws
{
    private static readonly Arbitrary<Hostile<FtpListingCase>> s_listings = Arb.From(
        Gen.Frequency((1, ProtocolArbitraries.FtpListings().Generator.Select(l => new Hostile<FtpListingCase>(l.Wire))), (3, ProtocolArbitraries.HostileFtpListings().Generator)),
        ProtocolArbitraries.HostileFtpListings().Shrinker);

    private static readonly Arbitrary<FtpListingFormat> s_formats = Arb.From(Gen.Frequency((2, Gen.Constant(FtpListingFormat.Detect)), (3, Gen.Elements(Enum.GetValues<FtpListingFormat>()))));

    private static readonly Arbitrary<(string Wire, FtpListingFormat Format)> s_told = Arb.From(
        from listing in s_listings.Generator
        from format in s_formats.Generator
        select (listing.Wire, format));

    private static readonly Arbitrary<FtpListingLimits> s_limits = Arb.From(
        from small in Gen.Elements(true, false)
        from line in Gen.Choose(1, 80)
        from lines in Gen.Choose(1, 6)
        select small ? new FtpListingLimits { MaxLine = line, MaxLines = lines } : FtpListingLimits.Default,
        limits => limits == FtpListingLimits.Default ? [] : [FtpListingLimits.Default]);

    [Fact]
    public void Round_trip_what_a_format_writes_is_read_back_however_it_arrives() =>
        Law.Holds(2000, ProtocolArbitraries.FtpListings(), ProtocolArbitraries.Arrivals(), (listing, arrival) =>
        {
            string[] expected = [.. listing.Entries.Select(entry => Told(listing.Format, entry))];
            Assert.Equal(expected, Entries(listing, listing.Format, arrival));
        });

    [Fact]
    public void Growth_pieces_are_read_as_the_whole_is() =>
        Law.Holds(3000, s_told, s_limits, ProtocolArbitraries.Arrivals(), (input, limits, arrival) =>
        {
            byte[] octets = Inputs.Latin1(input.Wire);
            Assert.Equal(Over(octets, input.Format, limits, Arrival.Whole), Over(octets, input.Format, limits, arrival));
        });

    [Fact]
    public void Every_octet_belongs_to_one_line() => Law.Holds(2000, s_listings, s_formats, (input, format) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        var parser = new FtpListingParser(format, FtpListings.NowTicks);
        int start = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = octets.AsSpan(start);
            ParseResult result = parser.Parse(rest, true, out FtpListEntry entry, FtpListingLimits.Default);
            Assert.True(result.IsDone);
            if (entry.Kind == FtpLineKind.End)
            {
                Assert.Equal(octets.Length, start);
                return;
            }

            Assert.InRange(result.Consumed, 1, rest.Length);
            ReadOnlySpan<byte> end = rest[entry.LineLength..result.Consumed];
            Assert.True(end.Length == 0 ? result.Consumed == rest.Length : end.SequenceEqual("\n"u8) || end.SequenceEqual("\r\n"u8) || (end.SequenceEqual("\r"u8) && result.Consumed == rest.Length));
            Assert.Equal(entry.Kind == FtpLineKind.Entry, entry.NameLength > 0);
            Assert.InRange(entry.NameStart + entry.NameLength, 0, entry.LineLength);
            start += result.Consumed;
        }
    });

    [Fact]
    public void Offset_octets_behind_an_error_do_not_change_it() => Law.Holds(1000, s_listings, s_listings, s_limits, (input, other, limits) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        Run expected = Over(octets, FtpListingFormat.Unix, limits, Arrival.Whole);
        if (expected.Error != ParseError.None)
        {
            byte[] head = octets[..(expected.Offset + 1)];
            Assert.Equal(expected, Over(head, FtpListingFormat.Unix, limits, Arrival.Whole));
            Assert.Equal(expected, Over([.. head, .. Inputs.Latin1(other.Wire)], FtpListingFormat.Unix, limits, Arrival.Whole));
        }
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read()
    {
        using var guarded = new GuardedOctets();
        Law.Holds(500, s_listings, s_formats, (input, format) =>
        {
            byte[] octets = Inputs.Latin1(input.Wire);
            ReadOnlySpan<byte> most = octets.AsSpan(0, Math.Min(octets.Length, Environment.SystemPageSize));
            Assert.Equal(Over(most, format, FtpListingLimits.Default, Arrival.Whole), Over(guarded.AtEnd(most), format, FtpListingLimits.Default, Arrival.Whole));
        });
    }

    [Fact]
    public void Plain_name_stays_one_component_of_any_path() => Law.Holds(3000, s_listings, input =>
    {
        byte[] name = Inputs.Latin1(input.Wire);
        bool isOne = name.Length > 0 && input.Wire is not ("." or "..") && !input.Wire.AsSpan().ContainsAny("/\\\0\r\n");
        Assert.Equal(isOne, PlainName.IsPlain(name, PlainNameRules.None));
        if (PlainName.IsPlain(name))
        {
            Assert.Equal(Path.Combine("/folder", input.Wire), Path.GetFullPath(input.Wire, "/folder"));
        }
    });

    private static string Told(FtpListingFormat format, FtpListingEntryCase entry)
    {
        string size = (format == FtpListingFormat.Dos && entry.Type == FtpEntryType.Directory ? 0 : format == FtpListingFormat.Vms ? entry.Size * 512 : format == FtpListingFormat.Mac && entry.Type == FtpEntryType.File ? entry.Size + 7 : entry.Size).ToString(CultureInfo.InvariantCulture);
        return $"{entry.Type} {size} {entry.Modified:O} {entry.Name} {entry.Target}";
    }

    private static List<string> Entries(FtpListingCase listing, FtpListingFormat format, Arrival arrival)
    {
        byte[] octets = listing.ToOctets();
        var parser = new FtpListingParser(format);
        List<string> entries = [];
        int start = 0;
        foreach (int end in arrival.Ends(octets.Length))
        {
            while (true)
            {
                ReadOnlySpan<byte> buffer = octets.AsSpan(start, end - start);
                ParseResult result = parser.Parse(buffer, end == octets.Length, out FtpListEntry entry, FtpListingLimits.Default);
                if (!result.IsDone || entry.Kind == FtpLineKind.End)
                {
                    break;
                }

                Assert.Equal(FtpLineKind.Entry, entry.Kind);
                entries.Add($"{entry.Type} {entry.Size} {new DateTime(entry.ModifiedTicks, DateTimeKind.Utc):O} {System.Text.Encoding.Latin1.GetString(entry.NameIn(buffer))} {System.Text.Encoding.Latin1.GetString(entry.TargetIn(buffer))}");
                start += result.Consumed;
            }
        }

        return entries;
    }

    private static Run Over(ReadOnlySpan<byte> octets, FtpListingFormat format, FtpListingLimits limits, Arrival arrival)
    {
        var parser = new FtpListingParser(format, FtpListings.NowTicks);
        var lines = new System.Text.StringBuilder();
        int start = 0;
        foreach (int end in arrival.Ends(octets.Length))
        {
            while (true)
            {
                ReadOnlySpan<byte> buffer = octets[start..end];
                ParseResult result = parser.Parse(buffer, end == octets.Length, out FtpListEntry entry, in limits);
                Assert.Equal(start + result.Consumed, parser.ConsumedTotal);
                if (result.NeedsMoreData)
                {
                    Assert.NotEqual(octets.Length, end);
                    break;
                }

                if (!result.IsDone)
                {
                    Assert.InRange(result.Position, 0, buffer.Length - 1);
                    return new(result.Error, start + result.Position, lines.ToString());
                }

                if (entry.Kind == FtpLineKind.End)
                {
                    return new(ParseError.None, start, lines.ToString());
                }

                lines.Append(CultureInfo.InvariantCulture, $"{entry.Kind} {entry.Format} {entry.LineLength} ");
                lines.Append(entry.Kind == FtpLineKind.Entry ? FtpListingText.Show(buffer, in entry) : "").Append('\n');
                start += result.Consumed;
            }
        }

        throw new InvalidOperationException("The listing did not end.");
    }

    private sealed record Run(ParseError Error, int Offset, string Lines);
}
