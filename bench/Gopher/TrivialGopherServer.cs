using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Bench.Gopher;

/// <summary>The server of the clients' jobs, in a process of its own: one connection after another on blocking sockets, answers made beforehand. It is to cost as little as it can.</summary>
/// <remarks>It goes by the selector's second octet: <c>/m</c> and <c>/l</c> are menus, <c>/b</c> as many octets as it was started with, anything else a text.</remarks>
internal sealed class TrivialGopherServer(long downloadLength)
{
    private static readonly byte[] s_text = [.. GopherFolder.Text, .. ".\r\n"u8];
    private readonly byte[] _menu = Menu(20);
    private readonly byte[] _list = Menu(10_000);
    private readonly byte[] _block = new byte[256 * 1024];

    /// <summary>Listens on a free port, prints it, and serves until the input ends.</summary>
    public static async Task<int> RunAsync(long downloadLength, TextReader input, TextWriter output)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var server = new TrivialGopherServer(downloadLength);
        new Thread(() => server.Serve(listener)) { IsBackground = true }.Start();
        await output.WriteLineAsync(FormattableString.Invariant($"{((IPEndPoint)listener.LocalEndPoint!).Port}")).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        while (await input.ReadLineAsync().ConfigureAwait(false) is not null)
        {
        }

        return 0;
    }

    private static byte[] Menu(int items) => Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Range(0, items).Select(i => string.Create(CultureInfo.InvariantCulture, $"0A file of some length {i:D5}\t/files/some/{i:D5}.txt\t127.0.0.1\t70\r\n"))) + ".\r\n");

    private void Serve(Socket listener)
    {
        byte[] line = new byte[512];
        while (true)
        {
            using Socket socket = listener.Accept();
            try
            {
                // A line of this size comes in one piece.
                if (socket.Receive(line) > 1)
                {
                    Answer(socket, line[1]);
                }
            }
            catch (SocketException)
            {
                // The client went away.
            }
        }
    }

    private void Answer(Socket socket, byte kind)
    {
        if (kind != (byte)'b')
        {
            _ = socket.Send(kind == (byte)'m' ? _menu : kind == (byte)'l' ? _list : s_text);
            return;
        }

        for (long left = downloadLength; left > 0; left -= _block.Length)
        {
            _ = socket.Send(_block, 0, (int)Math.Min(left, _block.Length), SocketFlags.None);
        }
    }
}
