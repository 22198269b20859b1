using System.Buffers;

namespace HiPerf.Gopher;

/// <summary>What is no menu: a text, its dots taken off, or octets as they are.</summary>
/// <param name="hasDots">Whether it ends in a line of a dot, and lines that begin with one bear another: RFC 1436 appendix. A status line of Gopher+ says so itself.</param>
internal sealed class GopherDocumentContent(bool hasDots) : GopherContent
{
    private bool _hasDots = hasDots;
    private GopherTextDecoder _decoder;

    public override bool Terminated => _decoder.Terminated;

    public override Deviations Deviations => _decoder.Deviations;

    public override bool TakesDirectly => !_hasDots && Window.IsEmpty;

    public override void Begin(GopherFraming framing) => _hasDots = framing == GopherFraming.DotTerminated;

    public override bool TryTake(Span<byte> destination, out int taken)
    {
        if (_hasDots)
        {
            var status = _decoder.Decode(Window.Octets, destination, IsFinal, out var consumed, out taken);
            Window.Consume(consumed);
            IsComplete = status == OperationStatus.Done;
        }
        else
        {
            taken = Window.Take(destination);
            IsComplete = IsFinal && Window.IsEmpty;
        }

        return taken > 0 || IsComplete;
    }
}
