using System.Text;

namespace HiPerf.Bench.Ftp;

/// <summary>The floor: <see cref="RawFtpConnection"/> on asynchronous sockets. It knows no batch: there it goes one by one, which a batch is to beat.</summary>
internal sealed class RawFtpContestant : FtpContestant
{
    private static readonly byte[] s_noOp = Line("NOOP");
    private static readonly byte[] s_list = Line("LIST list");
    private static readonly byte[] s_download = Line("RETR big");
    private static readonly byte[] s_upload = Line("STOR up/raw");

    private readonly FtpFolder _folder;
    private readonly RawFtpConnection[] _connections;
    private readonly byte[][] _buffers = [.. Enumerable.Range(0, Connections).Select(_ => new byte[BufferLength])];
    private readonly byte[][] _retrieve;
    private readonly byte[] _size;

    private RawFtpContestant(FtpFolder folder, RawFtpConnection[] connections)
        : base("raw")
    {
        _folder = folder;
        _connections = connections;
        _retrieve = [.. folder.Names.Select(name => Line("RETR " + name))];
        _size = Line("SIZE " + folder.Names[0]);
    }

    public static async Task<RawFtpContestant> ConnectAsync(VsftpdProcess server, FtpFolder folder, bool secure)
    {
        var connections = new RawFtpConnection[Connections];
        for (int i = 0; i < Connections; i++)
        {
            connections[i] = await RawFtpConnection.ConnectAsync(server, secure).ConfigureAwait(false);
        }

        return new RawFtpContestant(folder, connections);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (RawFtpConnection connection in _connections)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private protected override Task RunAsync(FtpJob job, int count) => job.Kind switch
    {
        FtpJobKind.NoOp => CommandsAsync(s_noOp, 200, count),
        FtpJobKind.Size => CommandsAsync(_size, 213, count),
        FtpJobKind.Files or FtpJobKind.Batch => FilesAsync(0, 1, count),
        FtpJobKind.Parallel => Task.WhenAll(Enumerable.Range(0, Connections).Select(i => FilesAsync(i, Connections, count))),
        FtpJobKind.List => _connections[0].ReceiveAsync(s_list, _buffers[0]).AsTask(),
        FtpJobKind.Download => DownloadAsync(),
        _ => _connections[0].SendAsync(s_upload, _folder.Length, _buffers[0]),
    };

    private static byte[] Line(string command) => Encoding.ASCII.GetBytes(command + "\r\n");

    private async Task CommandsAsync(byte[] line, int code, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Expect(await _connections[0].CommandAsync(line).ConfigureAwait(false), code);
        }
    }

    private async Task FilesAsync(int first, int step, int count)
    {
        for (int i = first; i < count; i += step)
        {
            Expect(await _connections[first].ReceiveAsync(_retrieve[i % _retrieve.Length], _buffers[first]).ConfigureAwait(false), FtpFolder.SmallLength);
        }
    }

    private async Task DownloadAsync() => Expect(await _connections[0].ReceiveAsync(s_download, _buffers[0]).ConfigureAwait(false), _folder.Length);
}
