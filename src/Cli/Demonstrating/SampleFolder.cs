using System.Security.Cryptography;

namespace HiPerf.Cli.Demonstrating;

/// <summary>A folder in the system's temporary one with a small and a large file of random octets; gone when disposed of.</summary>
internal sealed class SampleFolder : IDisposable
{
    public const int SmallLength = 1024;
    public const int LargeLength = 16 * 1024 * 1024;

    private SampleFolder(string path)
    {
        FullPath = path;
    }

    public string FullPath { get; }

    public const string SmallName = "small.bin";

    public const string LargeName = "large.bin";

    /// <summary>SHA-256 of the large file's octets, taken before they were written.</summary>
    public required string LargeSha256 { get; init; }

    /// <summary>SHA-256 of the small file's octets, taken before they were written.</summary>
    public required string SmallSha256 { get; init; }

    public static SampleFolder Create()
    {
        byte[] small = RandomNumberGenerator.GetBytes(SmallLength);
        byte[] large = RandomNumberGenerator.GetBytes(LargeLength);
        var folder = new SampleFolder(Directory.CreateTempSubdirectory("hiperf-demo-").FullName)
        {
            SmallSha256 = Convert.ToHexStringLower(SHA256.HashData(small)),
            LargeSha256 = Convert.ToHexStringLower(SHA256.HashData(large)),
        };
        File.WriteAllBytes(Path.Combine(folder.FullPath, SmallName), small);
        File.WriteAllBytes(Path.Combine(folder.FullPath, LargeName), large);
        return folder;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
