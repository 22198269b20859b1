using System.Text;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>A folder to be served: texts, binaries, odd names, a gophermap, ten thousand lines, and a program that answers searches.</summary>
internal sealed class GopherTree : IAsyncDisposable
{
    public const int ManyLines = 10_000;

    /// <summary>A file in <c>/latin</c> whose name is ISO-8859-1, as is what is in it.</summary>
    public const string LatinName = "café.txt";

    private static readonly byte[] s_text = Encoding.UTF8.GetBytes(
        $".begins with a dot\nplain\n\n. dot and space\n.hidden\t\ttabs\n{new string('x', 1000)}\nlast: ünï… 你好\n");

    private GopherTree(string root) => Root = root;

    /// <summary>The files below <c>/tree</c>, by their path in it.</summary>
    /// <remarks>No text has a line of a dot alone, or one that begins with two: none of the servers stuffs dots, so that such lines are another text to whoever goes by RFC 1436.</remarks>
    public static IReadOnlyDictionary<string, byte[]> Files { get; } = new Dictionary<string, byte[]>
    {
        ["text.txt"] = s_text,
        ["empty.txt"] = [],
        ["one.bin"] = [0],
        ["dots.bin"] = "..\r\n.\r\n..two\r\n"u8.ToArray(),
        ["mega.bin"] = Content.Octets(1024 * 1024),
        ["sub folder/ünï (1) cöde.txt"] = "ünï\n"u8.ToArray(),
        ["sub folder/-dash.bin"] = Content.Octets(1001),
        ["sub folder/a & b #1%20+?.bin"] = Content.Octets(1002),
        ["sub folder/deeper/你好.gif"] = Content.Octets(70_003),
        ["sub folder/deeper/still deeper/picture.png"] = Content.Octets(1004),
    };

    public string Root { get; }

    public static async Task<GopherTree> MakeAsync()
    {
        var tree = new GopherTree(Directory.CreateTempSubdirectory("hiperf-gopher-").FullName);
        await tree.FillAsync();
        return tree;
    }

    // Not by .NET: it cannot name one of the files.
    public async ValueTask DisposeAsync() => _ = await Peer.RunAsync("rm", "-r", Root);

    private async Task FillAsync()
    {
        foreach ((string path, byte[] octets) in Files)
        {
            await WriteAsync("tree/" + path, octets);
        }

        _ = Directory.CreateDirectory(Path.Combine(Root, "empty"));
        await WriteAsync("mapped/gophermap", "Welcome & <all>\n7Find words\t/cgi-bin/find\n0A text\t/tree/text.txt\nhElsewhere\tURL:https://example.org/\n1Up\t/\n"u8.ToArray());
        await WriteAsync("many/gophermap", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, ManyLines).Select(i => $"9entry {i}\t/many/entry {i}\n"))));
        await WriteAsync("cgi-bin/find", "#!/bin/sh\nprintf '0found %s\\t/tree/text.txt\\t%s\\t%s\\r\\n.\\r\\n' \"$SEARCHREQUEST\" \"$SERVER_NAME\" \"$SERVER_PORT\"\n"u8.ToArray());

        // No name of .NET's has such octets. gophernicus serves what everybody may read, and what everybody may run.
        (int exit, _, string error) = await Peer.RunAsync(
            "/bin/sh", "-c", "cd \"$1\" && mkdir latin && printf 'd\\351j\\340 vu\\n' >\"latin/$(printf 'caf\\351').txt\" && chmod -R a+rX . && chmod a+x cgi-bin/find", "sh", Root);
        Assert.True(exit == 0, error);
    }

    private async Task WriteAsync(string path, byte[] octets)
    {
        string full = Path.Combine(Root, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllBytesAsync(full, octets);
    }
}
