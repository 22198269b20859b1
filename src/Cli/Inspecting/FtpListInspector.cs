using System.Globalization;
using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads a listing, or one line of one. RFC 959 section 4.1.3, RFC 3659 section 7.</summary>
/// <remarks>Of a whole listing the folder itself and its parent are left out, and links told as <c>OS.unix=symlink</c> are joined with the line that shares their
/// <c>unique</c> fact; such a line is no entry of the folder when its name holds a slash.
/// A line given alone has to be an entry, or a heading of z/OS, which says what the lines behind it are.</remarks>
internal static class FtpListInspector
{
    public static InspectAnswer Inspect(InspectCase item)
    {
        ReadOnlySpan<byte> input = item.Input.Span;
        var answer = new InspectAnswer();
        var parser = new FtpListingParser(item.ListingFormat, item.NowTicks);
        List<InspectedEntry> entries = [];
        int start = 0;
        bool isZOSHeading = false;
        while (true)
        {
            ReadOnlySpan<byte> rest = input[start..];
            ParseResult result = parser.Parse(rest, isFinal: true, out FtpListEntry entry, FtpListingLimits.Default);
            if (!result.IsDone)
            {
                return answer.Refuse(result.Error, start + result.Position);
            }

            switch (entry.Kind)
            {
                case FtpLineKind.End:
                    answer.Entries = item.IsListLine ? entries : InFolder(entries);
                    return item.IsListLine && entries.Count == 0 && !isZOSHeading ? answer.Refuse(ParseError.UnrecognizedListLine, 0) : answer;
                case FtpLineKind.Unrecognized:
                    return answer.Refuse(ParseError.UnrecognizedListLine, start);
                case FtpLineKind.Entry:
                    entries.Add(Read(rest, in entry));
                    break;
                default:
                    isZOSHeading |= entry is { Format: FtpListingFormat.ZOS, LineLength: > 0 };
                    break;
            }

            start += result.Consumed;
        }
    }

    private static InspectedEntry Read(ReadOnlySpan<byte> buffer, in FtpListEntry entry) => new()
    {
        Name = Encoding.Latin1.GetString(entry.NameIn(buffer)),
        Type = entry.Type,
        Size = entry.HasSize ? entry.UnsignedSize : null,
        Modified = Modified(in entry),
        Permissions = Text(entry.PermissionsIn(buffer)),
        Owner = Text(entry.OwnerIn(buffer)),
        Group = Text(entry.GroupIn(buffer)),
        Unique = Text(entry.UniqueIn(buffer)),
        Target = entry.HasTarget ? Encoding.Latin1.GetString(entry.TargetIn(buffer)) : null,
        IsSelfOrParent = entry.IsSelfOrParent,
        Format = entry.Format,
    };

    private static string? Text(ReadOnlySpan<byte> octets) => octets.IsEmpty ? null : Encoding.Latin1.GetString(octets);

    // ISO 8601, as exact as the line is; Z only where the line itself is of UTC.
    private static string? Modified(in FtpListEntry entry) => entry.ModifiedPrecision switch
    {
        FtpTimePrecision.None => null,
        FtpTimePrecision.Day => Format(in entry, "yyyy-MM-dd"),
        FtpTimePrecision.Minute => Format(in entry, "yyyy-MM-dd'T'HH:mm"),
        _ => Format(in entry, "yyyy-MM-dd'T'HH:mm:ss"),
    };

    private static string Format(in FtpListEntry entry, string format) => new DateTime(entry.ModifiedTicks).ToString(format, CultureInfo.InvariantCulture);

    private static List<InspectedEntry> InFolder(List<InspectedEntry> entries)
    {
        List<InspectedEntry> inFolder = [];
        Dictionary<string, InspectedEntry> targets = [];
        HashSet<string> linked = [];
        foreach (InspectedEntry entry in entries)
        {
            if (entry is { Format: FtpListingFormat.Mlsx, Unique: { } unique })
            {
                _ = entry.Type == FtpEntryType.Link ? linked.Add(unique) : targets.TryAdd(unique, entry);
            }
        }

        foreach (InspectedEntry entry in entries)
        {
            InspectedEntry? target = entry.Unique is { } unique && linked.Contains(unique) ? targets.GetValueOrDefault(unique) : null;
            if (entry.IsSelfOrParent || (ReferenceEquals(target, entry) && entry.Name.Contains('/', StringComparison.Ordinal)))
            {
                continue;
            }

            inFolder.Add(entry.Type == FtpEntryType.Link && entry.Target is null && target is not null ? entry with { Target = target.Name } : entry);
        }

        return inFolder;
    }
}
