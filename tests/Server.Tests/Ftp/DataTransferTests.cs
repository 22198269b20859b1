using System.Net;
using System.Net.Sockets;
using HiPerf.Ftp;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>What becomes of a data connection whose session ends before anything was sent on it.</summary>
public sealed class DataTransferTests : IAsyncDisposable
{
    private readonly FtpFolderOptions _options = new() { Folder = Path.GetTempPath() };
    private readonly DefaultConnectionContext _context = new("test");
    private readonly PassivePort _port = PassivePort.Open(IPAddress.Loopback, 0);
    private readonly Deadline _deadline = new(TimeProvider.System, static _ => { });
    private readonly ServerSession _session;
    private readonly DataTransfer _transfer;

    public DataTransferTests()
    {
        _session = new ServerSession(Guid.NewGuid(), 1, "ftp", _context, DateTimeOffset.UnixEpoch);
        _transfer = new DataTransfer(_options, _session, _deadline);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accepted_connection_is_reset_when_the_session_ends_before_it_is_sent_to()
    {
        _transfer.Begin();
        var accepting = Accept();
        using var client = await FtpTestClient.ConnectAsync(_port.Port);
        var data = await accepting;
        Assert.NotNull(data);

        _transfer.Abort();

        Assert.Throws<ObjectDisposedException>(() => data.Available);
        var error = await Assert.ThrowsAsync<SocketException>(async () => await client.ReceiveAsync(new byte[1], Token));
        Assert.Equal(SocketError.ConnectionReset, error.SocketErrorCode);
        Assert.Equal(TransferEnd.Aborted, await _transfer.SendAsync(data, new MemorySource("x"u8.ToArray()), isText: false));
    }

    [Fact]
    public async Task Control_connection_that_breaks_ends_the_transfer_before_the_reader_throws()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        _context.Transport = server;
        using var pump = ParsePump.Create(server.Input);
        using var replies = new ReplySender(_options, _context, _session, TimeProvider.System);
        var meanwhile = new Meanwhile(_options, pump, new CommandReader(FtpLimits.Default), replies, _transfer, _session, server.Input.CancelPendingRead);
        _transfer.Begin();
        var accepting = Accept();
        var serving = meanwhile.ServeAsync(accepting).AsTask();
        await server.WhenReadPendingAsync().WaitAsync(Token);

        client.Reset();

        await Assert.ThrowsAnyAsync<IOException>(async () => await serving);
        Assert.True(accepting.IsCompletedSuccessfully);
        Assert.Null(await accepting);
        client.Dispose();
        server.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _port.Dispose();
        _deadline.Dispose();
        await _context.DisposeAsync();
    }

    private Task<Socket?> Accept() => _transfer.AcceptAsync(_port, IPAddress.Loopback, TimeSpan.FromMinutes(1), TimeProvider.System);
}
