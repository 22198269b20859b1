using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>The sample server as a process, ended with the test.</summary>
internal sealed class RawServerSample : IAsyncDisposable
{
    private readonly Process _process;

    private RawServerSample(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    /// <summary>Where it listens, as it printed it.</summary>
    public Uri Url { get; }

    public string Port => Url.Port.ToString(CultureInfo.InvariantCulture);

    public static async Task<RawServerSample> StartAsync()
    {
        Process process = Peer.Start("dotnet", BuiltProject.Find("samples/RawServer", "RawServer.dll"), "0");
        string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Listening on http://127.0.0.1:", line, StringComparison.Ordinal);
        return new RawServerSample(process, new Uri(line!["Listening on ".Length..]));
    }

    /// <summary>Sends the octets in one segment and reads until the server closes.</summary>
    public async Task<string> ExchangeAsync(string octets)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Url.Host, Url.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(octets), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
