using System.Security.Cryptography;
using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Whole transfers as the tests make them: each is complete, or the test fails.</summary>
internal static class FtpFileSteps
{
    public static async Task WriteAllAsync(this FtpConnection connection, string path, ReadOnlyMemory<byte> octets, FtpWriteOptions? options = null)
    {
        await using FtpFile file = await connection.OpenWriteAsync(path, options, TestContext.Current.CancellationToken);
        await file.WriteAsync(octets, TestContext.Current.CancellationToken);
        await file.CompleteAsync(TestContext.Current.CancellationToken);
        Assert.True(file.IsComplete);
    }

    public static async Task<byte[]> ReadAllAsync(this FtpConnection connection, string path, FtpReadOptions? options = null)
    {
        await using FtpFile file = await connection.OpenReadAsync(path, options, TestContext.Current.CancellationToken);
        return await ReadAllAsync(file);
    }

    public static async Task<byte[]> ReadAllAsync(FtpFile file)
    {
        byte[] octets = await Content.ReadAllAsync(file);
        Assert.True(file.IsComplete);
        Assert.True(file.LengthVerified);
        return octets;
    }

    public static async Task<List<FtpEntry>> ListAsync(this FtpConnection connection, string? path = null, FtpEnumerateOptions? options = null)
    {
        List<FtpEntry> entries = [];
        await foreach (FtpEntry entry in connection.EnumerateAsync(path, options, TestContext.Current.CancellationToken))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Compares by hash: a difference of megabytes is no message.</summary>
    public static void AssertSame(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(expected.Span)), Convert.ToHexString(SHA256.HashData(actual.Span)));
    }
}
