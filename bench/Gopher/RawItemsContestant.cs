using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace HiPerf.Bench.Gopher;

/// <summary>The floor of a long menu: as <see cref="RawGopherContestant"/>, but it makes an item of each line, as whoever hands out items must: three strings and a port, nothing checked.</summary>
internal sealed class RawItemsContestant(int port) : GopherClientContestant("raw items")
{
    private readonly IPEndPoint _server = new(IPAddress.Loopback, port);
    private byte[] _menu = new byte[BufferLength];

    public override ValueTask DisposeAsync() => default;

    public override bool Does(GopherClientJob job) => job.Items > 0;

    private protected override async Task RunAsync(GopherClientJob job, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Expect(Items(await FetchAsync(job.Request).ConfigureAwait(false)), job.Items);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> FetchAsync(ReadOnlyMemory<byte> request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_server).ConfigureAwait(false);
        _ = await socket.SendAsync(request).ConfigureAwait(false);
        int length = 0;
        int read;
        while ((read = await socket.ReceiveAsync(_menu.AsMemory(length)).ConfigureAwait(false)) > 0)
        {
            length += read;
            if (length == _menu.Length)
            {
                Array.Resize(ref _menu, 2 * length);
            }
        }

        return length;
    }

    private int Items(int length)
    {
        ReadOnlySpan<byte> rest = _menu.AsSpan(0, length);
        int items = 0;
        while (rest.IndexOf("\r\n"u8) is > 0 and int end && rest[0] != '.')
        {
            items += Read(rest[..end]).Type == (byte)'0' ? 1 : 0;
            rest = rest[(end + 2)..];
        }

        return items;
    }

    private static Item Read(ReadOnlySpan<byte> line)
    {
        int display = line.IndexOf((byte)'\t');
        int selector = display + 1 + line[(display + 1)..].IndexOf((byte)'\t');
        int host = selector + 1 + line[(selector + 1)..].IndexOf((byte)'\t');
        return new Item(
            line[0],
            Encoding.UTF8.GetString(line[1..display]),
            Encoding.UTF8.GetString(line[(display + 1)..selector]),
            Encoding.UTF8.GetString(line[(selector + 1)..host]),
            int.Parse(line[(host + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private sealed record Item(byte Type, string Display, string Selector, string Host, int Port);
}
