using System.Buffers.Text;
using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Server;

/// <summary>Writes one line of a listing. A name is UTF-8 and holds no line end: those that do are never listed.</summary>
/// <remarks>
/// <code>
/// long  = kind "r--r--r--" SP links SP "ftp" SP "ftp" SP size SP month SP day SP ( hour ":" minute / SP year ) SP name CRLF
/// </code>
/// Times are UTC; the year stands where the time lies in the future or more than 180 days back.
/// </remarks>
internal static class ListingLine
{
    /// <summary>Octets of the longest line: what stands before a name, the name, CRLF.</summary>
    public const int MaxLength = 1024;

    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /// <summary>Writes a line and its end.</summary>
    /// <param name="destination"><see cref="MaxLength"/> octets are enough.</param>
    /// <param name="form">How.</param>
    /// <param name="entry">What.</param>
    /// <param name="facts">The facts of MLSD that are asked for.</param>
    /// <param name="now">The present, UTC.</param>
    /// <returns>Octets written.</returns>
    public static int Write(Span<byte> destination, ListingForm form, in FolderEntry entry, FtpFactNames facts, DateTime now)
    {
        var length = form switch
        {
            ListingForm.Facts => WriteFacts(destination, in entry, facts, Encoding.UTF8.GetBytes(entry.Name)),
            ListingForm.Long => WriteLong(destination, in entry, now),
            _ => Encoding.UTF8.GetBytes(entry.Name, destination),
        };
        "\r\n"u8.CopyTo(destination[length..]);
        return length + 2;
    }

    /// <summary>Writes facts and a name, without a line end.</summary>
    /// <returns>Octets written.</returns>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static int WriteFacts(Span<byte> destination, in FolderEntry entry, FtpFactNames facts, ReadOnlySpan<byte> name)
    {
        var line = new FactLineWriter(destination);
        if ((facts & FtpFactNames.Type) != 0)
        {
            line.WriteType(entry.IsFolder ? FtpFactType.Directory : FtpFactType.File);
        }

        if ((facts & FtpFactNames.Size) != 0 && !entry.IsFolder)
        {
            line.WriteSize(entry.Size);
        }

        if ((facts & FtpFactNames.Modify) != 0)
        {
            line.WriteModify(WholeSeconds(entry.Modified.Ticks));
        }

        if ((facts & FtpFactNames.Perm) != 0)
        {
            line.WritePermissions(entry.IsFolder ? FtpPermissions.Enter | FtpPermissions.List : FtpPermissions.Read);
        }

        return line.TryComplete(name, out var written) ? written : throw new ArgumentException("The line does not fit.", nameof(destination));
    }

    /// <summary>A time without its part of a second: many clients read no other.</summary>
    public static long WholeSeconds(long ticks) => ticks - (ticks % TimeSpan.TicksPerSecond);

    private static int WriteLong(Span<byte> line, in FolderEntry entry, DateTime now)
    {
        (entry.IsFolder ? "dr-xr-xr-x   2 ftp      ftp      "u8 : "-r--r--r--   1 ftp      ftp      "u8).CopyTo(line);
        var at = 33;
        at += Number(line[at..], entry.Size, 13);
        line[at++] = (byte)' ';
        var time = entry.Modified;
        _ = Encoding.ASCII.GetBytes(Months.AsSpan((time.Month - 1) * 3, 3), line[at..]);
        at += 3;
        at += Number(line[at..], time.Day, 3);
        line[at++] = (byte)' ';
        if (time <= now && now - time < TimeSpan.FromDays(180))
        {
            line[at] = (byte)('0' + (time.Hour / 10));
            line[at + 1] = (byte)('0' + (time.Hour % 10));
            line[at + 2] = (byte)':';
            line[at + 3] = (byte)('0' + (time.Minute / 10));
            line[at + 4] = (byte)('0' + (time.Minute % 10));
            at += 5;
        }
        else
        {
            at += Number(line[at..], time.Year, 5);
        }

        line[at++] = (byte)' ';
        return at + Encoding.UTF8.GetBytes(entry.Name, line[at..]);
    }

    private static int Number(Span<byte> line, long number, int width)
    {
        Span<byte> digits = stackalloc byte[20];
        _ = Utf8Formatter.TryFormat(number, digits, out var length);
        var spaces = Math.Max(0, width - length);
        line[..spaces].Fill((byte)' ');
        digits[..length].CopyTo(line[spaces..]);
        return spaces + length;
    }
}
