using System.Globalization;
using System.Text;
using HiPerf.Facade.Tests.Http;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>What requests cost in memory. Counted over the process, the peer's own thread taken off, so nothing else may run beside it.</summary>
[Collection(nameof(AllocationTests))]
public class GopherAllocationTests
{
    private const int Files = 300;
    private const int Items = 5_000;

    [Theory]
    [InlineData('0')]
    [InlineData('9')]
    public async Task Opening_by_url_costs_at_most_3_5_KiB_half_of_it_the_sockets(char type)
    {
        using var peer = new GopherSteadyPeer([.. Encoding.ASCII.GetBytes(new string('x', 1022) + "\r\n"), .. ".\r\n"u8]);
        await using var session = new InternetSession();
        var url = $"gopher://127.0.0.1:{peer.Port}/{type}/file";
        var buffer = new byte[4096];

        var least = await LeastAsync(peer, async () =>
        {
            for (var i = 0; i < Files; i++)
            {
                await using var file = await session.OpenGopherAsync(url, null, CancellationToken.None);
                while (await file.ReadAsync(buffer, CancellationToken.None) > 0)
                {
                }
            }
        });

        TestContext.Current.SendDiagnosticMessage($"1 KiB item of type {type}: {least / Files} B");
        Assert.InRange(least / Files, 1, 3584);
    }

    [Fact]
    public async Task Reading_a_file_allocates_nothing_beyond_its_opening()
    {
        using var small = new GopherSteadyPeer(new byte[1]);
        using var large = new GopherSteadyPeer(new byte[4 << 20]);
        await using var session = new InternetSession();
        var buffer = new byte[1024];
        async Task ReadAsync(GopherSteadyPeer peer)
        {
            await using var file = await session.OpenGopherAsync($"gopher://127.0.0.1:{peer.Port}/9/file", null, CancellationToken.None);
            while (await file.ReadAsync(buffer, CancellationToken.None) > 0)
            {
            }
        }

        var opening = await LeastAsync(small, () => ReadAsync(small));
        var reading = await LeastAsync(large, () => ReadAsync(large));

        // Four thousand reads; what the runner's own threads allocate is not theirs.
        TestContext.Current.SendDiagnosticMessage($"4 MiB in reads of 1 KiB: {reading - opening} B more than an item of one octet");
        Assert.InRange(reading, 0, opening + 4096);
    }

    [Fact]
    public async Task Item_of_a_menu_costs_at_most_450_octets()
    {
        var menu = new StringBuilder();
        for (var i = 0; i < Items; i++)
        {
            _ = menu.Append(CultureInfo.InvariantCulture, $"0A file of some name {i}\t/files/file-{i:00000}.txt\tgopher.example.org\t70\r\n");
        }

        using var peer = new GopherSteadyPeer(Encoding.ASCII.GetBytes(menu.Append(".\r\n").ToString()));
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("127.0.0.1", peer.Port);
        var least = await LeastAsync(peer, async () =>
        {
            var count = 0;
            await foreach (var item in connection.EnumerateAsync(cancellationToken: CancellationToken.None))
            {
                count += item.Locator is null ? 0 : 1;
            }

            Assert.Equal(Items, count);
        });

        TestContext.Current.SendDiagnosticMessage($"item: {least / Items} B");
        Assert.InRange(least / Items, 1, 450);
    }

    private static async Task<long> LeastAsync(GopherSteadyPeer peer, Func<Task> work)
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
}
