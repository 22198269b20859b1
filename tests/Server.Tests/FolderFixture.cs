using HiPerf.Transport;

namespace HiPerf.Server.Tests;

/// <summary>A folder with known files, a clock that stands still at 2030-01-01, and a handler over both.</summary>
public class FolderFixture : IDisposable
{
    protected const string Date = "Tue, 01 Jan 2030 00:00:00 GMT";
    protected const string Modified = "Thu, 02 Jan 2020 03:04:05 GMT";

    /// <summary>The entity tag of <c>hello.txt</c>: ticks of 2020-01-02 03:04:05, and its length.</summary>
    protected static readonly string Tag = $"\"{new DateTime(2020, 1, 2, 3, 4, 5).Ticks:x}-{5:x}\"";

    private protected TemporaryFolder Folder { get; } = new();

    private protected ManualClock Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private protected SessionRegistry Sessions { get; } = new();

    public FolderFixture()
    {
        _ = Folder.Add("hello.txt", "hello");
        _ = Folder.Add("empty", "");
        _ = Folder.Add("sub/a.txt", "a");
        _ = Folder.Add("site/index.html", "<p>index</p>");
        _ = Folder.Add("big.bin", Big());
    }

    /// <summary>200,000 octets that repeat only after 251.</summary>
    protected static byte[] Big() => [.. Enumerable.Range(0, 200_000).Select(static i => (byte)(i % 251))];

    private protected HttpFolderOptions Options => new() { Folder = Folder.Root };

    private protected HttpFolderHandler Handler(HttpFolderOptions? options = null) => new(options ?? Options, Sessions, null, Clock);

    private protected MemoryClient Connect(HttpFolderOptions? options = null) => new(Handler(options));

    /// <summary>Sends requests, ends the direction, and reads all that comes.</summary>
    private protected async Task<string> ExchangeAsync(string requests, HttpFolderOptions? options = null)
    {
        await using var client = Connect(options);
        await client.SendAsync(requests);
        client.End();
        return await client.ReadToEndAsync();
    }

    /// <summary>The answer to GET /hello.txt on a kept-alive connection.</summary>
    protected static string Hello(string options = "") =>
        $"HTTP/1.1 200 OK\r\nDate: {Date}\r\nServer: HiPerf\r\nContent-Type: text/plain\r\nLast-Modified: {Modified}\r\nETag: {Tag}\r\n"
        + $"Accept-Ranges: bytes\r\nContent-Length: 5\r\n{options}\r\nhello";

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Folder.Dispose();
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }
}
