using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server;

/// <summary>The end of a connection whose client may still be sending: closing at once would answer its unread octets by a reset, and take the last answer with it.</summary>
/// <remarks>RFC 9112 section 9.6. Everything was flushed, and this direction ended where the transport can. What comes is dropped, unread, within a time and a number of octets.</remarks>
internal static class Linger
{
    /// <summary>Reads and drops until the client ends, or one of the limits is reached.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="pump">What reads it; what it holds already is no part of the linger.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="within">The time.</param>
    /// <param name="maxOctets">The octets; one more ends it.</param>
    public static async ValueTask RunAsync(ConnectionContext connection, ParsePump pump, TimeProvider clock, TimeSpan within, int maxOctets)
    {
        using var limit = new Deadline(clock, static state => ((ConnectionContext)state!).Transport.Input.CancelPendingRead(), connection);
        _ = limit.Start(InternetTimeout.Receive, InternetPhase.Closing, within);
        pump.Advance(pump.BufferedBytes);
        for (long drained = 0; drained <= maxOctets;)
        {
            try
            {
                var count = await pump.FillAsync().ConfigureAwait(false);
                if (count == 0)
                {
                    return;
                }

                drained += count;
                pump.Advance(count);
            }
            catch (OperationCanceledException) when (!limit.HasFired)
            {
                // The server is stopping, or a deadline that has been stopped since fired: the linger is short already.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
