using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace HiPerf.Server;

/// <summary>Serves one folder over Gopher: a connection handler for Kestrel, or for <see cref="InternetServer"/>.</summary>
/// <remarks>In Kestrel: register <see cref="GopherFolderOptions"/> and this handler as singletons, then <c>listenOptions.UseConnectionHandler&lt;GopherFolderHandler&gt;()</c>. RFC 1436; Gopher+.</remarks>
public sealed class GopherFolderHandler : ConnectionHandler
{
    /// <summary>Makes a handler; one serves any number of connections.</summary>
    /// <param name="options">The folder and the limits.</param>
    /// <param name="sessions">Where its sessions are registered; a registry of its own by default.</param>
    /// <param name="logger">Takes what fails; nobody by default.</param>
    /// <param name="clock">The clock and the timers; the system's by default.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public GopherFolderHandler(GopherFolderOptions options, SessionRegistry? sessions = null, ILogger<GopherFolderHandler>? logger = null, TimeProvider? clock = null)
    {
        throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override Task OnConnectedAsync(ConnectionContext connection) => throw new NotSupportedException();
}
