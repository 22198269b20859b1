namespace HiPerf.Server;

/// <summary>What one transfer sends, block by block.</summary>
internal abstract class TransferSource : IDisposable
{
    /// <summary>Octets it has in all, −1 where that is not known before.</summary>
    public abstract long Length { get; }

    /// <summary>All of it, where it lies in memory already; else empty.</summary>
    public virtual ReadOnlyMemory<byte> Whole => default;

    /// <summary>Reads the next block.</summary>
    /// <param name="destination">At least 4 KiB.</param>
    /// <returns>Octets read; 0 at the end.</returns>
    /// <exception cref="IOException">It cannot be read on.</exception>
    public abstract ValueTask<int> ReadAsync(Memory<byte> destination);

    public abstract void Dispose();
}
