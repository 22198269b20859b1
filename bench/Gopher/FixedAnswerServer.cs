using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HiPerf.Bench.Gopher;

/// <summary>The least a server on Kestrel's transport can do: the same octets for every line. What our server takes beyond it is its own.</summary>
internal sealed class FixedAnswerServer(byte[] answer)
{
    /// <summary>Listens on a free port, prints it, and serves a file's octets until the input ends.</summary>
    public static async Task<int> RunAsync(string path, TextReader input, TextWriter output)
    {
        // As our server sets it.
        var transport = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions { UnsafePreferInlineScheduling = true, MaxReadBufferSize = 64 * 1024, MaxWriteBufferSize = 2 }),
            NullLoggerFactory.Instance);
        IConnectionListener listener = await transport.BindAsync(new IPEndPoint(IPAddress.Loopback, 0)).ConfigureAwait(false);
        _ = new FixedAnswerServer(await File.ReadAllBytesAsync(path).ConfigureAwait(false)).AcceptAsync(listener);
        await output.WriteLineAsync(FormattableString.Invariant($"{((IPEndPoint)listener.EndPoint).Port}")).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        while (await input.ReadLineAsync().ConfigureAwait(false) is not null)
        {
        }

        return 0;
    }

    private async Task AcceptAsync(IConnectionListener listener)
    {
        while (await listener.AcceptAsync().ConfigureAwait(false) is { } connection)
        {
            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(ConnectionContext connection)
    {
        await using (connection.ConfigureAwait(false))
        {
            while (true)
            {
                System.IO.Pipelines.ReadResult read = await connection.Transport.Input.ReadAsync().ConfigureAwait(false);
                bool isLine = read.Buffer.PositionOf((byte)'\n') is not null;
                connection.Transport.Input.AdvanceTo(isLine ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
                if (isLine)
                {
                    await connection.Transport.Output.WriteAsync(answer).ConfigureAwait(false);
                }

                if (isLine || read.IsCompleted)
                {
                    break;
                }
            }

            await connection.Transport.Output.CompleteAsync().ConfigureAwait(false);
        }
    }
}
