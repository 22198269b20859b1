using System.Globalization;
using System.Text.Json;

namespace HiPerf.Server.Tests.Http;

/// <summary>What a path is answered with: files, parts, preconditions, folders, redirects.</summary>
public sealed class FileAnswerTests : FolderFixture
{
    private async Task<(string Head, string Content)> GetAsync(string target, string fields = "", HttpFolderOptions? options = null)
    {
        var answer = await ExchangeAsync($"GET {target} HTTP/1.1\r\nHost: a\r\n{fields}\r\n", options);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return (answer[..end], answer[end..]);
    }

    [Theory]
    [InlineData("/hello.txt")]
    [InlineData("/hello.txt?query")]
    [InlineData("/sub/../hello.txt")]
    [InlineData("/%68ello.txt")]
    [InlineData("http://a/hello.txt")]
    public async Task Target_of_every_form_finds_the_file(string target) => Assert.Equal("hello", (await GetAsync(target)).Content);

    [Fact]
    public async Task Empty_file_has_length_0() => Assert.Contains("\r\nContent-Length: 0\r\n", (await GetAsync("/empty")).Head, StringComparison.Ordinal);

    [Theory]
    [InlineData("If-Modified-Since: Thu, 02 Jan 2020 03:04:05 GMT", 304)]
    [InlineData("If-Modified-Since: Thu, 02 Jan 2020 03:04:06 GMT", 304)]
    [InlineData("If-Modified-Since: Thursday, 02-Jan-20 03:04:05 GMT", 304)]
    [InlineData("If-Modified-Since: Thu Jan  2 03:04:05 2020", 304)]
    [InlineData("If-Modified-Since: Thu, 02 Jan 2020 03:04:04 GMT", 200)]
    [InlineData("If-Modified-Since: yesterday", 200)]
    [InlineData("If-None-Match: *", 304)]
    [InlineData("If-None-Match: TAG", 304)]
    [InlineData("If-None-Match: W/TAG", 304)]
    [InlineData("If-None-Match: \"a\", W/\"b\",TAG", 304)]
    [InlineData("If-None-Match: \"a,b\", \"c\"", 200)]
    [InlineData("If-None-Match: \"a\"\r\nIf-Modified-Since: Thu, 02 Jan 2020 03:04:05 GMT", 200)]
    [InlineData("If-None-Match: nonsense", 200)]
    [InlineData("If-None-Match: \"unterminated", 200)]
    [InlineData("If-Match: TAG", 200)]
    [InlineData("If-Match: *", 200)]
    [InlineData("If-Match: W/TAG", 412)]
    [InlineData("If-Match:", 412)]
    [InlineData("If-Match: TAG, nonsense", 412)]
    [InlineData("If-Match: \"a\"\r\nIf-Match: TAG", 200)]
    [InlineData("If-None-Match: \"a\"\r\nIf-None-Match: TAG", 304)]
    [InlineData("If-None-Match: TAG, nonsense", 200)]
    [InlineData("If-Match: \"a\"", 412)]
    [InlineData("If-Unmodified-Since: Thu, 02 Jan 2020 03:04:05 GMT", 200)]
    [InlineData("If-Unmodified-Since: Thu, 02 Jan 2020 03:04:04 GMT", 412)]
    public async Task Preconditions_decide(string field, int status)
    {
        var (head, content) = await GetAsync("/hello.txt", field.Replace("TAG", Tag, StringComparison.Ordinal) + "\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
        if (status == 304)
        {
            Assert.Equal("", content);
            Assert.DoesNotContain("Content-Length", head, StringComparison.Ordinal);
            Assert.Contains("\r\nETag: " + Tag, head, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("bytes=0-0", 206, "h", "bytes 0-0/5")]
    [InlineData("bytes=1-3", 206, "ell", "bytes 1-3/5")]
    [InlineData("bytes=1-", 206, "ello", "bytes 1-4/5")]
    [InlineData("bytes=-2", 206, "lo", "bytes 3-4/5")]
    [InlineData("bytes=-99", 206, "hello", "bytes 0-4/5")]
    [InlineData("bytes=4-99999999999999999999", 206, "o", "bytes 4-4/5")]
    [InlineData("BYTES=0-0", 206, "h", "bytes 0-0/5")]
    [InlineData("bytes=5-", 416, null, "bytes */5")]
    [InlineData("bytes=-0", 416, null, "bytes */5")]
    [InlineData("bytes=99999999999999999999-", 416, null, "bytes */5")]
    [InlineData("bytes=3-1", 200, "hello", null)]
    [InlineData("bytes=0-0,2-2", 200, "hello", null)]
    [InlineData("bytes=a-b", 200, "hello", null)]
    [InlineData("bytes=-", 200, "hello", null)]
    [InlineData("bytes=", 200, "hello", null)]
    [InlineData("bytes=1", 200, "hello", null)]
    [InlineData("lines=0-0", 200, "hello", null)]
    [InlineData("bytes=0-0\r\nIf-Range: TAG", 206, "h", "bytes 0-0/5")]
    [InlineData("bytes=0-0\r\nIf-Range: \"a\"", 200, "hello", null)]
    [InlineData("bytes=0-0\r\nIf-Range: W/TAG", 200, "hello", null)]
    [InlineData("bytes=0-0\r\nIf-Range: Thu, 02 Jan 2020 03:04:05 GMT", 206, "h", "bytes 0-0/5")]
    [InlineData("bytes=0-0\r\nIf-Range: Thu, 02 Jan 2020 03:04:06 GMT", 200, "hello", null)]
    [InlineData("bytes=0-0\r\nRange: bytes=1-1", 200, "hello", null)]
    public async Task Range_gives_the_part(string range, int status, string? expected, string? contentRange)
    {
        var options = Options;
        foreach (var maxHot in (int[])[0, 65536])
        {
            var (head, content) = await GetAsync("/hello.txt", $"Range: {range.Replace("TAG", Tag, StringComparison.Ordinal)}\r\n", options with { MaxHotFile = maxHot });
            Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
            Assert.Equal(contentRange, head.Split("\r\n").FirstOrDefault(static l => l.StartsWith("Content-Range: ", StringComparison.Ordinal))?[15..]);
            if (expected is not null)
            {
                Assert.Equal(expected, content);
            }
        }
    }

    [Fact]
    public async Task Range_means_nothing_to_head() =>
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await ExchangeAsync("HEAD /hello.txt HTTP/1.1\r\nHost: a\r\nRange: bytes=0-0\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Part_of_a_large_file_is_read_from_its_offset()
    {
        var (_, content) = await GetAsync("/big.bin", "Range: bytes=100001-170000\r\n");
        Assert.Equal(System.Text.Encoding.Latin1.GetString(Big(), 100001, 70000), content);
    }

    [Theory]
    [InlineData("/sub", "/sub/")]
    [InlineData("/sub?q=1&r", "/sub/?q=1&r")]
    [InlineData("/we%20ird%25%3F", "/we%20ird%25%3F/")]
    [InlineData("/sub/../sub", "/sub/")]
    public async Task Folder_without_slash_is_redirected(string target, string location)
    {
        _ = Folder.Add("we ird%?/x", "x");
        var (head, _) = await GetAsync(target);
        Assert.StartsWith("HTTP/1.1 301 ", head, StringComparison.Ordinal);
        Assert.Contains($"\r\nLocation: {location}\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_with_index_is_answered_by_it()
    {
        var (head, content) = await GetAsync("/site/");
        Assert.Contains("\r\nContent-Type: text/html\r\n", head, StringComparison.Ordinal);
        Assert.Equal("<p>index</p>", content);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sub/")]
    public async Task Folder_without_index_is_listed(string target)
    {
        var (head, content) = await GetAsync(target);
        Assert.Contains("\r\nContent-Type: text/html; charset=utf-8\r\nVary: Accept\r\n", head, StringComparison.Ordinal);
        Assert.Contains(target == "/" ? "href=\"./hello.txt\"" : "href=\"./a.txt\"", content, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404 ", (await GetAsync(target, "", Options with { ListsFolders = false })).Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("text/plain, Application/JSON;q=0.9", true)]
    [InlineData("text/html, application/json", false)]
    [InlineData("*/*", false)]
    public async Task Folder_is_listed_as_json_when_asked(string accept, bool isJson)
    {
        var (head, content) = await GetAsync("/", $"Accept: {accept}\r\n");
        Assert.Equal(isJson, head.Contains("Content-Type: application/json\r\n", StringComparison.Ordinal));
        if (!isJson)
        {
            return;
        }

        using var document = JsonDocument.Parse(content);
        var hello = document.RootElement.EnumerateArray().Single(static e => e.GetProperty("name").GetString() == "hello.txt");
        Assert.Equal(5, hello.GetProperty("size").GetInt32());
        Assert.False(hello.GetProperty("directory").GetBoolean());
        Assert.Equal("2020-01-02T03:04:05Z", hello.GetProperty("modified").GetDateTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Changed_file_is_answered_with_its_new_content()
    {
        await using var client = Connect();
        for (var round = 0; round < 3; round++)
        {
            // Of another length each time: on a clock in the future every file counts as settled.
            var text = "round" + new string('!', round);
            _ = Folder.Add("hello.txt", text);
            for (var repeat = 0; repeat < 3; repeat++)
            {
                await client.SendAsync("GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n");
                Assert.Equal(text, (await client.ReadResponseAsync()).Content);
            }
        }

        File.Delete(Path.Join(Folder.Root, "hello.txt"));
        await client.SendAsync("GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 404 ", (await client.ReadResponseAsync()).Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_out_of_the_root_is_not_found()
    {
        File.WriteAllText(Path.Join(Folder.Outside, "secret"), "secret");
        _ = File.CreateSymbolicLink(Path.Join(Folder.Root, "link"), "../secret");
        _ = Directory.CreateSymbolicLink(Path.Join(Folder.Root, "up"), "..");
        Assert.StartsWith("HTTP/1.1 404 ", (await GetAsync("/link")).Head, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404 ", (await GetAsync("/up/")).Head, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404 ", (await GetAsync("/up/secret")).Head, StringComparison.Ordinal);
        Assert.DoesNotContain("link", (await GetAsync("/")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_modified_is_never_later_than_date()
    {
        File.SetLastWriteTimeUtc(Folder.Add("future", "x"), new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Contains($"\r\nLast-Modified: {Date}\r\n", (await GetAsync("/future")).Head, StringComparison.Ordinal);
    }
}
