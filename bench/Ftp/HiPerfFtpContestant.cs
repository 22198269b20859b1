using System.Runtime.CompilerServices;
using HiPerf.Ftp;

namespace HiPerf.Bench.Ftp;

/// <summary>Our client: a session, and one connection of it for each that a job may use.</summary>
internal sealed class HiPerfFtpContestant : FtpContestant
{
    private readonly InternetSession _session;
    private readonly FtpFolder _folder;
    private readonly FtpConnection[] _connections = new FtpConnection[Connections];
    private readonly byte[][] _buffers = [.. Enumerable.Range(0, Connections).Select(_ => new byte[BufferLength])];

    private HiPerfFtpContestant(InternetSession session, FtpFolder folder)
        : base("HiPerf")
    {
        _session = session;
        _folder = folder;
    }

    public override bool IsOurs => true;

    public static async Task<HiPerfFtpContestant> ConnectAsync(VsftpdProcess server, FtpFolder folder, bool secure)
    {
        var session = new InternetSession(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = secure ? [server.Certificate] : null } });
        var contestant = new HiPerfFtpContestant(session, folder);
        var options = new FtpConnectOptions
        {
            Port = server.Port,
            UserName = VsftpdProcess.UserName,
            Password = VsftpdProcess.Password,
            Tls = secure ? FtpTlsMode.Explicit : FtpTlsMode.Off,
        };
        for (int i = 0; i < Connections; i++)
        {
            contestant._connections[i] = await session.ConnectFtpAsync(VsftpdProcess.Host, options).ConfigureAwait(false);
        }

        return contestant;
    }

    public override ValueTask DisposeAsync() => _session.DisposeAsync();

    private protected override Task RunAsync(FtpJob job, int count) => job.Kind switch
    {
        FtpJobKind.NoOp => NoOpAsync(count),
        FtpJobKind.Size => SizeAsync(count),
        FtpJobKind.Files => FilesAsync(0, 1, count),
        FtpJobKind.Batch => BatchAsync(count),
        FtpJobKind.Parallel => Task.WhenAll(Enumerable.Range(0, Connections).Select(i => FilesAsync(i, Connections, count))),
        FtpJobKind.List => ListAsync(),
        FtpJobKind.Download => DownloadAsync(),
        _ => UploadAsync(),
    };

    private async Task NoOpAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _connections[0].NoOpAsync().ConfigureAwait(false);
        }
    }

    private async Task SizeAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Expect(await _connections[0].GetSizeAsync(_folder.Names[0]).ConfigureAwait(false) ?? -1, FtpFolder.SmallLength);
        }
    }

    private async Task FilesAsync(int first, int step, int count)
    {
        for (int i = first; i < count; i += step)
        {
            FtpFile file = await _connections[first].OpenReadAsync(_folder.Names[i % _folder.Names.Count]).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                Expect(await ReadAsync(file, _buffers[first]).ConfigureAwait(false), FtpFolder.SmallLength);
            }
        }
    }

    private async Task BatchAsync(int count)
    {
        IEnumerable<string> names = Enumerable.Range(0, count).Select(i => _folder.Names[i % _folder.Names.Count]);
        await foreach (FtpFile file in _connections[0].ReadFilesAsync(names).ConfigureAwait(false))
        {
            Expect(await ReadAsync(file, _buffers[0]).ConfigureAwait(false), FtpFolder.SmallLength);
        }
    }

    private async Task ListAsync()
    {
        int entries = 0;
        await foreach (FtpEntry entry in _connections[0].EnumerateAsync("list").ConfigureAwait(false))
        {
            entries += entry.Type == FtpEntryType.File ? 1 : 0;
        }

        Expect(entries, _folder.EntryCount);
    }

    private async Task DownloadAsync()
    {
        FtpFile file = await _connections[0].OpenReadAsync("big").ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            Expect(await ReadAsync(file, _buffers[0]).ConfigureAwait(false), _folder.Length);
        }
    }

    private async Task UploadAsync()
    {
        FtpFile file = await _connections[0].OpenWriteAsync("up/hiperf").ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            for (long left = _folder.Length; left > 0;)
            {
                int piece = (int)Math.Min(left, BufferLength);
                await file.WriteAsync(_buffers[0].AsMemory(0, piece)).ConfigureAwait(false);
                left -= piece;
            }

            await file.CompleteAsync().ConfigureAwait(false);
        }
    }

    // Pooled, as the floor's loop is: what it allocates would be told for the client's.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<long> ReadAsync(FtpFile file, byte[] buffer)
    {
        long sum = 0;
        int read;
        while ((read = await file.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            sum += read;
        }

        return sum;
    }
}
