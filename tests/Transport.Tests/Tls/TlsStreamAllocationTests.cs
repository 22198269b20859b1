using System.Net.Security;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Tls;

[Collection("alone")]
public sealed class TlsStreamAllocationTests
{
    private const int Rounds = 1000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steady_exchange_allocates_nothing()
    {
        var (clientEnd, serverEnd) = InMemoryConnection.CreatePair();
        await using var client = new TlsStream(clientEnd.Stream);
        await using var server = new TlsStream(serverEnd.Stream);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            RemoteCertificateValidationCallback = SelfMadeCertificate.IsPresented,
        };
        await Task.WhenAll(
            client.AuthenticateAsClientAsync(options, cancellationToken: Token),
            server.AuthenticateAsServerAsync(new() { ServerCertificate = SelfMadeCertificate.Localhost }, cancellationToken: Token));

        var octets = new byte[1024];
        await Exchange();
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await Exchange();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.InRange(least, 0, Rounds);

        async Task Exchange()
        {
            for (var round = 0; round < Rounds; round++)
            {
                var read = client.ReadAsync(octets, CancellationToken.None);
                await server.WriteAsync(octets, CancellationToken.None);
                for (var left = octets.Length - await read; left > 0;)
                {
                    left -= await client.ReadAsync(octets.AsMemory(0, left), CancellationToken.None);
                }
            }
        }
    }
}
