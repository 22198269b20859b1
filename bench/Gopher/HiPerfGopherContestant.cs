using System.Runtime.CompilerServices;
using HiPerf.Gopher;

namespace HiPerf.Bench.Gopher;

/// <summary>Our client: texts and binaries by URL, menus by their items.</summary>
internal sealed class HiPerfGopherContestant : GopherClientContestant
{
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly InternetSession _session = new();
    private readonly GopherConnection _connection;
    private readonly string _origin;
    private readonly long _downloadLength;

    public HiPerfGopherContestant(int port, long downloadLength)
        : base("HiPerf")
    {
        _connection = _session.ConnectGopher("127.0.0.1", port);
        _origin = FormattableString.Invariant($"gopher://127.0.0.1:{port}/");
        _downloadLength = downloadLength;
    }

    public override bool IsOurs => true;

    public override ValueTask DisposeAsync() => _session.DisposeAsync();

    private protected override async Task RunAsync(GopherClientJob job, int count)
    {
        GopherLocator? menu = job.Items > 0 ? _connection.CreateLocator(job.Selector) : null;
        string url = _origin + (job.IsRate ? '9' : '0') + job.Selector;
        for (int i = 0; i < count; i++)
        {
            if (menu is not null)
            {
                Expect(await EnumerateAsync(menu).ConfigureAwait(false), job.Items);
            }
            else
            {
                Expect(await FetchAsync(url).ConfigureAwait(false), job.IsRate ? _downloadLength : GopherFolder.Text.Length);
            }
        }
    }

    // Pooled, as the floor's are: what they allocate would be told for the client's.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<long> FetchAsync(string url)
    {
        GopherFile file = await _session.OpenGopherAsync(url).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            long sum = 0;
            int read;
            while ((read = await file.ReadAsync(_buffer).ConfigureAwait(false)) > 0)
            {
                sum += read;
            }

            return sum;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> EnumerateAsync(GopherLocator menu)
    {
        int items = 0;
        await foreach (GopherItem item in _connection.EnumerateAsync(menu).ConfigureAwait(false))
        {
            items += item.Type == GopherItemType.Text ? 1 : 0;
        }

        return items;
    }
}
