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

    public async ValueTask InitializeAsync() => _ = await DotnetCommand.RunAsync(
        RepositoryRoot(),
        new Dictionary<string, string>(),
        // Its own outputs: the projects' folders belong to the build that runs this test.
        "pack", "src/Core", "-c", "Release", "-o", Feed, $"-p:Version={Version}", "-p:UseArtifactsOutput=true", $"-p:ArtifactsPath={Path.Combine(root, "artifacts")}");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return default;
    }

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "HiPerf.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("HiPerf.sln is above no folder of the tests.");
        return folder;
    }
}
