using System.Text;
using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp.Listings;

/// <summary>A listing read to its end: each line as kind, or as the words of <see cref="FtpListings"/>.</summary>
internal static class ListingRun
{
    public static string[] Read(string listing, FtpListingFormat format = FtpListingFormat.Detect, int maxFutureDays = FtpListingParser.DefaultMaxFutureDays) =>
        Read(listing, new FtpListingParser(format, FtpListings.NowTicks, maxFutureDays), FtpListingLimits.Default, out _);

    public static string[] Read(string listing, FtpListingParser parser, FtpListingLimits limits, out ParseResult last)
    {
        byte[] octets = Encoding.Latin1.GetBytes(listing);
        List<string> lines = [];
        int start = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = octets.AsSpan(start);
            last = parser.Parse(rest, isFinal: true, out FtpListEntry entry, in limits);
            if (!last.IsDone)
            {
                lines.Add($"{last.Error} at {start + last.Position}");
                return [.. lines];
            }

            if (entry.Kind == FtpLineKind.End)
            {
                Assert.Equal(octets.Length, start);
                return [.. lines];
            }

            lines.Add(entry.Kind == FtpLineKind.Entry ? $"{entry.Format} {FtpListingText.Show(rest, in entry)}" : $"{entry.Kind}");
            start += last.Consumed;
        }
    }
}
