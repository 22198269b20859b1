using HiPerf.Properties.Fuzz;

namespace HiPerf.Properties;

/// <summary>Runs the tests, as every test project does by itself; told <c>fuzz</c>, a fuzz target instead.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        if (args is ["fuzz", .. string[] rest])
        {
            return Task.FromResult(FuzzCommand.Run(rest, Console.Out, FuzzTargets.All));
        }

        // What `dotnet test` and the build start the assembly with.
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }
}
