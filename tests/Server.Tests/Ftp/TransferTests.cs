using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>RETR: what comes over the data connection, and which replies frame it.</summary>
public sealed class TransferTests : FtpFixture
{
    private const int Huge = 24 * 1024 * 1024;

    [Theory]
    [InlineData("hello.txt", 5)]
    [InlineData("empty", 0)]
    [InlineData("big.bin", 200_000)]
    public async Task File_is_sent_whole(string name, int length)
    {
        await using var client = await LogInAsync();
        for (var round = 0; round < 3; round++)
        {
            var (opening, content, final) = await client.TransferAsync("RETR " + name);
            Assert.Equal($"150 Here it comes ({length} bytes).", opening);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Join(Folder.Root, name), Token), content);
            Assert.Equal("226 Done.", final);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64 * 1024 - 1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(128 * 1024)]
    public async Task File_of_a_block_more_or_less_is_sent_whole(int length)
    {
        var content = Big()[..length];
        _ = Folder.Add("block", content);
        await using var client = await LogInAsync();
        Assert.Equal(content, (await client.TransferAsync("RETR block")).Content);
        Assert.Equal(content, (await client.TransferAsync("RETR block")).Content);
    }

    [Fact]
    public async Task File_that_changed_is_read_anew()
    {
        var path = Folder.Add("hot", "first");
        await using var client = await LogInAsync();
        Assert.Equal("first", Text((await client.TransferAsync("RETR hot")).Content));
        File.WriteAllText(path, "other");
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Assert.Equal("other", Text((await client.TransferAsync("RETR hot")).Content));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    [InlineData(0, false)]
    public void File_of_MaxHotFile_octets_is_kept_in_memory(int most, bool isKept)
    {
        var folder = new FtpFolder(Options with { MaxHotFile = most }, Clock);
        Assert.Equal(isKept, WholeOf(folder, "hello.txt").Equals(WholeOf(folder, "hello.txt")) && !WholeOf(folder, "hello.txt").IsEmpty);
    }

    [Theory]
    [InlineData(16 * 1024, true)]
    [InlineData(1024, false)]
    public void Files_of_MaxHotFiles_octets_are_kept_in_memory(int most, bool isKept)
    {
        var folder = new FtpFolder(Options with { MaxHotFiles = most }, Clock);
        var first = WholeOf(folder, "hello.txt");
        for (var i = 0; i < 8; i++)
        {
            _ = Folder.Add($"other{i}", "o");
            _ = WholeOf(folder, $"other{i}");
        }

        Assert.Equal(isKept, first.Equals(WholeOf(folder, "hello.txt")));
    }

    [Theory]
    [InlineData(0, "hello")]
    [InlineData(2, "llo")]
    [InlineData(5, "")]
    public async Task Restart_begins_at_its_offset(long offset, string rest)
    {
        await using var client = await LogInAsync();
        for (var round = 0; round < 2; round++)
        {
            using var data = await client.OpenDataAsync();
            Assert.Equal("350 RETR comes next.", await client.CommandAsync($"REST {offset}"));
            Assert.Equal($"150 Here it comes ({rest.Length} bytes).", await client.CommandAsync("RETR hello.txt"));
            Assert.Equal(rest, Text(await FtpTestClient.ReadDataAsync(data)));
            Assert.Equal("226 Done.", await client.ReadReplyAsync());
        }

        Assert.Equal("hello", Text((await client.TransferAsync("RETR hello.txt")).Content));
    }

    [Fact]
    public async Task Restart_of_a_long_file_begins_at_its_offset()
    {
        await using var client = await LogInAsync();
        using var data = await client.OpenDataAsync();
        _ = await client.CommandAsync("REST 100001");
        await client.SendAsync("RETR big.bin\r\n");
        Assert.Equal(Big()[100_001..], await FtpTestClient.ReadDataAsync(data));
    }

    [Fact]
    public async Task Text_is_sent_with_CRLF()
    {
        await using var client = await LogInAsync();
        _ = await client.CommandAsync("TYPE A");
        var (opening, content, final) = await client.TransferAsync("RETR lines.txt");
        Assert.Equal(("150 Here it comes.", "one\r\ntwo\r\n\r\nthree", "226 Done."), (opening, Text(content), final));
    }

    [Fact]
    public async Task Long_text_is_sent_with_CRLF()
    {
        var lines = string.Concat(Enumerable.Range(0, 50_000).Select(static i => i % 3 == 0 ? "\n" : $"{i}\r\n"));
        _ = Folder.Add("long.txt", lines);
        await using var client = await LogInAsync();
        _ = await client.CommandAsync("TYPE A");
        Assert.Equal(lines.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal), Text((await client.TransferAsync("RETR long.txt")).Content));
    }

    [Fact]
    public async Task Passive_mode_of_IPv4_tells_address_and_port()
    {
        await using var client = await LogInAsync();
        var reply = await client.CommandAsync("PASV");
        Assert.StartsWith("227 Entering Passive Mode (127,0,0,1,", reply, StringComparison.Ordinal);
        var numbers = reply[27..^2].Split(',').Select(int.Parse).ToArray();
        using var data = await FtpTestClient.ConnectAsync((numbers[4] << 8) + numbers[5]);
        Assert.StartsWith("150 ", await client.CommandAsync("RETR hello.txt"), StringComparison.Ordinal);
        Assert.Equal("hello", Text(await FtpTestClient.ReadDataAsync(data)));
    }

    [Fact]
    public async Task Passive_mode_tells_the_address_it_is_told()
    {
        await using var client = await LogInAsync(Options with { PassiveAddress = IPAddress.Parse("192.0.2.7") });
        Assert.StartsWith("227 Entering Passive Mode (192,0,2,7,", await client.CommandAsync("PASV"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passive_mode_behind_EPSV_ALL_is_refused()
    {
        await using var client = await LogInAsync();
        _ = await client.CommandAsync("EPSV ALL");
        Assert.StartsWith("501 ", await client.CommandAsync("PASV"), StringComparison.Ordinal);
        Assert.StartsWith("229 ", await client.CommandAsync("EPSV 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_that_connects_behind_its_command_is_served()
    {
        await using var client = await LogInAsync();
        var port = await client.AskForPortAsync();
        await client.SendAsync("RETR hello.txt\r\n");
        await client.WhenServerWaitsAsync();
        using var data = await FtpTestClient.ConnectAsync(port);
        Assert.Equal("hello", Text(await FtpTestClient.ReadDataAsync(data)));
        Assert.Equal("150 Here it comes (5 bytes).", await client.ReadReplyAsync());
        Assert.Equal("226 Done.", await client.ReadReplyAsync());
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
    }

    [Fact]
    public async Task File_that_cannot_be_read_is_451_and_the_session_goes_on()
    {
        // Opens, is a regular file of 4,096 octets, and cannot be read: the loopback has no speed.
        const string Folder = "/sys/devices/virtual/net/lo";
        Assert.SkipUnless(File.Exists(Folder + "/speed"), "sysfs of Linux");
        await using var client = await LogInAsync(Options with { Folder = Folder });

        var (_, content, final) = await client.TransferAsync("RETR speed");

        Assert.Empty(content);
        Assert.Equal("451 It cannot be read to its end.", final);
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
    }

    [Fact]
    public async Task File_cut_while_it_is_sent_is_never_226()
    {
        var path = SparseFile();
        await using var client = await LogInAsync();
        using var data = await OpenHeldTransferAsync(client);
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(10);
        }

        var content = await FtpTestClient.ReadDataAsync(data);
        Assert.True(content.Length < Huge);
        Assert.Equal("451 It cannot be read to its end.", await client.ReadReplyAsync());
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
    }

    [Fact]
    public async Task Client_that_closes_its_data_connection_gets_426()
    {
        _ = SparseFile();
        await using var client = await LogInAsync();
        var data = await OpenHeldTransferAsync(client);
        data.LingerState = new LingerOption(true, 0);
        data.Dispose();
        Assert.Equal("426 The transfer was aborted.", await client.ReadReplyAsync());
        Assert.Equal("200 Done.", await client.CommandAsync("NOOP"));
    }

    [Fact]
    public async Task Abor_ends_a_transfer_at_once()
    {
        _ = SparseFile();
        await using var client = await LogInAsync();
        using var data = await OpenHeldTransferAsync(client);
        Assert.Equal("426 The transfer was aborted.", await client.CommandAsync("ABOR"));
        Assert.Equal("226 Aborted.", await client.ReadReplyAsync());
        Assert.True((await FtpTestClient.ReadDataAsync(data)).Length < Huge);
        Assert.Equal("hello", Text((await client.TransferAsync("RETR hello.txt")).Content));
    }

    [Fact]
    public async Task Abor_ends_the_wait_for_a_connection()
    {
        await using var client = await LogInAsync();
        _ = await client.AskForPortAsync();
        await client.SendAsync("RETR hello.txt\r\n");
        await client.WhenServerWaitsAsync();
        Assert.Equal("426 The transfer was aborted.", await client.CommandAsync("ABOR"));
        Assert.Equal("226 Aborted.", await client.ReadReplyAsync());
    }

    [Fact]
    public async Task Stat_tells_how_far_a_transfer_is()
    {
        _ = SparseFile();
        await using var client = await LogInAsync();
        using var data = await OpenHeldTransferAsync(client);
        Assert.Matches("^211 A transfer is under way: [0-9]+ bytes\\.$", await client.CommandAsync("STAT"));
        Assert.Equal(Huge, (await FtpTestClient.ReadDataAsync(data)).Length);
        Assert.Equal("226 Done.", await client.ReadReplyAsync());
    }

    [Fact]
    public async Task Quit_lets_the_transfer_end_and_drops_what_waits()
    {
        _ = SparseFile();
        await using var client = await LogInAsync();
        using var data = await OpenHeldTransferAsync(client);
        await client.SendAsync("PWD\r\nQUIT\r\nPWD\r\n");
        Assert.Equal(Huge, (await FtpTestClient.ReadDataAsync(data)).Length);
        Assert.Equal("226 Done.\r\n221 Goodbye.\r\n", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Commands_meanwhile_are_answered_behind_the_transfer_in_order()
    {
        _ = SparseFile();
        await using var client = await LogInAsync();
        using var data = await OpenHeldTransferAsync(client);
        await client.SendAsync("CWD sub\r\nPWD\r\nSTAT\r\nSIZE a.txt\r\n");
        Assert.StartsWith("211 A transfer is under way: ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        _ = await FtpTestClient.ReadDataAsync(data);
        foreach (var reply in (string[])["226 Done.", "250 Done.", "257 \"/sub\"", "213 1"])
        {
            Assert.Equal(reply, await client.ReadReplyAsync());
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1)]
    public async Task Commands_beyond_MaxQueuedCommands_wait_unread(int most)
    {
        _ = SparseFile();
        await using var client = await LogInAsync(Options with { MaxQueuedCommands = most });
        using var data = await OpenHeldTransferAsync(client);

        // With one less there is room, and STAT is heard; with as many as may wait nothing more is read.
        await client.SendAsync(string.Concat(Enumerable.Repeat("NOOP\r\n", most - 1)));
        Assert.StartsWith("211 A transfer", await client.CommandAsync("STAT"), StringComparison.Ordinal);
        await client.SendAsync("NOOP\r\nSTAT\r\n");
        _ = await FtpTestClient.ReadDataAsync(data);
        Assert.Equal("226 Done.", await client.ReadReplyAsync());
        for (var i = 0; i < most; i++)
        {
            Assert.Equal("200 Done.", await client.ReadReplyAsync());
        }

        Assert.Equal("211 No transfer is under way; TYPE I.", await client.ReadReplyAsync());
    }

    [Fact]
    public async Task Transfers_asked_for_together_are_made_one_by_one()
    {
        await using var client = await LogInAsync();
        using var data = await client.OpenDataAsync();
        await client.SendAsync("RETR hello.txt\r\nEPSV\r\n");
        Assert.Equal("hello", Text(await FtpTestClient.ReadDataAsync(data)));
        Assert.StartsWith("150 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        Assert.StartsWith("226 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        Assert.StartsWith("229 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("end")]
    [InlineData("break")]
    [InlineData("abort")]
    public async Task End_of_the_session_ends_its_data_connection(string how)
    {
        _ = SparseFile();
        var handler = Handler();
        await using var client = await LogInAsync(handler: handler);
        using var data = await OpenHeldTransferAsync(client);
        switch (how)
        {
            case "end":
                client.End();
                break;
            case "break":
                client.Break();
                break;
            default:
                Assert.Equal(1, Sessions.AbortAll());
                break;
        }

        Assert.True((await FtpTestClient.ReadDataAsync(data)).Length < Huge);
        await client.Served;
        Assert.Equal(0, handler.LentPorts);
        Assert.Equal(0, Sessions.Count);
    }

    [Fact]
    public async Task Data_and_replies_are_counted()
    {
        await using var client = await LogInAsync();
        var before = Sessions.List()[0].BytesSent;
        _ = await client.TransferAsync("RETR big.bin");
        Assert.Equal(before + 200_000 + "150 Here it comes (200000 bytes).\r\n226 Done.\r\n".Length + "229 Entering Extended Passive Mode (|||12345|).\r\n".Length, Sessions.List()[0].BytesSent);
    }

    // The same memory, not memory that holds the same: a file that is not kept has none, or is read anew.
    private static ReadOnlyMemory<byte> WholeOf(FtpFolder folder, string name)
    {
        Assert.Equal(FileKind.File, folder.OpenFile(Encoding.ASCII.GetBytes(name), 0, out var source));
        using (source)
        {
            return source!.Whole;
        }
    }

    private static string Text(byte[] octets) => Encoding.Latin1.GetString(octets);

    // Longer than both ends' buffers hold: a transfer of it waits until it is read.
    private string SparseFile()
    {
        var path = Path.Join(Folder.Root, "huge");
        using var file = File.Create(path);
        file.SetLength(Huge);
        return path;
    }

    private static async Task<Socket> OpenHeldTransferAsync(FtpTestClient client)
    {
        var data = await client.OpenDataAsync();
        Assert.Equal($"150 Here it comes ({Huge} bytes).", await client.CommandAsync("RETR huge"));
        return data;
    }
}
