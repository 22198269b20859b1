using System.Security.Cryptography;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>Files to be fetched, and what they hash to.</summary>
internal static class Content
{
    /// <summary>Writes a file of pseudo-random octets; beyond 16 MiB the rest is a hole, so that even 1 GiB is quick to make.</summary>
    public static async Task WriteAsync(string path, long length)
    {
        byte[] block = new byte[(int)Math.Min(length, 16 * 1024 * 1024)];
        new Random((int)(length % 9973)).NextBytes(block);
        await using FileStream file = File.Create(path);
        await file.WriteAsync(block);
        file.SetLength(length);
    }

    /// <summary>Pseudo-random octets, the same for the same length.</summary>
    public static byte[] Octets(int length)
    {
        byte[] octets = new byte[length];
        new Random(length).NextBytes(octets);
        return octets;
    }

    public static async Task<string> HashAsync(string path)
    {
        await using FileStream file = File.OpenRead(path);
        return await HashAsync(file);
    }

    public static async Task<string> HashAsync(Stream stream) =>
        Convert.ToHexString(await SHA256.HashDataAsync(stream, TestContext.Current.CancellationToken));

    public static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
