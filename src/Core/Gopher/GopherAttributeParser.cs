namespace HiPerf.Gopher;

/// <summary>Reads the attributes of items line by line, wherever the octets are cut. One value an answer; the status line is taken off before.</summary>
/// <remarks>
/// <code>
/// attributes = *( block-line *data-line ) [ "." CRLF ]
/// block-line = "+" name [ ":" ] [ SP value ] CRLF
/// data-line  = SP ( field-name ":" [ SP ] value / text ) CRLF
/// </code>
/// <para>Gopher+ sections 2.4 to 2.8. Fields stand in ADMIN, VIEWS, ASK and VERONICA; every other block holds text. The colon behind a block's name is missing at some servers. No content stops the
/// reading; a line that is none of these is answered as <see cref="GopherAttributeLineKind.Malformed"/>.</para>
/// <para>An error is final: every later call answers it again, and nothing behind it is read.</para>
/// </remarks>
public struct GopherAttributeParser
{
    private GopherLines _lines;
    private GopherAttribute _block;
    private int _items;
    private bool _isOpen;

    /// <summary>Octets consumed since the start of the attributes.</summary>
    public readonly long ConsumedTotal => _lines.Consumed;

    /// <summary>Lines answered.</summary>
    public readonly int LineCount => _lines.Count;

    /// <summary>Whether all attributes were read.</summary>
    public readonly bool IsComplete => _lines.IsComplete;

    /// <summary>Whether they ended in a line of a dot alone; counted answers have none.</summary>
    public readonly bool Terminated => _lines.IsTerminated;

    /// <summary>Reads the next line.</summary>
    /// <param name="buffer">The octets that follow those consumed so far.</param>
    /// <param name="isFinal">Whether the connection, or what else frames the answer, ends with this buffer.</param>
    /// <param name="line">What the line says, with offsets into <paramref name="buffer"/>.</param>
    /// <param name="limits">MaxLine, MaxItems, MaxMenu.</param>
    /// <returns>
    /// Done: Consumed octets are spent, the line's end included; Position is the offset of the first deviation or −1. After End every call answers End again and consumes nothing.
    /// NeedMoreData: the buffer ends inside a line: call again with the same octets and more behind them. Never when <paramref name="isFinal"/>.
    /// InvalidData: GopherLineTooLong, TooManyGopherItems, GopherMenuTooLarge; Position is the first octet that is too many.
    /// </returns>
    public ParseResult Parse(ReadOnlySpan<byte> buffer, bool isFinal, out GopherAttributeLine line, in GopherLimits limits)
    {
        line = new GopherAttributeLine { ItemIndex = _items - 1 };
        ParseResult result = _lines.Next(buffer, isFinal, in limits, out int length);
        if (!result.IsDone || length < 0)
        {
            return result;
        }

        ReadOnlySpan<byte> octets = buffer[..length];
        line.LineLength = length;
        if (length > 1 && octets[0] == (byte)'+' && TryReadBlock(octets, ref line))
        {
            line.ItemIndex = _items - 1;
            return result;
        }

        line.Block = _block;
        if (length > 0 && octets[0] == (byte)' ' && _isOpen)
        {
            ReadData(octets, ref line);
            return result;
        }

        line.Kind = GopherAttributeLineKind.Malformed;
        line.Value = new GopherText(0, length);
        return ParseResult.Done(result.Consumed, result.Deviations | Deviations.MalformedGopherItem, 0);
    }

    private bool TryReadBlock(ReadOnlySpan<byte> octets, ref GopherAttributeLine line)
    {
        int end = octets.IndexOfAny((byte)':', (byte)' ');
        end = end < 0 ? octets.Length : end;
        ReadOnlySpan<byte> name = octets[1..end];
        if (name.IsEmpty || name.ContainsAnyInRange((byte)0, (byte)' '))
        {
            return false;
        }

        GopherAttribute found = GopherAttributes.Find(name);
        _block = (GopherAttributes.Flags(found) & GopherAttributeFlags.Block) != 0 ? found : GopherAttribute.Unknown;
        _isOpen = true;
        _items += _block == GopherAttribute.Info ? 1 : 0;
        line.Kind = GopherAttributeLineKind.Block;
        line.Block = _block;
        line.Name = new GopherText(1, end - 1);
        line.Value = Behind(octets, end < octets.Length && octets[end] == (byte)':' ? end + 1 : end);
        return true;
    }

    private readonly void ReadData(ReadOnlySpan<byte> octets, ref GopherAttributeLine line)
    {
        int colon = _block is GopherAttribute.Admin or GopherAttribute.Views or GopherAttribute.Ask or GopherAttribute.Veronica ? octets.IndexOf((byte)':') : -1;
        if (colon <= 1)
        {
            line.Kind = GopherAttributeLineKind.Text;
            line.Value = new GopherText(1, octets.Length - 1);
            return;
        }

        line.Kind = GopherAttributeLineKind.Field;
        line.Name = new GopherText(1, colon - 1);
        line.Value = Behind(octets, colon + 1);
        GopherAttribute found = _block is GopherAttribute.Admin or GopherAttribute.Veronica ? GopherAttributes.Find(line.Name.In(octets)) : GopherAttribute.Unknown;
        line.Field = found == GopherAttribute.Admin || (GopherAttributes.Flags(found) & GopherAttributeFlags.Field) != 0 ? found : GopherAttribute.Unknown;
    }

    // What stands behind one space, which may be missing.
    private static GopherText Behind(ReadOnlySpan<byte> octets, int at)
    {
        int start = at < octets.Length && octets[at] == (byte)' ' ? at + 1 : at;
        return new GopherText(start, octets.Length - start);
    }
}
