using System.Diagnostics;

namespace HiPerf.Server.Tests;

/// <summary>A folder of one test, with a root inside it so that there is an outside.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Outside = Directory.CreateTempSubdirectory("hiperf-server-").FullName;
        Root = Directory.CreateDirectory(Path.Join(Outside, "root")).FullName;
    }

    public string Outside { get; }

    public string Root { get; }

    public string Add(string name, string text) => Add(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file dated 2020-01-02 03:04:05 UTC.</summary>
    public string Add(string name, byte[] content)
    {
        var path = Path.Join(Root, name);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        return path;
    }

    public string AddFifo(string name)
    {
        var path = Path.Join(Root, name);
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return path;
    }

    public void Dispose() => Directory.Delete(Outside, recursive: true);
}
