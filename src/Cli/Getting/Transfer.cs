using System.Buffers;
using System.Security.Cryptography;

namespace HiPerf.Cli.Getting;

/// <summary>Moves the content of a file to a stream, counting, and hashing when asked to.</summary>
internal sealed class Transfer : IDisposable
{
    private const int BufferSize = 256 * 1024;
    private readonly IncrementalHash? _hash;

    public Transfer(bool hashes)
    {
        _hash = hashes ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    }

    /// <summary>Octets moved so far.</summary>
    public long Count { get; private set; }

    /// <summary>SHA-256 of what was moved, in lower case; null unless asked for.</summary>
    public string? Sha256 => _hash is null ? null : Convert.ToHexStringLower(_hash.GetCurrentHash());

    public async Task RunAsync(InternetFile file, Stream destination, Action<long>? progress, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int count;
            while ((count = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                _hash?.AppendData(buffer, 0, count);
                Count += count;
                progress?.Invoke(Count);
            }

            await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A read that failed is over: nothing writes into the buffer any more.
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _hash?.Dispose();
}
