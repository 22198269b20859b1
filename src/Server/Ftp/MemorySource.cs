namespace HiPerf.Server;

/// <summary>A file, or the rest of one, that lies in memory.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> content) : TransferSource
{
    private int _at;

    public override long Length => content.Length;

    public override ReadOnlyMemory<byte> Whole => content;

    public override ValueTask<int> ReadAsync(Memory<byte> destination)
    {
        var count = Math.Min(destination.Length, content.Length - _at);
        content.Slice(_at, count).CopyTo(destination);
        _at += count;
        return new(count);
    }

    public override void Dispose()
    {
    }
}
