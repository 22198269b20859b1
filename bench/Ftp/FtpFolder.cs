using System.Globalization;

namespace HiPerf.Bench.Ftp;

/// <summary>What the server serves, made anew for a run: <c>small/</c> with files of 1 KiB, <c>list/</c> with empty ones, <c>big</c>, and <c>up/</c> to write to.</summary>
/// <remarks>In memory where the system has a file system for it: the disk is not what is measured.</remarks>
internal sealed class FtpFolder : IDisposable
{
    public const int SmallLength = 1024;

    public FtpFolder(int files, int entries, long length)
    {
        string memory = "/dev/shm";
        Path = Directory.CreateDirectory(System.IO.Path.Combine(Directory.Exists(memory) ? memory : System.IO.Path.GetTempPath(), "hiperf-bench-" + Guid.NewGuid())).FullName;
        Names = [.. Enumerable.Range(0, files).Select(i => "small/f" + i.ToString("D4", CultureInfo.InvariantCulture))];
        Length = length;
        EntryCount = entries;
        foreach (string folder in (string[])["root/small", "root/list", "root/up", "out", "empty"])
        {
            Directory.CreateDirectory(Of(folder));
        }

        byte[] small = new byte[SmallLength];
        new Random(1).NextBytes(small);
        foreach (string name in Names)
        {
            File.WriteAllBytes(Of("root/" + name), small);
        }

        for (int i = 0; i < entries; i++)
        {
            File.WriteAllBytes(Of(string.Create(CultureInfo.InvariantCulture, $"root/list/a file of some length {i:D5}.txt")), []);
        }

        using FileStream big = File.Create(Of("root/big"));
        byte[] block = new byte[1024 * 1024];
        new Random(2).NextBytes(block);
        for (long left = length; left > 0; left -= block.Length)
        {
            big.Write(block.AsSpan(0, (int)Math.Min(left, block.Length)));
        }
    }

    public string Path { get; }

    /// <summary>The small files, as the server's user names them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Files in <c>list/</c>.</summary>
    public int EntryCount { get; }

    /// <summary>Octets of <c>big</c>.</summary>
    public long Length { get; }

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
