using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Properties.Oracles;

/// <summary>Menus, attributes and requests, octet by octet and text by text, written from RFC 1436 (section 2, appendix) and the Gopher+ paper (sections 2.2 to 2.8) alone.</summary>
internal static class ReferenceGopher
{
    internal sealed record Line(string Text, bool HasCrlf);

    internal sealed record Lines(ParseError Error, int Offset, bool IsTerminated, List<Line> All);

    internal sealed record Item
    {
        public bool IsMalformed { get; set; }

        public char Type { get; init; }

        public string Display { get; set; } = "";

        public string Selector { get; init; } = "";

        public string Host { get; init; } = "";

        public int Port { get; set; } = -1;

        public char Mark { get; set; }

        public bool IsLink { get; init; }

        public GopherItemFaults Faults { get; set; }

        public List<(Deviations What, int Where)> Deviations { get; } = [];
    }

    internal sealed record Request(ParseError Error, int Offset)
    {
        public bool IsWhole { get; init; }

        public List<string> Fields { get; init; } = [];
    }

    /// <summary>All lines up to one of a dot alone, or to what is too much.</summary>
    public static Lines Split(byte[] octets, int length, in GopherLimits limits)
    {
        List<Line> lines = [];
        int start = 0;
        for (int at = 0; at < length; at++)
        {
            char octet = (char)octets[at];
            int column = at - start;
            if (at == limits.MaxMenu)
            {
                return new(ParseError.GopherMenuTooLarge, at, false, lines);
            }

            if (lines.Count == limits.MaxItems)
            {
                bool endsIn = column switch { 0 => octet == '.', 1 => octet is '\r' or '\n', _ => octet == '\n' };
                if (!endsIn)
                {
                    return new(ParseError.TooManyGopherItems, at, false, lines);
                }
            }
            else if (column == limits.MaxLine && octet != '\n')
            {
                return new(ParseError.GopherLineTooLong, at, false, lines);
            }

            bool isLast = at == length - 1;
            if (octet != '\n' && !isLast)
            {
                continue;
            }

            string raw = Encoding.Latin1.GetString(octets, start, at - start + (octet == '\n' ? 0 : 1));
            string text = raw.EndsWith('\r') ? raw[..^1] : raw;
            if (text == ".")
            {
                return new(ParseError.None, at + 1, true, lines);
            }

            lines.Add(new(text, octet == '\n' && text.Length < raw.Length));
            start = at + 1;
        }

        return new(ParseError.None, length, false, lines);
    }

    public static Item ReadItem(string line)
    {
        if (line.Length == 0)
        {
            var empty = new Item { IsMalformed = true, Faults = GopherItemFaults.BadType };
            empty.Deviations.Add((Deviations.MalformedGopherItem, 0));
            return empty;
        }

        string[] fields = (line[0] == '\t' ? line : line[1..]).Split('\t');
        string selector = fields.ElementAtOrDefault(1) ?? "";
        string bare = selector.StartsWith('/') ? selector[1..] : selector;
        var item = new Item
        {
            Type = line[0],
            Display = fields[0],
            Selector = selector,
            Host = fields.ElementAtOrDefault(2) ?? "",
            IsLink = line[0] == 'h' && bare.Length > 4 && bare.StartsWith("URL:", StringComparison.OrdinalIgnoreCase),
        };
        bool isShownOnly = item.Type is 'i' or '3' || item.IsLink;
        List<int> fatal = [];
        void Fault(bool isOne, GopherItemFaults fault, int where)
        {
            if (isOne)
            {
                item.Faults |= fault;
                fatal.Add(where);
            }
        }

        Fault(item.Type is <= ' ' or '\u007F', GopherItemFaults.BadType, 0);
        Fault(line.AsSpan().ContainsAny('\0', '\r'), GopherItemFaults.BadOctet, line.AsSpan().IndexOfAny('\0', '\r'));
        int selectorStart = (line[0] == '\t' ? 0 : 1) + fields[0].Length + 1;
        if (fields.Length < 4)
        {
            item.Faults |= GopherItemFaults.MissingFields;
            if (isShownOnly)
            {
                item.Deviations.Add((Deviations.MissingGopherField, line.Length));
            }
            else
            {
                fatal.Add(line.Length);
            }
        }
        else
        {
            int hostStart = selectorStart + selector.Length + 1;
            int portStart = hostStart + item.Host.Length + 1;
            item.Port = fields[3].Length is > 0 and < 6 && fields[3].All(char.IsAsciiDigit) && int.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture) is <= 65535 and var port ? port : -1;
            if (!isShownOnly)
            {
                Fault(item.Host.Length is 0 or > 255 || item.Host.Any(c => c is <= ' ' or '\u007F'), GopherItemFaults.BadHost, hostStart);
                Fault(item.Port < 1, GopherItemFaults.BadPort, portStart);
            }

            int behind = portStart + fields[3].Length;
            bool isMark = fields.Length > 4 && fields[4] is "+" or "?";
            item.Mark = isMark ? fields[4][0] : '\0';
            if (fields.Length > (isMark ? 5 : 4))
            {
                item.Faults |= GopherItemFaults.ExtraFields;
                item.Deviations.Add((Deviations.ExtraGopherField, isMark ? behind + 2 : behind));
            }
        }

        item.IsMalformed = fatal.Count > 0 && !isShownOnly;
        if (fatal.Count > 0)
        {
            item.Deviations.Add((Deviations.MalformedGopherItem, fatal.Min()));
        }

        if (item.IsMalformed && !line.Contains('\t', StringComparison.Ordinal))
        {
            item.Display = line;
        }

        if (selector.Length > 255)
        {
            item.Deviations.Add((Deviations.LongSelector, selectorStart + 255));
        }

        return item;
    }

    /// <summary>A request as its fields: the selector, then whatever stands behind tabs.</summary>
    public static Request ReadRequest(byte[] octets, int length, in GopherLimits limits, bool takesLf)
    {
        List<StringBuilder> fields = [new()];
        for (int at = 0; at < length; at++)
        {
            char octet = (char)octets[at];
            if (at >= limits.MaxRequestLine && octet is not ('\r' or '\n'))
            {
                return new(ParseError.GopherRequestTooLong, limits.MaxRequestLine);
            }

            StringBuilder field = fields[^1];
            char role = Role(fields);
            bool begins = field.Length == 0;
            bool isBad = role switch
            {
                'P' => begins && octet is not ('+' or '!' or '$'),
                'F' => begins ? octet is not ('0' or '1') : octet is not ('\0' or '\r' or '\n'),
                'N' => true,
                _ => false,
            };
            if (isBad)
            {
                return new(ParseError.BadGopherPlus, at);
            }

            if (octet == '\0')
            {
                return new(ParseError.NulInGopher, at);
            }

            if (octet == '\t')
            {
                // Nothing stands behind ! and $, and nothing behind a flag.
                if (Sign(field, role) is '!' or '$')
                {
                    return new(ParseError.BadGopherPlus, at);
                }

                fields.Add(new());
                continue;
            }

            if (octet == '\n')
            {
                return takesLf ? Whole(at + 1, fields) : new(ParseError.LfInGopher, at);
            }

            if (octet == '\r')
            {
                return at + 1 == length ? new(ParseError.None, 0) : octets[at + 1] == '\n' ? Whole(at + 2, fields) : new(ParseError.CrInGopher, at + 1);
            }

            field.Append(octet);
        }

        return new(ParseError.None, 0);
    }

    // S selector, W words or a sign's field, P a sign's field, F flag, N nothing.
    private static char Role(List<StringBuilder> fields)
    {
        if (fields.Count == 1)
        {
            return 'S';
        }

        bool hasWords = Sign(fields[1], 'W') == '\0' && (fields[1].Length > 0 || fields.Count > 2);
        return (fields.Count, hasWords) switch
        {
            (2, _) => 'W',
            (3, true) => 'P',
            (3, false) or (4, true) => 'F',
            _ => 'N',
        };
    }

    private static char Sign(StringBuilder field, char role) => role is 'W' or 'P' && field.Length > 0 && field[0] is '+' or '!' or '$' ? field[0] : '\0';

    private static Request Whole(int consumed, List<StringBuilder> fields) => new(ParseError.None, consumed) { IsWhole = true, Fields = [.. fields.Select(field => field.ToString())] };
}
