using System.Buffers.Text;

namespace HiPerf.Ftp;

/// <summary>Reads a line of EPLF.</summary>
/// <remarks>
/// <code>
/// line = "+" *( fact "," ) HTAB name            +i8388621.29609,m824255902,/,	tdev
/// fact = "/" / "r" / "s" size / "m" seconds / "i" identifier / "up" mode / other
/// </code>
/// Facts that are not known are passed over; one that is known and malformed makes the line none.
/// </remarks>
internal static class EplfLines
{
    public static bool TryRead(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        int tab = line.IndexOf((byte)'\t');
        if (tab < 1 || tab + 1 == line.Length || line[0] != (byte)'+')
        {
            return false;
        }

        int at = 1;
        while (at < tab)
        {
            int comma = line[at..tab].IndexOf((byte)',');
            int end = comma < 0 ? tab : at + comma;
            if (end > at && !TryFact(line[at..end], at, ref entry))
            {
                return false;
            }

            at = end + 1;
        }

        entry.Name = ListText.Between(tab + 1, line.Length);
        return true;
    }

    private static bool TryFact(ReadOnlySpan<byte> fact, int start, ref FtpListEntry entry)
    {
        ReadOnlySpan<byte> value = fact[1..];
        switch (fact[0])
        {
            case (byte)'/' when value.IsEmpty:
                entry.Type = FtpEntryType.Directory;
                return true;
            case (byte)'r' when value.IsEmpty:
                entry.Type = entry.Type == FtpEntryType.Directory ? entry.Type : FtpEntryType.File;
                return true;
            case (byte)'s':
                bool isSize = ListNumbers.TryRead(value, out ulong size);
                entry.SetSize(size);
                return isSize;
            case (byte)'m':
                return TryTime(value, ref entry);
            case (byte)'i':
                entry.Unique = new ListText(start + 1, value.Length);
                return true;
            case (byte)'u' when value.Length > 1 && value[0] == (byte)'p':
                entry.Permissions = new ListText(start + 2, value.Length - 1);
                return true;
            default:
                return true;
        }
    }

    private static bool TryTime(ReadOnlySpan<byte> value, ref FtpListEntry entry)
    {
        long most = (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        if (!Utf8Parser.TryParse(value, out long seconds, out int consumed) || consumed != value.Length || seconds < 0 || seconds > most || !ListNumbers.IsDigit(value[0]))
        {
            return false;
        }

        entry.SetTime(new ListTime(DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond), FtpTimePrecision.Second, IsUtc: true));
        return true;
    }
}
