using HiPerf.Facade.Tests.Peers;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>Answers by Gopher+: their status line, their framing, their errors.</summary>
public class GopherStatusReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, long?, bool, bool> Answers => new()
    {
        { "+5\r\nab\r\nc", "ab\r\nc", 5, false, true },
        { "+5\r\nab\r\ncbehind it", "ab\r\nc", 5, false, true },
        { "+0\r\n", "", 0, false, true },
        { "+5\n..\r\na", "..\r\na", 5, false, true },
        { "+-1\r\n..a\r\n.\r\nbehind it", ".a\r\n", null, true, true },
        { "+-1\r\na\r\n", "a\r\n", null, false, false },
        { "+-2\r\n..a\r\n.\r\n", "..a\r\n.\r\n", null, false, false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Status_line_frames_the_content_of_any_type(string sent, string content, long? length, bool terminated, bool verified)
    {
        foreach (var split in new[] { 1, 4, int.MaxValue })
        {
            await using var peer = GopherPeer.InPieces(sent, split);
            await using var session = new InternetSession();
            foreach (var type in new[] { GopherItemType.Text, GopherItemType.Binary })
            {
                foreach (var isSync in new[] { false, true })
                {
                    await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(type), new GopherOpenOptions { View = string.Empty }, Token);
                    Assert.Equal(length, file.ContentLength);
                    Assert.Equal(content, await GopherFileTests.ReadAsync(file, isSync ? 4096 : 3, isSync));
                    Assert.Equal((terminated, verified, true), (file.Terminated, file.LengthVerified, file.IsComplete));
                }
            }
        }
    }

    [Theory]
    [InlineData(0, "", "/item\t+")]
    [InlineData(0, "text/plain En_US", "/item\t+text/plain En_US")]
    [InlineData(1, "text/plain", "/item\twords\t+text/plain")]
    public async Task Request_names_the_view(int words, string view, string request)
    {
        await using var peer = GopherPeer.Answering("+0\r\n");
        await using var session = new InternetSession();
        var options = new GopherOpenOptions { View = view, Query = words == 0 ? null : "words" };
        await using var file = await session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Text), options, Token);
        await file.CompleteAsync(Token);
        Assert.Equal([request], peer.Requests);
        Assert.Equal("+" + view, file.Locator.PlusString);
    }

    [Fact]
    public async Task Url_may_ask_by_Gopher_plus_itself()
    {
        await using var peer = GopherPeer.Answering("+2\r\nab");
        await using var session = new InternetSession();
        await using var file = await session.OpenGopherAsync(peer.Url("/0/item%09%09+text/plain"), null, Token);
        Assert.Equal(("ab", true), (await file.ReadTextAsync(cancellationToken: Token), file.LengthVerified));
        Assert.Equal(["/item\t+text/plain"], peer.Requests);
    }

    [Fact]
    public async Task Form_is_answered_by_a_data_block_in_the_same_send()
    {
        string? block = null;
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            block = await connection.ReadLineAsync() + "|" + await connection.ReadLineAsync() + "|" + await connection.ReadLineAsync() + "|" + await connection.ReadLineAsync();
            await connection.SendAsync("+2\r\nok");
            await connection.FinAsync();
        });
        await using var session = new InternetSession();
        var locator = new GopherLocator("127.0.0.1", "/form", GopherItemType.Text) { Port = peer.Port };
        var connection = session.ConnectGopher("127.0.0.1", peer.Port);
        await using var file = await connection.OpenAsync(locator, new GopherOpenOptions { AskAnswers = ["Ann", "Berlin"] }, Token);
        Assert.Equal("ok", await file.ReadTextAsync(cancellationToken: Token));
        Assert.Equal("/form\t+\t1|+-1|Ann|Berlin", block);
        await Assert.ThrowsAsync<ArgumentException>(() => connection.OpenAsync(locator, new GopherOpenOptions { AskAnswers = ["a\0b"] }, Token).AsTask());
        Assert.Equal(1, peer.Accepted);
    }

    [Theory]
    [InlineData("--1\r\n1 Ann Lee <ann@example.org>\r\nThere is no such item.\r\n.\r\n", 1, "Ann Lee <ann@example.org>", "There is no such item.", InternetErrorKind.NotFound)]
    [InlineData("--2\r\n2 <ann@example.org>\r\nToo many users.\r\n..dot\r\n", 2, "<ann@example.org>", "Too many users.\r\n..dot", InternetErrorKind.ServerError)]
    [InlineData("-19\r\n3 Ann\r\n1new\t/n\th\t70behind", 3, "Ann", "1new\t/n\th\t70", InternetErrorKind.NotFound)]
    [InlineData("--1\r\n1\r\n.\r\n", 1, null, "", InternetErrorKind.NotFound)]
    [InlineData("--1\r\n77 x", 77, "x", "", InternetErrorKind.ServerError)]
    public async Task Error_is_an_exception_with_its_number_and_words(string sent, int code, string? administrator, string text, InternetErrorKind kind)
    {
        foreach (var split in new[] { 1, int.MaxValue })
        {
            await using var peer = GopherPeer.InPieces(sent, split);
            await using var session = new InternetSession();
            var error = await Assert.ThrowsAsync<GopherException>(() =>
                session.ConnectGopher("127.0.0.1", peer.Port).OpenAsync(peer.Item(GopherItemType.Text), new GopherOpenOptions { View = string.Empty }, Token).AsTask());
            Assert.Equal((kind, code, administrator, text), (error.Kind, error.Code, error.Administrator, error.ReplyText));
            Assert.Equal((InternetPhase.ReceivingHead, $"127.0.0.1:{peer.Port}"), (error.Phase, error.EndPoint));
        }
    }

    [Fact]
    public async Task Words_of_an_error_are_escaped_in_its_message_and_cut()
    {
        await using var peer = GopherPeer.Answering("--2\r\n1 x\r\n\u001b[2J" + new string('w', 20_000));
        await using var session = new InternetSession();
        var error = await Assert.ThrowsAsync<GopherException>(() => session.OpenAsync(peer.Url("/0/item%09%09+"), null, Token).AsTask());
        Assert.DoesNotContain('\u001b', error.Message);
        Assert.InRange(error.Message.Length, 100, 600);
        Assert.InRange(error.ReplyText!.Length, 8000, 8192);
    }

    [Theory]
    [InlineData("the item itself", ParseError.BadGopherStatus, 0)]
    [InlineData("+12x\r\n", ParseError.BadGopherStatus, 3)]
    [InlineData("--1\r\nno number\r\n.\r\n", ParseError.BadGopherError, 0)]
    public async Task Answer_that_is_none_by_Gopher_plus_is_refused(string sent, ParseError refusal, int at)
    {
        await using var peer = GopherPeer.Answering(sent);
        await using var session = new InternetSession();
        var error = await Assert.ThrowsAsync<GopherException>(() => session.OpenAsync(peer.Url("/0/item%09%09+"), null, Token).AsTask());
        Assert.Equal((InternetErrorKind.ProtocolViolation, refusal, (long?)at), (error.Kind, error.ParseError, error.ByteOffset));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("+1", 2)]
    [InlineData("+10\r\nabc", 3)]
    [InlineData("+1\r\n", 0)]
    public async Task Early_end_is_truncation(string sent, int offset)
    {
        await using var peer = GopherPeer.Answering(sent);
        await using var session = new InternetSession();
        foreach (var isSync in new[] { false, true })
        {
            var error = await Assert.ThrowsAsync<GopherException>(async () =>
            {
                await using var file = await session.OpenGopherAsync(peer.Url("/9/item%09%09+"), null, Token);
                await GopherFileTests.ReadAsync(file, 4096, isSync);
            });
            Assert.Equal((InternetErrorKind.Truncated, (long?)offset), (error.Kind, error.ByteOffset));
        }
    }

    [Theory]
    [InlineData("+17\r\n0a\t/a\th.test\t70\r\n0b\t/b\th.test\t70\r\n", false)]
    [InlineData("+-1\r\n0a\t/a\th.test\t70\r\n.\r\n", true)]
    [InlineData("+-2\r\n0a\t/a\th.test\t70\r\n.\r\n", true)]
    public async Task Menu_may_be_had_by_Gopher_plus(string sent, bool terminated)
    {
        await using var peer = GopherPeer.Answering(sent);
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("127.0.0.1", peer.Port);
        var menu = connection.EnumerateAsync(connection.Root with { PlusString = "+" }, null, Token);
        Assert.Equal("a", Assert.Single(await GopherMenuTests.ListAsync(menu)).Name);
        Assert.Equal((terminated, "\t+"), (menu.Terminated, peer.Requests[0]));
    }

    [Fact]
    public async Task Counted_content_is_read_past_the_window()
    {
        var content = string.Concat(Enumerable.Range(0, 20_000).Select(static i => (char)('a' + (i % 26))));
        await using var peer = GopherPeer.Answering($"+{content.Length}\r\n{content}behind it");
        await using var session = new InternetSession();
        foreach (var isSync in new[] { false, true })
        {
            await using var file = await session.OpenGopherAsync(peer.Url("/9/item%09%09+"), null, Token);
            Assert.Equal(content, await GopherFileTests.ReadAsync(file, 30_000, isSync));
            Assert.True(file.LengthVerified);
        }
    }
}
