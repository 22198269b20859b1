using HiPerf.Transport;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>A folder with known files, a clock that stands still at 2030-01-01, and a handler over both.</summary>
public class FtpFixture : IDisposable
{
    private readonly List<FtpFolderHandler> _handlers = [];

    private protected TemporaryFolder Folder { get; } = new();

    private protected ManualClock Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private protected SessionRegistry Sessions { get; } = new();

    public FtpFixture()
    {
        _ = Folder.Add("hello.txt", "hello");
        _ = Folder.Add("empty", "");
        _ = Folder.Add("lines.txt", "one\ntwo\r\n\nthree");
        _ = Folder.Add("sub/a.txt", "a");
        _ = Folder.Add("sub/b b.bin", "bb");
        _ = Folder.Add("sub/ü", "u");
        _ = Folder.Add("big.bin", Big());
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>200,000 octets that repeat only after 251.</summary>
    protected static byte[] Big() => [.. Enumerable.Range(0, 200_000).Select(static i => (byte)(i % 251))];

    private protected FtpFolderOptions Options => new() { Folder = Folder.Root };

    private protected FtpFolderHandler Handler(FtpFolderOptions? options = null, TimeProvider? clock = null)
    {
        var handler = new FtpFolderHandler(options ?? Options, Sessions, null, clock ?? Clock);
        _handlers.Add(handler);
        return handler;
    }

    /// <summary>A client that has read the greeting.</summary>
    private protected async Task<FtpTestClient> ConnectAsync(FtpFolderOptions? options = null, FtpFolderHandler? handler = null, int capacity = 1024 * 1024)
    {
        var client = new FtpTestClient(handler ?? Handler(options), capacity: capacity);
        Assert.Equal("220 HiPerf ready.", await client.ReadReplyAsync());
        return client;
    }

    /// <summary>A client that has logged in as anonymous and chosen TYPE I.</summary>
    private protected async Task<FtpTestClient> LogInAsync(FtpFolderOptions? options = null, FtpFolderHandler? handler = null)
    {
        var client = await ConnectAsync(options, handler);
        Assert.Equal("331 Password, please.", await client.CommandAsync("USER anonymous"));
        Assert.Equal("230 Logged in, for reading.", await client.CommandAsync("PASS a@b"));
        Assert.Equal("200 Done.", await client.CommandAsync("TYPE I"));
        return client;
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _handlers.ForEach(static handler => handler.Dispose());
            Folder.Dispose();
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }
}
