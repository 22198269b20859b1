using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>Finds the programs that are installed, and runs them.</summary>
internal static class Peer
{
    /// <summary>The path of a program; skips the test with the package's name where it is missing, or fails it where peers are required.</summary>
    public static string Require(string program, string package)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin")
            .Split(':')
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        if (path is not null)
        {
            return path;
        }

        Miss(program, package);
        return string.Empty;
    }

    /// <summary>Skips the test with the package's name, or fails it where peers are required.</summary>
    [DoesNotReturn]
    public static void Miss(string program, string package)
    {
        if (Environment.GetEnvironmentVariable("HIPERF_REQUIRE_PEERS") == "1")
        {
            Assert.Fail($"{program} is required here and missing: install the package {package}.");
        }

        Assert.Skip($"needs the package {package}");
    }

    /// <summary>Skips the test of a server that changes its user or its root, where it may not.</summary>
    public static void RequireRoot(string program) => Assert.SkipUnless(Environment.IsPrivilegedProcess, $"{program} must be started by root");

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts a program, its output caught.</summary>
    public static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
}
