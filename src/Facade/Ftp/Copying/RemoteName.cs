using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HiPerf.Ftp;

/// <summary>Names on a server under which a file is written before it is whole.</summary>
internal static class RemoteName
{
    // Servers' file systems take 255 octets a name; the whole of what is added here is 24.
    private const int MaxKept = 200;

    /// <summary>A name beside the target that nobody else uses.</summary>
    public static string Unique(string remotePath) => Beside(remotePath, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    /// <summary>A name beside the target that this local file has as long as it is not changed: what lies there is a beginning of it.</summary>
    public static string Of(string remotePath, string localPath, long length, DateTime writeTimeUtc)
    {
        byte[] known = [.. new byte[16], .. Encoding.UTF8.GetBytes(Path.GetFullPath(localPath))];
        BinaryPrimitives.WriteInt64BigEndian(known, length);
        BinaryPrimitives.WriteInt64BigEndian(known.AsSpan(8), writeTimeUtc.Ticks);
        return Beside(remotePath, Convert.ToHexStringLower(SHA256.HashData(known).AsSpan(0, 8)));
    }

    private static string Beside(string remotePath, string mark)
    {
        var cut = remotePath.AsSpan().LastIndexOfAny('/', '\\') + 1;
        var name = remotePath.AsSpan(cut);
        while (Encoding.UTF8.GetByteCount(name) > MaxKept)
        {
            name = name[..(name.Length - (name.Length > 1 && char.IsLowSurrogate(name[^1]) ? 2 : 1))];
        }

        return $"{remotePath.AsSpan(0, cut)}.{name}.{mark}.part";
    }
}
