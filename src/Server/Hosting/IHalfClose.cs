using System.Net.Sockets;

namespace HiPerf.Server;

/// <summary>A connection feature of our host: ends what the server sends while it still reads.</summary>
/// <remarks>Kestrel's transport shuts both directions down together. Our host's flushes go through to the socket, so that after one the end may follow at once.</remarks>
internal interface IHalfClose
{
    /// <summary>Ends the sending direction; everything was flushed. A connection that is gone already is no error.</summary>
    ValueTask ShutdownSendAsync();
}

/// <summary>Half-close of a plain socket.</summary>
internal sealed class SocketHalfClose(Socket socket) : IHalfClose
{
    public ValueTask ShutdownSendAsync()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The peer was faster.
        }

        return default;
    }
}
