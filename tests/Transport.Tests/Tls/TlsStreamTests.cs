using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Tls;

// Attack catalogue TLS-04 and appendix A1: two versions of TLS and four ways of ending, on sockets.
public sealed class TlsStreamTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<SslProtocols> Versions => [SslProtocols.Tls12, SslProtocols.Tls13];

    [Theory, MemberData(nameof(Versions))]
    public async Task Close_notify_before_the_end_is_a_clean_end(SslProtocols version)
    {
        await using var pair = await TlsPair.ConnectAsync(version);
        await pair.Server.WriteAsync(Hello, Token);
        await pair.Server.ShutdownAsync();
        pair.ServerSocket.Shutdown(SocketShutdown.Send);
        Assert.Equal(Hello, await ReadHello(pair.Client));
        Assert.Equal(0, await pair.Client.ReadAsync(new byte[10], Token));
        Assert.True(pair.Client.EndedCleanly);
        Assert.Equal(0, await pair.Client.ReadAsync(new byte[10], Token));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task End_at_a_record_boundary_is_truncation(SslProtocols version)
    {
        await using var pair = await TlsPair.ConnectAsync(version);
        await pair.Server.WriteAsync(Hello, Token);
        pair.ServerSocket.Shutdown(SocketShutdown.Send);
        Assert.Equal(Hello, await ReadHello(pair.Client));
        await AssertTruncated(pair.Client);
        await AssertTruncated(pair.Client);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task End_inside_a_record_is_truncation(SslProtocols version)
    {
        await using var pair = await TlsPair.ConnectAsync(version);
        await pair.Server.WriteAsync(Hello, Token);
        Assert.Equal(Hello, await ReadHello(pair.Client));
        // The header of an application data record of 100 octets, and ten of them.
        await pair.ServerSocket.SendAsync(new byte[] { 23, 3, 3, 0, 100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, Token);
        pair.ServerSocket.Shutdown(SocketShutdown.Send);
        await AssertTruncated(pair.Client);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Reset_is_a_transport_failure_and_no_end(SslProtocols version)
    {
        await using var pair = await TlsPair.ConnectAsync(version);
        await pair.Server.WriteAsync(Hello, Token);
        Assert.Equal(Hello, await ReadHello(pair.Client));
        pair.ServerSocket.LingerState = new LingerOption(true, 0);
        pair.ServerSocket.Close();
        var error = await Assert.ThrowsAnyAsync<IOException>(() => ReadOnce(pair.Client));
        Assert.IsNotType<InternetException>(error);
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Truncation_that_is_allowed_reads_as_an_end_that_is_not_clean(SslProtocols version)
    {
        await using var pair = await TlsPair.ConnectAsync(version, allowsTruncation: true);
        pair.ServerSocket.Shutdown(SocketShutdown.Send);
        Assert.Equal(0, await pair.Client.ReadAsync(new byte[10], Token));
        Assert.False(pair.Client.EndedCleanly);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Synchronous_reads_tell_the_ends_apart_too(SslProtocols version)
    {
        await using (var clean = await TlsPair.ConnectAsync(version))
        {
            await clean.Server.ShutdownAsync();
            Assert.Equal(0, clean.Client.Read(new byte[10]));
            Assert.True(clean.Client.EndedCleanly);
        }

        await using var cut = await TlsPair.ConnectAsync(version);
        cut.ServerSocket.Shutdown(SocketShutdown.Send);
        Assert.Equal(InternetErrorKind.Truncated, Assert.Throws<InternetException>(() => cut.Client.Read(new byte[10])).Kind);
    }

    [Fact]
    public async Task Server_end_tells_truncation_as_well()
    {
        await using var pair = await TlsPair.ConnectAsync(SslProtocols.Tls13);
        pair.ClientSocket.Shutdown(SocketShutdown.Send);
        await AssertTruncated(pair.Server);
    }

    [Fact]
    public async Task Handshake_with_an_untrusted_certificate_is_certificate_rejected()
    {
        var error = await FailHandshake("localhost");
        Assert.Equal(InternetErrorKind.CertificateRejected, error.Kind);
        Assert.Equal(InternetPhase.TlsHandshake, error.Phase);
        Assert.Equal(WinInetCode.InvalidCertificateAuthority, error.NativeCode);
    }

    [Fact]
    public async Task Handshake_with_a_certificate_for_another_host_says_so() =>
        Assert.Equal(WinInetCode.CertificateNameInvalid, (await FailHandshake("elsewhere.test")).NativeCode);

    [Fact]
    public async Task Handshake_that_the_caller_s_callback_refuses_is_certificate_rejected() =>
        Assert.Equal(InternetErrorKind.CertificateRejected, (await FailHandshake("localhost", static (_, _, _, _) => false)).Kind);

    [Fact]
    public async Task Handshake_with_a_peer_that_speaks_no_tls_is_tls_failed()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await server.Stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Token);
        await using var tls = new TlsStream(client.Stream);
        var error = await Assert.ThrowsAsync<InternetException>(() => tls.AuthenticateAsClientAsync(new() { TargetHost = "a" }, cancellationToken: Token));
        Assert.Equal(InternetErrorKind.TlsFailed, error.Kind);
    }

    [Fact]
    public async Task Handshake_that_the_peer_ends_is_truncation()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        server.Shutdown();
        await using var tls = new TlsStream(client.Stream);
        var error = await Assert.ThrowsAsync<InternetException>(() => tls.AuthenticateAsClientAsync(new() { TargetHost = "a" }, cancellationToken: Token));
        Assert.Equal(InternetErrorKind.Truncated, error.Kind);
        Assert.Equal(InternetPhase.TlsHandshake, error.Phase);
    }

    [Fact]
    public async Task Handshake_that_stalls_times_out_after_ten_seconds()
    {
        var clock = new ManualClock();
        var (client, server) = InMemoryConnection.CreatePair();
        await using var tls = new TlsStream(client.Stream, timeProvider: clock);
        var handshake = tls.AuthenticateAsClientAsync(new() { TargetHost = "a" }, cancellationToken: Token);
        await client.WhenReadPendingAsync();
        clock.Advance(TlsStream.DefaultHandshakeTimeout - TimeSpan.FromTicks(1));
        Assert.False(handshake.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        var error = await Assert.ThrowsAsync<InternetException>(() => handshake);
        Assert.Equal(InternetErrorKind.Timeout, error.Kind);
        Assert.Equal(InternetTimeout.TlsHandshake, error.Timeout);
        server.Dispose();
    }

    [Fact]
    public async Task Handshake_that_the_caller_cancels_is_cancelled()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (client, _) = InMemoryConnection.CreatePair();
        await using var tls = new TlsStream(client.Stream);
        var handshake = tls.AuthenticateAsClientAsync(new() { TargetHost = "a" }, cancellationToken: source.Token);
        await client.WhenReadPendingAsync();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handshake);
    }

    [Fact]
    public async Task Pump_over_a_truncated_tls_stream_gives_the_element_and_then_the_truncation()
    {
        await using var pair = await TlsPair.ConnectAsync(SslProtocols.Tls13);
        await pair.Server.WriteAsync("H\r\n\r\n"u8.ToArray(), Token);
        pair.ServerSocket.Shutdown(SocketShutdown.Send);
        using var pump = ParsePump.Create(pair.Client);
        var parser = new Pumping.BlankLineParser();
        var result = await pump.ReadAsync(parser, Token);
        Assert.Equal(5, result.Consumed);
        pump.Advance(5);
        var error = await Assert.ThrowsAsync<InternetException>(() => pump.ReadAsync(parser, Token).AsTask());
        Assert.Equal(InternetErrorKind.Truncated, error.Kind);
    }

    private static async Task<InternetException> FailHandshake(string host, RemoteCertificateValidationCallback? callback = null)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var clientTls = new TlsStream(client.Stream);
        await using var serverTls = new TlsStream(server.Stream);
        var serving = serverTls.AuthenticateAsServerAsync(new() { ServerCertificate = SelfMadeCertificate.Localhost }, cancellationToken: Token);
        var error = await Assert.ThrowsAsync<InternetException>(
            () => clientTls.AuthenticateAsClientAsync(
                new() { TargetHost = host, RemoteCertificateValidationCallback = callback },
                cancellationToken: Token));
        client.Dispose();
        _ = await Record.ExceptionAsync(() => serving);
        return error;
    }

    private static async Task<byte[]> ReadHello(TlsStream stream)
    {
        var octets = new byte[Hello.Length];
        await stream.ReadExactlyAsync(octets, Token);
        return octets;
    }

    private static Task<int> ReadOnce(TlsStream stream) => stream.ReadAsync(new byte[10], Token).AsTask();

    private static async Task AssertTruncated(TlsStream stream)
    {
        var error = await Assert.ThrowsAsync<InternetException>(() => ReadOnce(stream));
        Assert.Equal(InternetErrorKind.Truncated, error.Kind);
        Assert.False(stream.EndedCleanly);
    }

    private sealed record TlsPair(TlsStream Client, Socket ClientSocket, TlsStream Server, Socket ServerSocket) : IAsyncDisposable
    {
        public static async Task<TlsPair> ConnectAsync(SslProtocols version, bool allowsTruncation = false)
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            listener.Listen();
            var clientSocket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await clientSocket.ConnectAsync(listener.LocalEndPoint!, Token);
            var serverSocket = await listener.AcceptAsync(Token);
            var client = new TlsStream(new NetworkStream(clientSocket, ownsSocket: true)) { AllowsTruncation = allowsTruncation };
            var server = new TlsStream(new NetworkStream(serverSocket, ownsSocket: true));
            await Task.WhenAll(
                client.AuthenticateAsClientAsync(
                    new SslClientAuthenticationOptions
                    {
                        TargetHost = "localhost",
                        EnabledSslProtocols = version,
                        RemoteCertificateValidationCallback = SelfMadeCertificate.IsPresented,
                    },
                    cancellationToken: Token),
                server.AuthenticateAsServerAsync(new() { ServerCertificate = SelfMadeCertificate.Localhost }, cancellationToken: Token));
            Assert.Equal(version, client.Session.SslProtocol);
            return new TlsPair(client, clientSocket, server, serverSocket);
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
