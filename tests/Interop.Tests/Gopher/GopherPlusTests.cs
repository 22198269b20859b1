using HiPerf.Gopher;
using HiPerf.Interop.Tests.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>What pygopherd adds to RFC 1436, and gophernicus does not.</summary>
public sealed class GopherPlusTests(SharedGopherPeers peers) : IAsyncDisposable
{
    private readonly InternetSession _session = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text.txt", "text/plain")]
    [InlineData("empty.txt", "text/plain")]
    [InlineData("dots.bin", "application/octet-stream")]
    [InlineData("mega.bin", "application/octet-stream")]
    public async Task View_of_a_file_is_counted_and_octet_for_octet(string name, string view)
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(GopherServer.Pygopherd));
        GopherItem item = await gopher.FindAsync("tree/" + name);
        Assert.Equal(GopherPlusMark.Plus, item.Plus);
        await using GopherFile file = await gopher.OpenAsync(item.Locator!, new GopherOpenOptions { View = view }, Token);
        Assert.Equal(GopherTree.Files[name].Length, file.ContentLength);
        FtpFileSteps.AssertSame(GopherTree.Files[name], await Content.ReadAllAsync(file));
        Assert.True(file.LengthVerified);
    }

    [Fact]
    public async Task Attributes_of_an_item_are_told()
    {
        GopherPeer peer = await peers.GetAsync(GopherServer.Pygopherd);
        GopherConnection gopher = _session.ConnectGopher(peer);
        GopherItem item = await gopher.FindAsync("tree/mega.bin");
        GopherItemAttributes attributes = await gopher.GetAttributesAsync(item.Locator!, cancellationToken: Token);
        Assert.Equal(item.Locator, attributes.Item?.Locator);
        Assert.Equal(("Ann Example", "ann@example.org"), (attributes.AdministratorName, attributes.AdministratorEmail));
        DateTime written = File.GetLastWriteTime(Path.Combine(peer.Root, "tree/mega.bin"));
        Assert.Equal(written.AddTicks(-(written.Ticks % TimeSpan.TicksPerSecond)), attributes.ModDate);
        Assert.Equal(new GopherRepresentation("application/octet-stream", null, 1024 * 1024), Assert.Single(attributes.Views));
        Assert.Contains("+INFO: 9mega.bin\t/tree/mega.bin\t127.0.0.1\t", attributes.RawText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_does_not_know_names_of_blocks_answers_with_the_file()
    {
        // pygopherd knows "!" alone; "!+VIEWS" is to it what RFC 1436 has behind a selector. What comes then is no answer of Gopher+.
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(GopherServer.Pygopherd));
        GopherItem item = await gopher.FindAsync("tree/text.txt");
        GopherException error = await Assert.ThrowsAsync<GopherException>(async () => await gopher.GetAttributesAsync(item.Locator!, ["VIEWS"], Token));
        Assert.Equal(InternetErrorKind.ProtocolViolation, error.Kind);
    }

    [Fact]
    public async Task Missing_item_is_an_error_of_its_own()
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(GopherServer.Pygopherd));
        GopherLocator missing = gopher.CreateLocator("/missing", GopherItemType.Text) with { Plus = GopherPlusMark.Plus };
        GopherException opening = await Assert.ThrowsAsync<GopherException>(async () => await gopher.OpenAsync(missing, new GopherOpenOptions { View = "text/plain" }, Token));
        GopherException asking = await Assert.ThrowsAsync<GopherException>(async () => await gopher.GetAttributesAsync(missing, cancellationToken: Token));
        foreach (GopherException error in (GopherException[])[opening, asking])
        {
            Assert.Equal((InternetErrorKind.NotFound, 1, PygopherdPeer.Administrator), (error.Kind, error.Code, error.Administrator));
            Assert.Contains("'/missing' does not exist", error.ReplyText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Server_that_does_not_offer_it_is_not_asked()
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(GopherServer.Gophernicus));
        GopherItem item = await gopher.FindAsync("tree/mega.bin");
        Assert.Equal(GopherPlusMark.None, item.Plus);
        _ = await Assert.ThrowsAsync<NotSupportedException>(async () => await gopher.GetAttributesAsync(item.Locator!, cancellationToken: Token));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
