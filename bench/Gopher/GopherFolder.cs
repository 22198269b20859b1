using System.Globalization;
using System.Text;

namespace HiPerf.Bench.Gopher;

/// <summary>What the servers serve, made anew for a run: twenty texts of 1 KiB in one folder, nothing else.</summary>
/// <remarks>In memory where the system has a file system for it: the disk is not what is measured.</remarks>
internal sealed class GopherFolder : IDisposable
{
    public const int Files = 20;
    private const string Memory = "/dev/shm";
    private readonly string _path = Directory.CreateDirectory(Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), "hiperf-bench-" + Guid.NewGuid())).FullName;

    public GopherFolder()
    {
        Directory.CreateDirectory(Root);
        for (int i = 1; i <= Files; i++)
        {
            File.WriteAllBytes(Path.Combine(Root, Name(i)), Text);
        }
    }

    /// <summary>The text that each file is: sixteen lines, none of which begins with a dot.</summary>
    public static byte[] Text { get; } = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("A line of text of sixty-four octets, as such files consist of.\r\n", 16)));

    public string Root => Of("root");

    /// <summary>The file with a number, 1 to <see cref="Files"/>.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"file{number:D2}.txt");

    /// <summary>A name beside the folder that is served.</summary>
    public string Of(string name) => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
