using Microsoft.AspNetCore.Connections.Features;

namespace HiPerf.Server;

/// <summary>Tells every connection's handler, as Kestrel does, that the server wants to end: finish the request under way and close.</summary>
internal sealed class StopNotification : IConnectionLifetimeNotificationFeature, IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken ConnectionClosedRequested
    {
        get => _source.Token;
        set => throw new NotSupportedException("The notification is the server's.");
    }

    public void RequestClose() => _source.Cancel();

    public void Dispose() => _source.Dispose();
}
