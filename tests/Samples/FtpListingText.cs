using System.Globalization;
using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Samples;

/// <summary>Puts an entry of a listing into the words of <see cref="FtpListings"/>.</summary>
public static class FtpListingText
{
    public static string Show(ReadOnlySpan<byte> buffer, in FtpListEntry entry)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{entry.Type} {(entry.HasSize ? entry.UnsignedSize : "-")} ");
        text.Append(Time(in entry)).Append(' ').Append(Encoding.Latin1.GetString(entry.NameIn(buffer)));
        Add(text, "owner", entry.OwnerIn(buffer));
        Add(text, "group", entry.GroupIn(buffer));
        Add(text, "permissions", entry.PermissionsIn(buffer));
        Add(text, "unique", entry.UniqueIn(buffer));
        if (entry.HasTarget)
        {
            text.Append(" target=").Append(Encoding.Latin1.GetString(entry.TargetIn(buffer)));
        }

        if (entry.Version != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" version={entry.Version}");
        }

        return text.Append(entry.IsSelfOrParent ? " self" : "").ToString();
    }

    private static string Time(in FtpListEntry entry) => new DateTime(entry.ModifiedTicks).ToString(entry.ModifiedPrecision switch
    {
        FtpTimePrecision.None => "'-'",
        FtpTimePrecision.Day => "yyyy-MM-dd",
        FtpTimePrecision.Minute => "yyyy-MM-dd'T'HH:mm",
        _ => "yyyy-MM-dd'T'HH:mm:ss",
    }, CultureInfo.InvariantCulture) + (entry.IsModifiedUtc ? "Z" : "");

    private static void Add(StringBuilder text, string name, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty)
        {
            text.Append(' ').Append(name).Append('=').Append(Encoding.Latin1.GetString(value));
        }
    }
}
