using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Catalogue;

/// <summary>RS-08, the slow drip: octets that keep coming do not lengthen a head's time.</summary>
public class DripTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Head_that_drips_runs_out_of_time()
    {
        var clock = new ManualClock();
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = new InternetSession(new InternetSessionOptions { TimeProvider = clock, Connector = (_, _, _) => new(client.Stream) });
        var opening = session.OpenHttpAsync("http://host.test/", cancellationToken: Token).AsTask();
        var drops = 0;
        foreach (var octet in "HTTP/1.1 200 OK\r\nX-Long: "u8.ToArray().Concat(Enumerable.Repeat((byte)'x', 1000)))
        {
            await client.WhenReadPendingAsync().WaitAsync(Token);
            clock.Advance(TimeSpan.FromSeconds(1));
            if (++drops == 60)
            {
                break;
            }

            await server.Stream.WriteAsync(new[] { octet }, Token);
        }

        var error = await Assert.ThrowsAnyAsync<InternetException>(() => opening);
        Assert.Equal((InternetErrorKind.Timeout, InternetTimeout.Head), (error.Kind, error.Timeout));
        server.Dispose();
    }
}
