namespace HiPerf.Gopher;

/// <summary>A menu as the server sent it, without the line of a dot that ends it.</summary>
internal sealed class GopherRawMenuContent(ConnectionKey key, GopherLimits limits) : GopherMenuContent(key, limits)
{
    private int _approved;
    private bool _ended;

    public override bool TryTake(Span<byte> destination, out int taken)
    {
        while (!_ended && _approved < destination.Length && TryParse(_approved, out var item, out var consumed))
        {
            _ended = item.Kind == GopherLineKind.End;
            _approved += _ended ? 0 : consumed;
        }

        taken = Math.Min(_approved, destination.Length);
        Window.Octets[..taken].CopyTo(destination);
        Window.Consume(taken);
        _approved -= taken;
        IsComplete = _ended && _approved == 0;
        return taken > 0 || IsComplete;
    }
}
