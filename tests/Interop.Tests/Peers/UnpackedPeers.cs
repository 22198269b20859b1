using System.Diagnostics;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>Programs whose packages exclude one another: the folder HIPERF_PEERS, or <c>artifacts/peers</c> of this clone, holds them unpacked with their libraries.</summary>
internal static class UnpackedPeers
{
    private static readonly string s_folder = Environment.GetEnvironmentVariable("HIPERF_PEERS") ?? BuiltProject.Folder("artifacts/peers");

    /// <summary>The folder a program's package is rooted in: the unpacked one, or "/" where it is installed; skips or fails the test where it is neither.</summary>
    public static string Require(string program, string package)
    {
        if (File.Exists(Path.Combine(s_folder, "usr/sbin", program)))
        {
            return s_folder;
        }

        _ = Peer.Require(program, package);
        return "/";
    }

    /// <summary>Starts a program of such a folder with the libraries there.</summary>
    public static ProcessStartInfo Command(string root, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(root, program), arguments);
        if (root != "/")
        {
            start.Environment["LD_LIBRARY_PATH"] = string.Join(':', Directory.GetDirectories(Path.Combine(root, "usr/lib"), "*-linux-gnu*"));
        }

        return start;
    }
}
