using System.Diagnostics;
using System.Globalization;
using HiPerf.Bench.EndToEnd;

namespace HiPerf.Bench.Quick;

/// <summary>Runs this program again with both ends on one core: over loopback on several, figures have two modes.</summary>
internal static class OneCore
{
    private const string Mark = "HIPERF_BENCH_PINNED";
    private const string OtherMark = "HIPERF_BENCH_OTHER_CORE";
    private const string Taskset = "/usr/bin/taskset";

    /// <summary>Whether this is the process on one core.</summary>
    public static bool IsPinned => Environment.GetEnvironmentVariable(Mark) == "1";

    /// <summary>A core that is left beside it; null where there is none, or nothing is pinned.</summary>
    public static string? Other => Environment.GetEnvironmentVariable(OtherMark);

    /// <summary>A command that stays on a core.</summary>
    public static ProcessStartInfo Place(ProcessStartInfo command, string core) => new(Taskset, ["-c", core, command.FileName, .. command.ArgumentList]);

    /// <summary>Runs it there, where <c>taskset</c> is there to say so.</summary>
    /// <param name="arguments">What this program was started with.</param>
    /// <returns>The exit code; null when it is there already, or cannot be.</returns>
    public static async Task<int?> TryRunAsync(string[] arguments)
    {
        if (IsPinned || !OperatingSystem.IsLinux() || !File.Exists(Taskset))
        {
            return null;
        }

        ProcessStartInfo start = ServerProcess.Self([Taskset, "-c", (Environment.ProcessorCount - 1).ToString(CultureInfo.InvariantCulture)], arguments);
        start.Environment[Mark] = "1";
        if (Environment.ProcessorCount > 1)
        {
            start.Environment[OtherMark] = "0";
        }

        // On one core the runtime waits ten times as long before it replaces code: nothing would be warm in seconds.
        start.Environment["DOTNET_TC_DelaySingleProcMultiplier"] = "1";
        using Process pinned = Process.Start(start)!;
        await pinned.WaitForExitAsync().ConfigureAwait(false);
        return pinned.ExitCode;
    }
}
