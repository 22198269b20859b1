using System.Text;

namespace HiPerf.Facade.Tests.Mirroring;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public static readonly DateTime Then = new(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc);

    public string FullPath { get; } = Directory.CreateTempSubdirectory("hiperf-test-").FullName;

    public string this[string relative] => Path.Join(FullPath, relative);

    public TempFolder With(string relative, string content, DateTime? time = null)
    {
        var path = this[relative];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(content));
        File.SetLastWriteTimeUtc(path, time ?? Then);
        return this;
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    /// <summary>Every file and folder below, sorted; folders end in a slash.</summary>
    public string[] All() =>
    [
        .. new DirectoryInfo(FullPath).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(info => Path.GetRelativePath(FullPath, info.FullName).Replace('\\', '/') + (info is DirectoryInfo ? "/" : string.Empty))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
