using System.Net;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A Gopher server of the tests' own over one folder, at one loopback port.</summary>
internal abstract class GopherPeer : IAsyncDisposable
{
    private ForegroundPeer? _process;

    protected GopherPeer(string root, IPAddress address) => (Root, Address) = (root, address);

    /// <summary>Its top menu, on disk.</summary>
    public string Root { get; }

    public IPAddress Address { get; }

    public int Port => _process!.Port;

    /// <summary>Its <see cref="TestAuthority.Root"/> is whom a client must trust, where it speaks TLS.</summary>
    public TestAuthority Authority { get; } = new();

    /// <summary>Its top menu, without TLS.</summary>
    public Uri Url => new UriBuilder("gopher", Address.ToString(), Port).Uri;

    /// <summary>A folder of its own, beside the one it serves.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("hiperf-gopher-").FullName;

    public async Task<GopherPeer> StartAsync()
    {
        try
        {
            _process = await RunAsync();
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Authority.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    protected abstract Task<ForegroundPeer> RunAsync();

    /// <summary>Writes a file of its own; answers its path.</summary>
    protected string WriteFile(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
