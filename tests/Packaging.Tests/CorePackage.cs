namespace HiPerf.Packaging.Tests;

/// <summary>HiPerf.Core, packed once into a folder feed of its own, with a version no cache has seen.</summary>
public sealed class CorePackage : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("hiperf-packaging-").FullName;

    public string Version { get; } = $"0.1.0-test.g{Guid.NewGuid():N}";

    public string Feed => Path.Combine(root, "feed");

    public string File => Path.Combine(Feed, $"HiPerf.Core.{Version}.nupkg");

    /// <summary>Restored packages go to a folder of this run, not into the user's cache.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(root, "packages") };

    public async ValueTask InitializeAsync()
    {
        // A copy, so that the outputs are its own and yet lie where `dotnet pack` in a clone puts them: other layouts hide wrong paths.
        var copy = NewFolder("clone");
        foreach (var folder in (string[])["eng", "registry", "src/Core", "src/Generators"])
        {
            CopySources(Path.Combine(RepositoryRoot(), folder), Path.Combine(copy, folder));
        }

        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "src/Directory.Build.props", ".editorconfig", "global.json"])
        {
            System.IO.File.Copy(Path.Combine(RepositoryRoot(), file), Path.Combine(copy, file));
        }

        _ = await DotnetCommand.RunAsync(copy, new Dictionary<string, string>(), "pack", "src/Core", "-c", "Release", "-o", Feed, $"-p:Version={Version}");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return default;
    }

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    private static void CopySources(string from, string to)
    {
        _ = Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            System.IO.File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            CopySources(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "HiPerf.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("HiPerf.sln is above no folder of the tests.");
        }

        return folder;
    }
}
