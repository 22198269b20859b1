namespace HiPerf.Interop.Tests.Peers;

/// <summary>Our own command, as a process: <c>dotnet HiPerf.Cli.dll</c>.</summary>
internal static class HiperfCommand
{
    private static readonly string s_assembly = BuiltProject.Find("src/Cli", "HiPerf.Cli.dll");

    public static Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => Peer.RunAsync("dotnet", [s_assembly, .. arguments]);

    public static System.Diagnostics.Process Start(params string[] arguments) => Peer.Start("dotnet", [s_assembly, .. arguments]);

    /// <summary>The command line, for a shell.</summary>
    public static string[] Line(params string[] arguments) => ["dotnet", s_assembly, .. arguments];
}
