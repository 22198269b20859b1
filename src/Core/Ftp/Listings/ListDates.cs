namespace HiPerf.Ftp;

/// <summary>Reads clock times, dates of numbers and names of months.</summary>
/// <remarks>Months are known by the abbreviations of English, German, French, Spanish, Italian, Portuguese, Dutch and the Scandinavian languages, in any case and
/// charset: octets above 0x7F are left out of the comparison.</remarks>
internal static class ListDates
{
    // Letters A to L are the months; accents left out: "f\u00E9vr" is "fvr".
    private static ReadOnlySpan<byte> Names =>
        "A,janv A,ene A,gen A,januar B,fev B,fvr B,fv B,febr B,februar C,mars C,mrt C,mrz C,mr D,avr D,avril D,abr D,april E,mai E,maj E,mei E,mag F,juin F,juni F,giu G,juil G,juli G,lug H,aot H,ago I,sept I,set J,okt J,ott J,out L,dez L,dc L,dic L,des "u8;

    /// <summary>A month by its name, a dot behind it or not.</summary>
    public static bool TryMonth(ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        if (text.Length == 3)
        {
            month = ((text[0] | 0x20) << 16 | (text[1] | 0x20) << 8 | (text[2] | 0x20)) switch
            {
                'j' << 16 | 'a' << 8 | 'n' => 1,
                'f' << 16 | 'e' << 8 | 'b' => 2,
                'm' << 16 | 'a' << 8 | 'r' => 3,
                'a' << 16 | 'p' << 8 | 'r' => 4,
                'm' << 16 | 'a' << 8 | 'y' => 5,
                'j' << 16 | 'u' << 8 | 'n' => 6,
                'j' << 16 | 'u' << 8 | 'l' => 7,
                'a' << 16 | 'u' << 8 | 'g' => 8,
                's' << 16 | 'e' << 8 | 'p' => 9,
                'o' << 16 | 'c' << 8 | 't' => 10,
                'n' << 16 | 'o' << 8 | 'v' => 11,
                'd' << 16 | 'e' << 8 | 'c' => 12,
                _ => 0,
            };
        }

        return month != 0 || TryForeignMonth(text, out month);
    }

    /// <summary>H:MM, HH:MM, with seconds and their parts or without.</summary>
    public static bool TryClock(ReadOnlySpan<byte> text, out long ticks, out FtpTimePrecision precision)
    {
        ticks = 0;
        precision = FtpTimePrecision.Minute;
        int colon = text.IndexOf((byte)':');
        if (colon < 1 || text.Length < colon + 3
            || !ListNumbers.TryRead(text[..colon], 1, 2, out int hour) || hour > 23
            || !ListNumbers.TryRead(text.Slice(colon + 1, 2), 2, 2, out int minute) || minute > 59)
        {
            return false;
        }

        int second = 0;
        text = text[(colon + 3)..];
        if (!text.IsEmpty)
        {
            precision = FtpTimePrecision.Second;
            if (text.Length < 3 || text[0] != (byte)':' || !ListNumbers.TryRead(text.Slice(1, 2), 2, 2, out second) || second > 60
                || (text.Length > 3 && (text[3] is not ((byte)'.' or (byte)',') || !ListNumbers.AreDigits(text[4..]))))
            {
                return false;
            }
        }

        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute) + (Math.Min(second, 59) * TimeSpan.TicksPerSecond);
        return true;
    }

    /// <summary>Three numbers parted by one and the same octet: <c>12-05-96</c>, <c>2004/06/23</c>.</summary>
    public static bool TryNumbers(ReadOnlySpan<byte> text, out int first, out int second, out int third, out byte separator)
    {
        second = third = 0;
        separator = 0;
        int one = text.IndexOfAny((byte)'-', (byte)'/', (byte)'.');
        if (one < 1 || !ListNumbers.TryRead(text[..one], 1, 4, out first))
        {
            first = 0;
            return false;
        }

        separator = text[one];
        text = text[(one + 1)..];
        int two = text.IndexOf(separator);
        return two >= 1 && ListNumbers.TryRead(text[..two], 1, 2, out second) && ListNumbers.TryRead(text[(two + 1)..], 1, 4, out third);
    }

    private static bool TryForeignMonth(ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        Span<byte> plain = stackalloc byte[8];
        int length = 0;
        foreach (byte octet in text)
        {
            if (octet >= 0x80)
            {
                continue;
            }

            if (length == plain.Length)
            {
                return false;
            }

            plain[length++] = (byte)(octet | 0x20);
        }

        // A dot becomes itself: it has that bit already.
        if (length > 0 && plain[length - 1] == (byte)'.')
        {
            length--;
        }

        if (length < 2)
        {
            return false;
        }

        ReadOnlySpan<byte> names = Names;
        while (!names.IsEmpty)
        {
            int end = names.IndexOf((byte)' ');
            if (names[2..end].SequenceEqual(plain[..length]))
            {
                month = names[0] - 'A' + 1;
                return true;
            }

            names = names[(end + 1)..];
        }

        // English names with a dot, and those that lost an accent.
        return length == 3 && length < text.Length && TryMonth(plain[..3], out month);
    }
}
