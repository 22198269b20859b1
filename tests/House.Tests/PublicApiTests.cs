using System.Reflection;

namespace HiPerf.House.Tests;

/// <summary>Holds what each assembly shows to a text file beside its project: a change of surface is a change of that file.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string, string> Assemblies => new()
    {
        { "HiPerf.Core", "src/Core/PublicApi.txt" },
        { "HiPerf.Transport", "src/Transport/PublicApi.txt" },
        { "HiPerf", "src/Facade/PublicApi.txt" },
        { "HiPerf.Server", "src/Server/PublicApi.txt" },
    };

    [Theory, MemberData(nameof(Assemblies))]
    public void Public_surface_is_the_written_one(string assembly, string file)
    {
        string path = Path.Combine(Repository.Root, file);
        string actual = PublicApi.Describe(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable("HIPERF_ACCEPT_API") == "1")
        {
            File.WriteAllText(path, actual);
        }

        string[] written = File.Exists(path) ? File.ReadAllLines(path) : [];
        string[] lines = actual.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(
            lines.SequenceEqual(written, StringComparer.Ordinal),
            $"""
            The public surface of {assembly} is not what {file} says. If the change is meant, accept it with
            HIPERF_ACCEPT_API=1 dotnet test tests/House.Tests -c Release, and write it into CHANGELOG.md.
            Added:
            {string.Join('\n', lines.Except(written).Take(30))}
            Removed:
            {string.Join('\n', written.Except(lines).Take(30))}
            """);
    }
}
