using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;

namespace HiPerf.Facade.Tests.Http;

/// <summary>What requests cost in memory. Counted over the process, so nothing else may run beside it.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTests
{
    private const int Requests = 2_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("length", false, false)]
    [InlineData("chunked", false, false)]
    [InlineData("length", true, false)]
    [InlineData("length", true, true)]
    public async Task Reopening_on_a_kept_connection_allocates_nothing(string framing, bool cancelable, bool secure)
    {
        var certificate = TestCertificate.ForLocalhost;
        using var peer = new EchoingPeer(HttpBodyTests.Response(framing, new string('x', 1024)), secure ? certificate : null);
        await using var session = new InternetSession(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [certificate] } });
        using var source = new CancellationTokenSource();
        var token = cancelable ? source.Token : CancellationToken.None;
        await using var file = await session.OpenHttpAsync($"{(secure ? "https" : "http")}://127.0.0.1:{peer.Port}/", cancellationToken: Token);
        var buffer = new byte[4096];

        // Pools fill, tiers rise.
        for (var warm = 0; warm < 5; warm++)
        {
            await RepeatAsync(file, buffer, token);
        }

        var least = long.MaxValue;
        for (var round = 0; round < 5 && least > 0; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await RepeatAsync(file, buffer, token);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        TestContext.Current.SendDiagnosticMessage($"{framing}{(secure ? " over TLS" : string.Empty)}: {least} B over {Requests} requests");

        // The runner's own threads may allocate a little in any of the rounds; one octet a request would be 2,000.
        Assert.InRange(least, 0, Requests / 4);
        Assert.True(peer.Answered > 6 * Requests);
    }

    [Fact]
    public async Task Opening_costs_a_bounded_number_of_octets()
    {
        using var peer = new EchoingPeer(HttpBodyTests.Response("length", new string('x', 1024)));
        await using var session = new InternetSession();
        var url = $"http://127.0.0.1:{peer.Port}/a/b?c";
        var buffer = new byte[4096];
        for (var warm = 0; warm < 3; warm++)
        {
            await OpenManyAsync(session, url, buffer);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await OpenManyAsync(session, url, buffer);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;

        TestContext.Current.SendDiagnosticMessage($"OpenAsync: {each} B");
        Assert.InRange(each, 1, 1536);
    }

    private static async Task RepeatAsync(HttpFile file, byte[] buffer, CancellationToken token)
    {
        for (var i = 0; i < Requests; i++)
        {
            while (await file.ReadAsync(buffer, token) > 0)
            {
            }

            _ = await file.ReopenAsync(token);
        }
    }

    private static async Task OpenManyAsync(InternetSession session, string url, byte[] buffer)
    {
        for (var i = 0; i < Requests; i++)
        {
            await using var file = await session.OpenAsync(url, cancellationToken: CancellationToken.None);
            while (await file.ReadAsync(buffer, CancellationToken.None) > 0)
            {
            }
        }
    }
}
