using System.Net;
using System.Net.Sockets;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>Limits of time, on a clock that moves only when told: just before the limit nothing happens, at the limit it does.</summary>
public sealed class FtpTimeoutTests : FtpFixture
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Session_idle_for_300_s_is_told_so_and_closed()
    {
        await using var client = await LogInAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(300) - s_tick);
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(300) - s_tick);
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(s_tick);
        Assert.Equal("421 The time is over.\r\n", await client.ReadToEndAsync());
        await client.Served;
        Assert.False(client.WasAborted);
    }

    [Fact]
    public async Task Command_that_drips_has_no_more_time()
    {
        await using var client = await LogInAsync();
        foreach (var piece in (string[])["N", "O", "O"])
        {
            await client.WhenServerWaitsAsync();
            Clock.Advance(TimeSpan.FromSeconds(90));
            await client.SendAsync(piece);
        }

        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("421 The time is over.\r\n", await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData("USER a")]
    [InlineData("NOOP")]
    public async Task Client_that_is_not_logged_in_after_60_s_is_closed(string command)
    {
        await using var client = await ConnectAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(60) - s_tick);
        Assert.NotEqual("", await client.CommandAsync(command));
        await client.WhenServerWaitsAsync();
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(s_tick);
        Assert.Equal("421 The time is over.\r\n", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Client_that_is_logged_in_has_more_than_60_s()
    {
        await using var client = await LogInAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
    }

    [Theory]
    [InlineData(29_999, "150 ")]
    [InlineData(30_000, "425 ")]
    public async Task Data_port_may_be_used_for_30_s(int milliseconds, string reply)
    {
        await using var client = await LogInAsync();
        using var data = await client.OpenDataAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Assert.StartsWith(reply, await client.CommandAsync("RETR hello.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_for_a_connection_ends_30_s_behind_the_port()
    {
        await using var client = await LogInAsync();
        _ = await client.AskForPortAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(10));
        await client.SendAsync("RETR hello.txt\r\n");
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(20) - s_tick);
        Assert.StartsWith("211 ", await client.CommandAsync("STAT"), StringComparison.Ordinal);
        Clock.Advance(s_tick);
        Assert.Equal("425 Nobody connected in time.", await client.ReadReplyAsync());
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
    }

    [Fact]
    public async Task Transfer_keeps_the_session()
    {
        using (var file = File.Create(Path.Join(Folder.Root, "huge")))
        {
            file.SetLength(24 * 1024 * 1024);
        }

        // Its own limit is out of the way: that of an idle session would end it.
        await using var client = await LogInAsync(Options with { SendGrace = TimeSpan.FromHours(1) });
        using var data = await client.OpenDataAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.StartsWith("150 ", await client.CommandAsync("RETR huge"), StringComparison.Ordinal);
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(600));
        Assert.Equal(24 * 1024 * 1024, (await FtpTestClient.ReadDataAsync(data)).Length);
        Assert.Equal("226 Done.", await client.ReadReplyAsync());
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
    }

    [Fact]
    public async Task Stalled_transfer_ends_both_connections()
    {
        using (var file = File.Create(Path.Join(Folder.Root, "huge")))
        {
            file.SetLength(24 * 1024 * 1024);
        }

        await using var client = await LogInAsync();
        using var data = await client.OpenDataAsync();
        Assert.StartsWith("150 ", await client.CommandAsync("RETR huge"), StringComparison.Ordinal);

        // When the system's buffers are full is not to be seen from here: time passes until it was long enough, and no longer, for the farewell has a limit too.
        var end = client.ReadToEndAsync();
        while (!end.IsCompleted && !data.Poll(0, SelectMode.SelectError))
        {
            Clock.Advance(TimeSpan.FromSeconds(60));
            await Task.Yield();
        }

        Assert.Equal("421 The data connection stalled.\r\n", await end);
        Assert.True((await FtpTestClient.ReadDataAsync(data)).Length < 24 * 1024 * 1024);
        await client.Served;
    }

    [Fact]
    public async Task Block_that_is_not_taken_in_its_time_is_a_stall()
    {
        var clock = new ManualClock();
        DataTransfer? transfer = null;
        using var deadline = new Deadline(clock, _ => transfer!.Abort());
        var session = Sessions.Add("ftp", new DefaultConnectionContext("test"), default);
        transfer = new DataTransfer(Options, session, deadline);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(listener.LocalEndpoint, Token);
        var data = await listener.AcceptSocketAsync(Token);
        data.SendBufferSize = 4096;

        // What is left when the system takes no more is sent by one call: its time is 60 s and one for each 240 octets.
        const int Length = 1024 * 1024;
        transfer.Begin();
        var sending = transfer.SendAsync(data, new MemorySource(new byte[Length]), isText: false).AsTask();
        var time = TimeSpan.FromSeconds(60 + ((Length - transfer.Sent) / 240.0));
        clock.Advance(time - TimeSpan.FromMilliseconds(2));
        Assert.False(sending.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(3));
        Assert.Equal(TransferEnd.Stalled, await sending);
    }

    [Fact]
    public async Task Replies_that_nobody_takes_end_the_session()
    {
        await using var client = new FtpTestClient(Handler(), capacity: 64);
        var held = client.WhenServerIsHeldAsync();
        await client.SendAsync("NOOP\r\nNOOP\r\nNOOP\r\nNOOP\r\nNOOP\r\nNOOP\r\n");
        await held;
        Clock.Advance(TimeSpan.FromSeconds(60) - s_tick);
        Assert.False(client.WasAborted);
        Clock.Advance(TimeSpan.FromSeconds(2));
        await client.Served;
        Assert.True(client.WasAborted);
    }

    [Fact]
    public async Task Refused_client_that_does_not_close_is_left_after_2_s()
    {
        await using var client = await LogInAsync();
        Assert.StartsWith("500 ", await client.CommandAsync("\u0001"), StringComparison.Ordinal);
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(2) - s_tick);
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(s_tick);
        await client.Served;
        Assert.False(client.WasAborted);
    }

    [Theory]
    [InlineData(64 * 1024)]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Refused_client_that_goes_on_sending_is_left_after_MaxLinger(int most)
    {
        await using var client = await LogInAsync(Options with { MaxLinger = most });
        Assert.StartsWith("500 ", await client.CommandAsync("\u0001"), StringComparison.Ordinal);
        await client.WhenServerWaitsAsync();
        await client.SendAsync(new byte[most]);
        await client.WhenServerWaitsAsync();
        Assert.False(client.Served.IsCompleted);
        await client.SendAsync(new byte[1]);
        await client.Served;
        Assert.False(client.WasAborted);
    }
}
