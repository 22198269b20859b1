namespace HiPerf.Gopher;

/// <summary>Numbers, times and sizes as attributes have them.</summary>
internal static class GopherNumbers
{
    /// <summary>Reads as many whole numbers as there is room for, spaces, tabs or a comma between them, and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, Span<int> numbers)
    {
        int at = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            bool hasComma = SkipBlank(text, ref at, mayHoldComma: i > 0);
            if ((i > 0 && !hasComma && !IsBlank(text, at - 1)) || !TryReadOne(text, ref at, out numbers[i]))
            {
                return false;
            }
        }

        _ = SkipBlank(text, ref at, mayHoldComma: false);
        return at == text.Length;
    }

    /// <summary>Reads the fourteen digits in the last angle brackets; a leap second counts as the one before.</summary>
    public static bool TryReadTime(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        int open = text.LastIndexOf((byte)'<');
        if (open < 0 || text.Length - open < 16 || text[open + 15] != (byte)'>' || text.Slice(open + 1, 14).ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        ReadOnlySpan<byte> digits = text.Slice(open + 1, 14);
        int year = Two(digits, 0) * 100 + Two(digits, 2);
        int month = Two(digits, 4);
        int day = Two(digits, 6);
        int hour = Two(digits, 8);
        int minute = Two(digits, 10);
        int second = Two(digits, 12);
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        ticks = new DateTime(year, month, day, hour, minute, Math.Min(second, 59), DateTimeKind.Unspecified).Ticks;
        return true;
    }

    /// <summary>Reads a size in angle brackets: up to nine digits, a point and up to three more, and k, m, g or b; octets, rounded up. −1 where none is.</summary>
    public static long ReadSize(ReadOnlySpan<byte> text)
    {
        int open = text.IndexOf((byte)'<');
        int close = text.LastIndexOf((byte)'>');
        if (open < 0 || close < open + 2)
        {
            return -1;
        }

        ReadOnlySpan<byte> size = text[(open + 1)..close];
        int at = 0;
        long thousandths = 0;
        int digits = TakeDigits(size, ref at, 9, ref thousandths);
        int decimals = 0;
        if (at < size.Length && size[at] == (byte)'.')
        {
            at++;
            decimals = TakeDigits(size, ref at, 3, ref thousandths);
        }

        if (digits + decimals == 0)
        {
            return -1;
        }

        for (int i = decimals; i < 3; i++)
        {
            thousandths *= 10;
        }

        long unit = Unit(size[at..]);
        return unit < 0 ? -1 : ((thousandths * unit) + 999) / 1000;
    }

    // "k" and "kb" are 1024 octets, nothing and "b" one; nothing else is a unit.
    private static long Unit(ReadOnlySpan<byte> letters)
    {
        if (letters.Length > 0 && (letters[^1] | 0x20) == 'b')
        {
            letters = letters[..^1];
        }

        return letters.Length switch
        {
            0 => 1,
            1 => (letters[0] | 0x20) switch { 'k' => 1L << 10, 'm' => 1L << 20, 'g' => 1L << 30, _ => -1 },
            _ => -1,
        };
    }

    private static int TakeDigits(ReadOnlySpan<byte> text, ref int at, int most, ref long number)
    {
        int start = at;
        while (at < text.Length && at - start < most && char.IsAsciiDigit((char)text[at]))
        {
            number = (number * 10) + text[at++] - '0';
        }

        return at - start;
    }

    private static bool TryReadOne(ReadOnlySpan<byte> text, ref int at, out int number)
    {
        bool isNegative = at < text.Length && text[at] == (byte)'-';
        at += isNegative || (at < text.Length && text[at] == (byte)'+') ? 1 : 0;
        long value = 0;
        int count = TakeDigits(text, ref at, 10, ref value);
        value = isNegative ? -value : value;
        number = unchecked((int)value);
        return count > 0 && number == value;
    }

    // Whether a comma was among them.
    private static bool SkipBlank(ReadOnlySpan<byte> text, ref int at, bool mayHoldComma)
    {
        bool hasComma = false;
        while (at < text.Length && (IsBlank(text, at) || (mayHoldComma && !hasComma && text[at] == (byte)',')))
        {
            hasComma |= text[at++] == (byte)',';
        }

        return hasComma;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text, int at) => text[at] is (byte)' ' or (byte)'\t';

    private static int Two(ReadOnlySpan<byte> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
