using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>A menu, line by line, as RFC 1436 has it.</summary>
/// <param name="origin">Where items lead that name no server.</param>
/// <param name="mark">What items of this server say of Gopher+.</param>
/// <param name="maxItems">Lines.</param>
internal sealed class MenuText(GopherOrigin origin, GopherPlusMark mark, int maxItems) : MenuSink(origin, maxItems)
{
    private const int Longest = GopherMenuWriter.MaxLine + 2;

    protected override void WriteEntry(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, in FolderEntry entry) =>
        WriteItem(type, display, selector, Origin.Host, Origin.Port, mark);

    protected override void WriteItem(GopherItemType type, ReadOnlySpan<byte> display, ReadOnlySpan<byte> selector, ReadOnlySpan<byte> host, int port, GopherPlusMark mark)
    {
        _ = GopherMenuWriter.TryWriteItem(Octets.GetSpan(Longest), type, display, selector, host, port, mark, out var written);
        Octets.Advance(written);
    }

    protected override void WriteInformation(ReadOnlySpan<byte> text)
    {
        _ = GopherMenuWriter.TryWriteInformation(Octets.GetSpan(Longest), text, out var written);
        Octets.Advance(written);
    }

    protected override void WriteError(ReadOnlySpan<byte> text)
    {
        _ = GopherMenuWriter.TryWriteError(Octets.GetSpan(Longest), text, out var written);
        Octets.Advance(written);
    }
}
