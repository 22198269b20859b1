using System.Buffers;
using System.Text;

namespace HiPerf.Server.Tests.Files;

public class FolderPageTests
{
    private static readonly FolderEntry[] s_entries =
    [
        new("sub \"dir\"", 0, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc), true),
        new("<script>&'a:b.txt", 12, new DateTime(2021, 12, 31, 23, 59, 59, DateTimeKind.Utc), false),
    ];

    [Fact]
    public void Html_escapes_text_and_links()
    {
        var output = new ArrayBufferWriter<byte>();
        FolderPage.WriteHtml(output, "<x>/"u8, s_entries);
        var page = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.Contains("<title>/&lt;x&gt;/</title>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../\">../</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"./sub%20%22dir%22/\">sub &quot;dir&quot;/</a></td><td></td><td>2020-01-02 03:04:05</td>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"./%3Cscript%3E%26%27a%3Ab.txt\">&lt;script&gt;&amp;&#39;a:b.txt</a></td><td>12</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_of_the_root_has_no_way_up()
    {
        var output = new ArrayBufferWriter<byte>();
        FolderPage.WriteHtml(output, default, []);
        Assert.DoesNotContain("../", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_lists_the_entries()
    {
        var output = new ArrayBufferWriter<byte>();
        FolderPage.WriteJson(output, s_entries.AsSpan(0, 1));
        Assert.Equal("""[{"name":"sub \u0022dir\u0022","size":0,"modified":"2020-01-02T03:04:05Z","directory":true}]""",
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Link_reads_back_as_the_same_name()
    {
        var name = Encoding.UTF8.GetBytes("a%2e b/ü;\"<>?#:~");
        var output = new ArrayBufferWriter<byte>();
        VirtualPathWriter.Write(output, name);
        byte[] path = [(byte)'/', .. output.WrittenSpan];
        var destination = new byte[path.Length];
        Assert.Equal(VirtualPathStatus.Done, VirtualPath.Normalize(path, destination, out var length));
        Assert.Equal(name, destination.AsSpan(0, length));
    }

    [Theory]
    [InlineData("a.html", "text/html")]
    [InlineData("a.TXT", "text/plain")]
    [InlineData("a.tar.gz", "application/x-gzip")]
    [InlineData("a.svg", "image/svg+xml")]
    [InlineData("a", "application/octet-stream")]
    [InlineData("a.unknown", "application/octet-stream")]
    public void ContentType_follows_the_extension(string name, string type) => Assert.Equal(type, ContentTypes.Of(name));
}
