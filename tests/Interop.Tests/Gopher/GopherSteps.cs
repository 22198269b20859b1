using System.Text;
using HiPerf.Gopher;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>What many tests of our client do.</summary>
internal static class GopherSteps
{
    public static GopherConnection ConnectGopher(this InternetSession session, GopherPeer peer) => session.ConnectGopher(peer.Address.ToString(), peer.Port);

    public static async Task<List<GopherItem>> ListAsync(this GopherConnection connection, GopherLocator? locator = null, string? query = null)
    {
        List<GopherItem> items = [];
        await foreach (GopherItem item in connection.EnumerateAsync(locator, query))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>Goes from menu to menu by the names that they show, as a reader would.</summary>
    public static async Task<GopherItem> FindAsync(this GopherConnection connection, string path, GopherLocator? start = null)
    {
        GopherItem? found = null;
        foreach (string name in path.Split('/'))
        {
            List<GopherItem> items = await connection.ListAsync(found?.Locator ?? start);
            found = Assert.Single(items, item => item.Name == name);
            Assert.Equal(GopherItemFaults.None, found.Faults);
        }

        return found!;
    }

    public static async Task<byte[]> ReadAllAsync(this GopherConnection connection, GopherItem item, GopherOpenOptions? options = null)
    {
        await using GopherFile file = await connection.OpenAsync(item.Locator!, options, TestContext.Current.CancellationToken);
        byte[] octets = await Content.ReadAllAsync(file);
        Assert.True(file.IsComplete);
        return octets;
    }

    /// <summary>The lines of a text, however the server ends them: gophernicus makes CRLF of LF, pygopherd leaves it.</summary>
    public static string Lines(byte[] text) => Encoding.UTF8.GetString(text).Replace("\r\n", "\n", StringComparison.Ordinal);
}
