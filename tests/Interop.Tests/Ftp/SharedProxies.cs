using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>One proxy of each kind for the tests of a class; each begins when the first test asks for it.</summary>
public sealed class SharedProxies : IAsyncDisposable
{
    private readonly Lazy<Task<SquidPeer>> _squid = new(() => SquidPeer.StartAsync(asksWho: true));
    private readonly Lazy<Task<DantePeer>> _dante = new(() => DantePeer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        if (_squid is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _squid.Value).DisposeAsync();
        }

        if (_dante is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _dante.Value).DisposeAsync();
        }
    }

    internal Task<SquidPeer> SquidAsync() => _squid.Value;

    internal Task<DantePeer> DanteAsync() => _dante.Value;
}
