using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Bench.EndToEnd;

/// <summary>This program, started again as <see cref="TrivialServer"/>, or on one core.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string line)
    {
        _process = process;
        string[] parts = line.Split(' ');
        PlainPort = int.Parse(parts[0], CultureInfo.InvariantCulture);
        TlsPort = int.Parse(parts[1], CultureInfo.InvariantCulture);
        Certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(parts[2]));
    }

    public int PlainPort { get; }

    public int TlsPort { get; }

    /// <summary>What it shows under TLS; signed by itself.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Starts it; it inherits the core this process is pinned to.</summary>
    public static async Task<ServerProcess> StartAsync(long downloadLength)
    {
        ProcessStartInfo start = Self([], ["trivial-server", downloadLength.ToString(CultureInfo.InvariantCulture)]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        Process process = Process.Start(start)!;
        string line = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, line);
    }

    /// <summary>Starts this program behind a command such as <c>taskset -c 1</c>.</summary>
    public static ProcessStartInfo Self(string[] before, string[] arguments)
    {
        string path = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(path) == "dotnet";
        string[] command = [.. before, path, .. isHost ? (string[])[typeof(ServerProcess).Assembly.Location] : [], .. arguments];
        return new ProcessStartInfo(command[0], command[1..]);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        Certificate.Dispose();
    }
}
