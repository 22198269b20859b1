using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>An opened file from an offset to the end it had when it was opened.</summary>
internal sealed class FileSource(SafeFileHandle file, long offset, long length) : TransferSource
{
    private long _at = offset;
    private long _remaining = length;

    public override long Length { get; } = length;

    public override ValueTask<int> ReadAsync(Memory<byte> destination)
    {
        var wanted = destination[..(int)Math.Min(destination.Length, _remaining)];
        if (wanted.IsEmpty)
        {
            return new(0);
        }

        // What fits in one block is read where it stands: a thread of its own would cost more than the read.
        return wanted.Length == Length ? new(Take(RandomAccess.Read(file, wanted.Span, _at))) : ReadOnAsync(wanted);
    }

    public override void Dispose() => file.Dispose();

    private async ValueTask<int> ReadOnAsync(Memory<byte> wanted) => Take(await RandomAccess.ReadAsync(file, wanted, _at).ConfigureAwait(false));

    private int Take(int count)
    {
        if (count == 0)
        {
            throw new IOException("The file became shorter while it was sent.");
        }

        _at += count;
        _remaining -= count;
        return count;
    }
}
