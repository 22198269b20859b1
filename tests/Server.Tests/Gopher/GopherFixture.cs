using HiPerf.Transport;

namespace HiPerf.Server.Tests.Gopher;

/// <summary>A folder with known files, a clock that stands still at 2030-01-01, and a handler over both. In memory the server is localhost, port 70.</summary>
public class GopherFixture : IDisposable
{
    protected const string NotFound = "3There is nothing under this selector.\t\tnull.host\t1\r\n.\r\n";

    private protected TemporaryFolder Folder { get; } = new();

    private protected ManualClock Clock { get; } = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private protected SessionRegistry Sessions { get; } = new();

    public GopherFixture()
    {
        _ = Folder.Add("hello.txt", "hello");
        _ = Folder.Add("dots.txt", ".\n..a\r\nb\n");
        _ = Folder.Add("empty.txt", "");
        _ = Folder.Add("sub/a.txt", "a");
        _ = Folder.Add("sub/ü b", "u");
        _ = Folder.Add("big.bin", Big());
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>200,000 octets that repeat only after 251.</summary>
    protected static byte[] Big() => [.. Enumerable.Range(0, 200_000).Select(static i => (byte)(i % 251))];

    private protected GopherFolderOptions Options => new() { Folder = Folder.Root };

    private protected GopherFolderHandler Handler(GopherFolderOptions? options = null) => new(options ?? Options, Sessions, null, Clock);

    private protected MemoryClient Connect(GopherFolderOptions? options = null) => new(Handler(options));

    /// <summary>Sends one request line and reads all that comes.</summary>
    private protected Task<string> AskAsync(string request, GopherFolderOptions? options = null) => AskAsync(Handler(options), request);

    /// <summary>The same of one handler; what it sends is ISO-8859-1.</summary>
    private protected static async Task<string> AskAsync(GopherFolderHandler handler, string request)
    {
        await using var client = new MemoryClient(handler);
        await client.SendAsync(request + "\r\n");
        client.End();
        return await client.ReadToEndAsync();
    }

    /// <summary>One line of a menu of this server.</summary>
    protected static string Item(char type, string display, string selector, string plus = "\t+") => $"{type}{display}\t{selector}\tlocalhost\t70{plus}\r\n";

    /// <summary>The item to search by.</summary>
    protected static string Search(string selector) => Item('7', "Search by name", selector, "");

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
