using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HiPerf.Ftp;

/// <summary>The hash of what is copied, taken while it goes by, to be compared with the server's.</summary>
internal sealed class CopyDigest : IDisposable
{
    private const int BufferSize = 128 * 1024;

    private static readonly FtpHashAlgorithms[] s_order =
        [FtpHashAlgorithms.Sha512, FtpHashAlgorithms.Sha384, FtpHashAlgorithms.Sha256, FtpHashAlgorithms.Sha1, FtpHashAlgorithms.Md5, FtpHashAlgorithms.Crc32];

    private readonly IncrementalHash? _hash;
    private Crc32 _crc = new();

    /// <param name="algorithm">One algorithm.</param>
    public CopyDigest(FtpHashAlgorithms algorithm)
    {
        Algorithm = algorithm;
        _hash = algorithm switch
        {
            FtpHashAlgorithms.Crc32 => null,
            FtpHashAlgorithms.Md5 => IncrementalHash.CreateHash(HashAlgorithmName.MD5),
            FtpHashAlgorithms.Sha1 => IncrementalHash.CreateHash(HashAlgorithmName.SHA1),
            FtpHashAlgorithms.Sha256 => IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
            FtpHashAlgorithms.Sha384 => IncrementalHash.CreateHash(HashAlgorithmName.SHA384),
            FtpHashAlgorithms.Sha512 => IncrementalHash.CreateHash(HashAlgorithmName.SHA512),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };
    }

    public FtpHashAlgorithms Algorithm { get; }

    /// <summary>What it proves when it agrees.</summary>
    public FtpProof Proof => Algorithm is FtpHashAlgorithms.Sha256 or FtpHashAlgorithms.Sha384 or FtpHashAlgorithms.Sha512 ? FtpProof.Hash : FtpProof.Checksum;

    /// <summary>The strongest of a set; None of none.</summary>
    public static FtpHashAlgorithms Strongest(FtpHashAlgorithms algorithms) => Array.Find(s_order, one => (algorithms & one) != 0);

    /// <summary>Hashes a local file.</summary>
    public static async ValueTask<byte[]> OfFileAsync(Stream file, FtpHashAlgorithms algorithm, CancellationToken cancellationToken)
    {
        using var digest = new CopyDigest(algorithm);
        await digest.AppendAsync(file, long.MaxValue, cancellationToken).ConfigureAwait(false);
        return digest.Finish();
    }

    public void Append(ReadOnlySpan<byte> octets)
    {
        if (_hash is null)
        {
            _crc.Append(octets);
        }
        else
        {
            _hash.AppendData(octets);
        }
    }

    /// <summary>Appends what a stream holds, up to a count.</summary>
    /// <returns>How many octets there were.</returns>
    public async ValueTask<long> AppendAsync(Stream stream, long count, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long total = 0;
            while (total < count)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count - total)), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                Append(buffer.AsSpan(0, read));
                total += read;
            }

            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Forgets what was appended.</summary>
    public void Restart()
    {
        _crc = new Crc32();
        _ = _hash?.GetHashAndReset();
    }

    /// <summary>The value; nothing is appended behind it.</summary>
    public byte[] Finish()
    {
        if (_hash is not null)
        {
            return _hash.GetCurrentHash();
        }

        var value = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(value, _crc.Value);
        return value;
    }

    public void Dispose() => _hash?.Dispose();
}
