using System.Text;

namespace HiPerf.Facade.Tests.Directories;

/// <summary>Local folders opened as pages.</summary>
public sealed class LocalDirectoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task Page_names_what_the_folder_holds(string end)
    {
        File.WriteAllText(Path.Combine(_folder, "a&b <1>.txt"), "12345");
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "a&b <1>.txt"), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Directory.CreateDirectory(Path.Combine(_folder, "java:sub"));
        Directory.SetLastWriteTimeUtc(Path.Combine(_folder, "java:sub"), new DateTime(2020, 1, 2, 3, 4, 6, DateTimeKind.Utc));
        await using var session = new InternetSession(new InternetSessionOptions { Context = "mine" });
        await using var file = Assert.IsType<DirectoryFile>(await session.OpenAsync($"file://{_folder}{end}", cancellationToken: Token));

        Assert.Equal(("text/html; charset=utf-8", null, false, "mine"), (file.ContentType, file.ContentLength, file.LengthVerified, file.Context));
        Assert.True(file is { CanRead: true, CanSeek: false, CanWrite: false });
        var page = await new StreamReader(file).ReadToEndAsync(Token);

        Assert.Contains($"<base href=\"file://{_folder}/\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../\">../</a>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td>file</td><td><a href=\"./a%26b%20%3C1%3E.txt\">a&amp;b &lt;1&gt;.txt</a></td><td>5</td><td>2020-01-02 03:04:05</td></tr>", page, StringComparison.Ordinal);
        Assert.Contains("<tr><td>directory</td><td><a href=\"./java%3Asub/\">java:sub/</a></td><td></td><td>2020-01-02 03:04:06</td></tr>", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
        Assert.True(file is { IsComplete: true, LengthVerified: true });
        Assert.Equal(0, file.ReadByte() + 1);
    }

    [Fact]
    public async Task Links_of_the_page_open()
    {
        File.WriteAllText(Path.Combine(_folder, "a b#?%.txt"), "x");
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync($"file://{_folder}/", cancellationToken: Token);
        var page = await new StreamReader(file).ReadToEndAsync(Token);
        var href = System.Text.RegularExpressions.Regex.Match(page, "href=\"(\\./[^\"]*)\"").Groups[1].Value;
        await using var opened = await session.OpenAsync(file.Url.Resolve(href).Href, cancellationToken: Token);
        Assert.Equal(1, opened.Length);
    }

    [Fact]
    public async Task Synchronous_and_octet_by_octet_reads_give_the_same_page()
    {
        for (var i = 0; i < 400; i++)
        {
            File.WriteAllText(Path.Combine(_folder, $"a file of some sort, number {i}"), "");
        }

        await using var session = new InternetSession();
        await using var file = await session.OpenAsync($"file://{_folder}/", cancellationToken: Token);
        var asynchronous = await new StreamReader(file).ReadToEndAsync(Token);
        Assert.Equal(401, asynchronous.Split("<a href=").Length - 1);

        using var second = await session.OpenAsync($"file://{_folder}/", cancellationToken: Token);
        var octets = new List<byte>();
        Assert.Equal(0, second.Read([]));
        for (var octet = second.ReadByte(); octet >= 0; octet = second.ReadByte())
        {
            octets.Add((byte)octet);
        }

        Assert.Equal(asynchronous, Encoding.UTF8.GetString([.. octets]));
        Assert.True(second.IsComplete);
    }

    [Fact]
    public async Task Empty_folder_is_a_whole_page_and_the_root_has_no_way_up()
    {
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync($"file://{_folder}/", cancellationToken: Token);
        await file.CompleteAsync(Token);
        Assert.True(file.LengthVerified);
        await file.CompleteAsync(Token);

        Assert.SkipWhen(OperatingSystem.IsWindows(), "The root is a drive there.");
        await using var root = await session.OpenAsync("file:///", cancellationToken: Token);
        Assert.DoesNotContain("../", await new StreamReader(root).ReadToEndAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_form_is_refused_and_the_typed_opening_names_the_other()
    {
        await using var session = new InternetSession();
        var raw = await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await session.OpenAsync($"file://{_folder}/", new OpenOptions { DirectoryFormat = DirectoryFormat.Raw }, Token));
        Assert.Contains("EnumerateAsync", raw.Message, StringComparison.Ordinal);
        var typed = Assert.Throws<InternetException>(() => session.OpenLocal($"file://{_folder}/"));
        Assert.Contains("OpenAsync", typed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_given_up_is_read_no_further()
    {
        await using var session = new InternetSession();
        var file = await session.OpenAsync($"file://{_folder}/", cancellationToken: Token);
        file.Abort();
        file.Abort();
        Assert.Equal(InternetErrorKind.ConnectionAborted, Assert.Throws<InternetException>(() => file.ReadByte()).Kind);
        Assert.False(file.IsComplete);
        await file.DisposeAsync();
        file.Dispose();
        Assert.False(file.CanRead);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await file.CompleteAsync(Token));
    }

    [Fact]
    public async Task Cancelled_read_reads_nothing()
    {
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync($"file://{_folder}/", cancellationToken: Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await file.CompleteAsync(new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await session.OpenAsync($"file://{_folder}/", cancellationToken: new CancellationToken(canceled: true)));
        await file.CompleteAsync(Token);
    }
}
