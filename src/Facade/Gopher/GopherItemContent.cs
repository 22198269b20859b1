namespace HiPerf.Gopher;

/// <summary>A menu, handed out item by item.</summary>
internal sealed class GopherItemContent(ConnectionKey key, GopherLimits limits, GopherItemMaker maker) : GopherMenuContent(key, limits)
{
    /// <summary>The item that was taken last.</summary>
    public GopherItem? Current { get; private set; }

    /// <summary>How the texts were read so far.</summary>
    public GopherCharset Charset => maker.Charset;

    /// <inheritdoc/>
    /// <remarks>Takes one item, and fills no destination.</remarks>
    public override bool TryTake(Span<byte> destination, out int taken)
    {
        taken = 0;
        if (!TryParse(0, out var line, out var consumed))
        {
            return false;
        }

        if (line.Kind == GopherLineKind.End)
        {
            Current = null;
            IsComplete = true;
            return true;
        }

        Current = maker.Make(in line, Window.Octets);
        Window.Consume(consumed);
        taken = 1;
        return true;
    }
}
