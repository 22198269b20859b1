using System.Runtime.CompilerServices;

namespace HiPerf.Generators.Tests;

/// <summary>Compares emitted source with a committed text file. Set HIPERF_UPDATE_SNAPSHOTS=1 to write the files anew, then read the difference.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("HIPERF_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, "..", "Snapshots", name + ".txt"), actual);
            Assert.Skip("The snapshot was written anew.");
        }

        var path = Path.Combine(AppContext.BaseDirectory, "Snapshots", name + ".txt");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
