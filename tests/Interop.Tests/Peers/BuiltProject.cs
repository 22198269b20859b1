namespace HiPerf.Interop.Tests.Peers;

/// <summary>Where the assembly of a project of this repository stands, built as these tests are.</summary>
internal static class BuiltProject
{
    public static string Find(string folder, string assembly)
    {
        // …/tests/Interop.Tests/bin/CONFIGURATION/FRAMEWORK/
        string framework = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string configuration = Path.GetDirectoryName(framework)!;
        return Path.Combine(Folder(folder), "bin", Path.GetFileName(configuration), Path.GetFileName(framework), assembly);
    }

    /// <summary>A folder of this repository.</summary>
    public static string Folder(string folder) => Path.GetFullPath(Path.Combine(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), "../../../../..", folder));
}
