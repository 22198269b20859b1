namespace HiPerf.Gopher;

/// <summary>Reads a menu line by line, wherever the octets are cut. One value a menu.</summary>
/// <remarks>
/// <code>
/// menu = *( line CRLF ) [ "." CRLF ]
/// line = type display HTAB selector HTAB host HTAB port [ HTAB ( "+" / "?" ) ]
/// </code>
/// <para>RFC 1436 appendix, Gopher+ section 2.2. No content stops the reading: a line that is no item is answered as <see cref="GopherLineKind.Malformed"/>.
/// Let pass as deviations: LF alone as a line end, lines without all fields or with more, selectors beyond 255 octets, the end without its dot.</para>
/// <para>An error is final: every later call answers it again, and nothing behind it is read. Nothing is decoded, no host judged beyond its octets.</para>
/// </remarks>
public struct GopherMenuParser
{
    private GopherLines _lines;
    private int _primary;       // one more than the index, so that default means none
    private byte _primaryType;

    /// <summary>Octets consumed since the start of the menu: what is added to an offset to place it in the menu.</summary>
    public readonly long ConsumedTotal => _lines.Consumed;

    /// <summary>Lines answered, items or not.</summary>
    public readonly int LineCount => _lines.Count;

    /// <summary>Whether the whole menu was read.</summary>
    public readonly bool IsComplete => _lines.IsComplete;

    /// <summary>Whether the menu ended in a line of a dot alone. A menu that did not may be cut short.</summary>
    public readonly bool Terminated => _lines.IsTerminated;

    /// <summary>All that was let pass so far.</summary>
    public Deviations Deviations { readonly get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="buffer">The octets that follow those consumed so far.</param>
    /// <param name="isFinal">Whether the connection ends with this buffer.</param>
    /// <param name="item">What the line says, with offsets into <paramref name="buffer"/>.</param>
    /// <param name="limits">MaxLine, MaxItems, MaxMenu.</param>
    /// <returns>
    /// Done: Consumed octets are spent, the line's end included; Position is the offset of the first deviation or −1. After End every call answers End again and consumes nothing.
    /// NeedMoreData: the buffer ends inside a line: call again with the same octets and more behind them. Never when <paramref name="isFinal"/>.
    /// InvalidData: GopherLineTooLong, TooManyGopherItems, GopherMenuTooLarge; Position is the first octet that is too many.
    /// </returns>
    public ParseResult Parse(ReadOnlySpan<byte> buffer, bool isFinal, out GopherMenuItem item, in GopherLimits limits)
    {
        item = default;
        ParseResult result = _lines.Next(buffer, isFinal, in limits, out int length);
        if (!result.IsDone)
        {
            return result;
        }

        if (length < 0)
        {
            Deviations |= result.Deviations;
            return result;
        }

        GopherItemLine.Read(buffer[..length], out item);
        item.Index = _lines.Count - 1;
        if (result.Deviations != Deviations.None)
        {
            item.Let(result.Deviations, result.Position);
            item.Faults |= result.Consumed == buffer.Length && buffer[result.Consumed - 1] != (byte)'\n' ? GopherItemFaults.Unended : GopherItemFaults.None;
        }

        Bind(ref item);
        Deviations |= item.Deviations;
        return ParseResult.Done(result.Consumed, item.Deviations, item.Deviations == Deviations.None ? -1 : item.FirstDeviation);
    }

    // A malformed line counts as primary: a mirror of it must not become one of the item before.
    private void Bind(ref GopherMenuItem item)
    {
        if (item.TypeOctet == (byte)'+')
        {
            item.PrimaryIndex = _primary - 1;
            item.PrimaryTypeOctet = _primaryType;
            return;
        }

        item.PrimaryIndex = item.Index;
        item.PrimaryTypeOctet = item.TypeOctet;
        if (item.TypeOctet != (byte)'i')
        {
            _primary = item.Index + 1;
            _primaryType = item.TypeOctet;
        }
    }
}
