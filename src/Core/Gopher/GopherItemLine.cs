namespace HiPerf.Gopher;

/// <summary>Reads one menu line, its end taken off: total, whatever stands there.</summary>
/// <remarks>
/// <code>
/// line = type display HTAB selector HTAB host HTAB port [ HTAB ( "+" / "?" ) ]
/// </code>
/// RFC 1436 appendix, Gopher+ section 2.2.
/// </remarks>
internal static class GopherItemLine
{
    private const GopherItemFaults Fatal = GopherItemFaults.BadType | GopherItemFaults.MissingFields | GopherItemFaults.BadHost | GopherItemFaults.BadPort | GopherItemFaults.BadOctet;

    /// <summary>Reads the line into <paramref name="item"/>, whose offsets count from the line's start.</summary>
    public static void Read(ReadOnlySpan<byte> line, out GopherMenuItem item)
    {
        item = new GopherMenuItem { Kind = GopherLineKind.Item, Port = -1, LineLength = line.Length };
        if (line.IsEmpty)
        {
            item.Kind = GopherLineKind.Malformed;
            item.Faults = GopherItemFaults.BadType;
            item.Let(Deviations.MalformedGopherItem, 0);
            return;
        }

        item.TypeOctet = line[0];
        int fault = ReadFields(line, ref item);
        if (item.TypeOctet is (byte)'i' or (byte)'3' || item.IsLink)
        {
            if ((item.Faults & GopherItemFaults.MissingFields) != 0)
            {
                item.Let(Deviations.MissingGopherField, line.Length);
            }

            // A control octet that ends nothing is shown like any other, escaped.
            if ((item.Faults & GopherItemFaults.BadOctet) != 0)
            {
                item.Let(Deviations.MalformedGopherItem, fault);
            }
        }
        else if ((item.Faults & Fatal) != 0)
        {
            item.Kind = GopherLineKind.Malformed;
            item.Let(Deviations.MalformedGopherItem, fault);
            if (!line.Contains((byte)'\t'))
            {
                item.Display = new GopherText(0, line.Length);
            }
        }

        if (item.Selector.Length > GopherOctets.AdvisedSelector)
        {
            item.Let(Deviations.LongSelector, item.Selector.Start + GopherOctets.AdvisedSelector);
        }
    }

    /// <returns>Offset of the first fatal fault; the line's length when there is none before it.</returns>
    private static int ReadFields(ReadOnlySpan<byte> line, ref GopherMenuItem item)
    {
        int fault = line.Length;
        if (!GopherOctets.IsType(line[0]))
        {
            item.Faults |= GopherItemFaults.BadType;
            fault = 0;
        }

        int bad = line.IndexOfAny((byte)0, (byte)'\r');
        if (bad >= 0)
        {
            item.Faults |= GopherItemFaults.BadOctet;
            fault = Math.Min(fault, bad);
        }

        // A line that begins with a tab has no type; its first field is empty all the same.
        int at = line[0] == (byte)'\t' ? 0 : 1;
        item.Display = Field(line, ref at);
        bool whole = at <= line.Length;
        item.Selector = Field(line, ref at);
        item.IsLink = item.TypeOctet == (byte)'h' && !GopherLink.UrlOf(item.Selector.In(line)).IsEmpty;
        whole &= at <= line.Length;
        item.Host = Field(line, ref at);
        whole &= at <= line.Length;
        GopherText port = Field(line, ref at);
        if (!whole)
        {
            item.Faults |= GopherItemFaults.MissingFields;
            return fault;
        }

        bool isLocal = item.TypeOctet is (byte)'i' or (byte)'3' || item.IsLink;
        if (!isLocal && !GopherOctets.IsHost(item.Host.In(line)))
        {
            item.Faults |= GopherItemFaults.BadHost;
            fault = Math.Min(fault, item.Host.Start);
        }

        bool isPort = GopherOctets.TryReadPort(port.In(line), out int number);
        item.Port = isPort ? number : -1;
        if (!isLocal && (!isPort || number == 0))
        {
            item.Faults |= GopherItemFaults.BadPort;
            fault = Math.Min(fault, port.Start);
        }

        if (at <= line.Length)
        {
            ReadMark(line, at, ref item);
        }

        return fault;
    }

    private static void ReadMark(ReadOnlySpan<byte> line, int at, ref GopherMenuItem item)
    {
        int extra = at;
        GopherText mark = Field(line, ref at);
        if (mark.Length == 1 && line[mark.Start] is (byte)'+' or (byte)'?')
        {
            item.Plus = (GopherPlusMark)line[mark.Start];
            extra = at;
        }

        if (extra <= line.Length)
        {
            item.Faults |= GopherItemFaults.ExtraFields;
            item.Let(Deviations.ExtraGopherField, extra - 1);
        }
    }

    // The field at the offset, which then stands behind the tab that ends it: beyond the line's length where none does. Beyond that, empty at the end.
    private static GopherText Field(ReadOnlySpan<byte> line, ref int at)
    {
        if (at > line.Length)
        {
            return new GopherText(line.Length, 0);
        }

        int start = at;
        int length = line[at..].IndexOf((byte)'\t');
        length = length < 0 ? line.Length - start : length;
        at = start + length + 1;
        return new GopherText(start, length);
    }
}
