using HiPerf.Http;

namespace HiPerf.Properties.Oracles;

/// <summary>What the reference answers, comparable as a whole.</summary>
/// <param name="Error">The refusal, or None.</param>
/// <param name="Position">Its offset; −1 where there is none.</param>
/// <param name="Cookie">What was read; default for a refusal.</param>
internal readonly record struct ReferenceSetCookieAnswer(ParseError Error, int Position, SetCookie Cookie);

/// <summary>RFC 6265bis section 5.6 octet by octet, and section 4.1.1 for what deviates, from its text alone. Total; nothing of it is Core's but the shape of the answer.</summary>
internal static class ReferenceSetCookie
{
    public static ReferenceSetCookieAnswer Parse(ReadOnlySpan<byte> value, in CookieLimits limits)
    {
        (ParseError error, int position) = FindRefusal(value, in limits);
        if (error != ParseError.None)
        {
            return new(error, position, default);
        }

        SetCookie cookie = default;
        cookie.FirstDeviation = -1;
        int seen = 0;
        int start = 0;
        for (int i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] != ';')
            {
                continue;
            }

            if (start == 0)
            {
                ReadPair(value, i, ref cookie);
            }
            else
            {
                ReferenceSetCookieAttributes.Read(value, start, i, limits.MaxAttributeValue, ref cookie, ref seen);
            }

            start = i + 1;
        }

        return new(ParseError.None, -1, cookie);
    }

    // One octet after another, so that the first one that cannot be right is the answer.
    private static (ParseError Error, int Position) FindRefusal(ReadOnlySpan<byte> value, in CookieLimits limits)
    {
        bool inPair = true;
        bool equals = false;
        int name = 0;
        int part = 0;
        int blanks = 0;
        for (int i = 0; i < value.Length; i++)
        {
            byte octet = value[i];
            if (i == limits.MaxSetCookie)
            {
                return (ParseError.SetCookieTooLong, i);
            }

            if (octet is <= 0x08 or (>= 0x0A and <= 0x1F) or 0x7F)
            {
                return (ParseError.BadCookieOctet, i);
            }

            if (!inPair)
            {
                continue;
            }

            if (octet == ';')
            {
                if (name + part == 0)
                {
                    return (ParseError.EmptyCookie, i);
                }

                inPair = false;
            }
            else if (octet == '=' && !equals)
            {
                (equals, name, part, blanks) = (true, part, 0, 0);
            }
            else if (octet is 0x20 or 0x09)
            {
                blanks += part > 0 ? 1 : 0;
            }
            else
            {
                part += blanks + 1;
                blanks = 0;
                if (name + part > limits.MaxNameAndValue)
                {
                    return (ParseError.CookieTooLong, i);
                }
            }
        }

        return inPair && name + part == 0 ? (ParseError.EmptyCookie, value.Length) : (ParseError.None, -1);
    }

    private static void ReadPair(ReadOnlySpan<byte> value, int end, ref SetCookie cookie)
    {
        int equals = -1;
        for (int i = 0; i < end && equals < 0; i++)
        {
            equals = value[i] == '=' ? i : -1;
        }

        (int nameStart, int nameEnd) = Trim(value, 0, Math.Max(equals, 0));
        (int valueStart, int valueEnd) = Trim(value, equals + 1, end);
        (cookie.NameStart, cookie.NameLength) = (nameStart, nameEnd - nameStart);
        (cookie.ValueStart, cookie.ValueLength) = (valueStart, valueEnd - valueStart);

        if (nameStart == nameEnd)
        {
            Deviate(ref cookie, CookieDeviations.Nameless, 0);
        }

        for (int i = nameStart; i < nameEnd; i++)
        {
            if (!ReferenceGrammar.IsToken((char)value[i]))
            {
                Deviate(ref cookie, CookieDeviations.NameOctets, 0);
            }
        }

        bool quoted = valueEnd - valueStart >= 2 && value[valueStart] == '"' && value[valueEnd - 1] == '"';
        for (int i = valueStart; i < valueEnd; i++)
        {
            bool edge = quoted && (i == valueStart || i == valueEnd - 1);
            if (!edge && value[i] is not (0x21 or (>= 0x23 and <= 0x2B) or (>= 0x2D and <= 0x3A) or (>= 0x3C and <= 0x5B) or (>= 0x5D and <= 0x7E)))
            {
                Deviate(ref cookie, CookieDeviations.ValueOctets, valueStart);
            }
        }

        int blanks = end - (nameEnd - nameStart) - (valueEnd - valueStart) - (equals >= 0 ? 1 : 0);
        if (blanks > 0)
        {
            Deviate(ref cookie, CookieDeviations.WhiteSpace, 0);
        }
    }

    /// <summary>The range without the white space at its ends; all white space leaves its end.</summary>
    internal static (int Start, int End) Trim(ReadOnlySpan<byte> value, int start, int end)
    {
        while (start < end && value[start] is 0x20 or 0x09)
        {
            start++;
        }

        while (end > start && value[end - 1] is 0x20 or 0x09)
        {
            end--;
        }

        return (start, end);
    }

    internal static void Deviate(ref SetCookie cookie, CookieDeviations deviation, int start)
    {
        cookie.Deviations |= deviation;
        if (cookie.FirstDeviation == -1 || start < cookie.FirstDeviation)
        {
            cookie.FirstDeviation = start;
        }
    }
}
