using System.Text;
using HiPerf.Facade.Tests.Http;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>What transfers cost in memory. Counted over the process, the peer's own thread taken off, so nothing else may run beside it.</summary>
[Collection(nameof(AllocationTests))]
public class FtpAllocationTests
{
    private const int Files = 500;
    private const int Entries = 10_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_of_1_KiB_costs_at_most_2_KB(bool isBatch)
    {
        using var peer = new SteadyPeer(DataPeer.Octets(1024));
        await using var session = new InternetSession();
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port }, CancellationToken.None);
        var paths = Enumerable.Repeat("file", Files).ToArray();
        var buffer = new byte[4096];

        var least = await LeastAsync(peer, () => isBatch ? ReadBatchAsync(connection, paths, buffer) : ReadEachAsync(connection, paths, buffer));

        TestContext.Current.SendDiagnosticMessage($"1 KiB file{(isBatch ? " in a batch" : string.Empty)}: {least / Files} B");
        Assert.InRange(least / Files, 1, 2048);
    }

    [Fact]
    public async Task Reading_a_file_allocates_nothing_beyond_its_opening()
    {
        using var small = new SteadyPeer(new byte[1]);
        using var large = new SteadyPeer(new byte[8 << 20]);
        await using var session = new InternetSession();
        await using var one = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = small.Port }, CancellationToken.None);
        await using var other = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = large.Port }, CancellationToken.None);
        var buffer = new byte[1024];
        string[] path = ["file"];

        var opening = await LeastAsync(small, () => ReadEachAsync(one, path, buffer));
        var reading = await LeastAsync(large, () => ReadEachAsync(other, path, buffer));

        // Eight thousand reads; what the runner's own threads allocate is not theirs.
        TestContext.Current.SendDiagnosticMessage($"8 MiB in reads of 1 KiB: {reading - opening} B more than a file of one octet");
        Assert.InRange(reading, 0, opening + 4096);
    }

    [Fact]
    public async Task Entry_of_a_listing_costs_at_most_300_octets()
    {
        var listing = new StringBuilder();
        for (var i = 0; i < Entries; i++)
        {
            _ = listing.Append(System.Globalization.CultureInfo.InvariantCulture, $"-rw-r--r--    1 1000     1000        {i,8} Nov 20 22:15 file-{i:00000}.txt\r\n");
        }

        using var peer = new SteadyPeer(Encoding.ASCII.GetBytes(listing.ToString()));
        await using var session = new InternetSession();
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port }, CancellationToken.None);

        var least = await LeastAsync(peer, async () =>
        {
            var count = 0;
            await foreach (var entry in connection.EnumerateAsync("many"))
            {
                count += entry.Length >= 0 ? 1 : 0;
            }

            Assert.Equal(Entries, count);
        });

        TestContext.Current.SendDiagnosticMessage($"entry: {least / Entries} B");
        Assert.InRange(least / Entries, 1, 300);
    }

    private static async Task<long> LeastAsync(SteadyPeer peer, Func<Task> work)
    {
        // Pools fill, tiers rise.
        for (var warm = 0; warm < 4; warm++)
        {
            await work();
        }

        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var (all, own) = (GC.GetTotalAllocatedBytes(precise: true), peer.Allocated);
            await work();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - all - (peer.Allocated - own));
        }

        return least;
    }

    private static async Task ReadEachAsync(FtpConnection connection, string[] paths, byte[] buffer)
    {
        foreach (var path in paths)
        {
            await using var file = await connection.OpenReadAsync(path, cancellationToken: CancellationToken.None);
            while (await file.ReadAsync(buffer, CancellationToken.None) > 0)
            {
            }
        }
    }

    private static async Task ReadBatchAsync(FtpConnection connection, string[] paths, byte[] buffer)
    {
        await foreach (var file in connection.ReadFilesAsync(paths))
        {
            while (await file.ReadAsync(buffer, CancellationToken.None) > 0)
            {
            }
        }
    }
}
