using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Facade.Tests.Files;

public sealed class LocalFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("plain.txt", "plain.txt")]
    [InlineData("with space.txt", "with%20space.txt")]
    [InlineData("100%.txt", "100%25.txt")]
    [InlineData("ümläut.txt", "%C3%BCml%C3%A4ut.txt")]
    [InlineData("a?b#c.txt", "a%3Fb%23c.txt")]
    public async Task File_is_read_by_its_encoded_name(string name, string encoded)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, name), "content", Token);
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync($"file://{_folder}/{encoded}", cancellationToken: Token);

        var local = Assert.IsType<LocalFile>(file);
        Assert.Equal(Path.Combine(_folder, name), local.FullPath);
        Assert.Equal(7, local.Length);
        Assert.Equal("content", await new StreamReader(local).ReadToEndAsync(Token));
        Assert.True(local.IsComplete);
        Assert.True(local.LengthVerified);
    }

    [Theory]
    [InlineData("file://localhost")]
    [InlineData("file://")]
    public void Empty_authority_and_localhost_are_local(string prefix)
    {
        File.WriteAllText(Path.Combine(_folder, "a"), "x");
        using var session = new InternetSession();
        using var file = session.OpenLocal($"{prefix}{_folder}/a");
        Assert.Equal('x', file.ReadByte());
    }

    [Theory]
    [InlineData("file://host{0}/a")]
    [InlineData("file:////host{0}/a")]
    [InlineData("file://{0}/a%00b")]
    [InlineData("file://{0}%2Fa")]
    [InlineData("file://{0}/%ff")]
    public void What_could_name_something_else_is_refused(string url)
    {
        File.WriteAllText(Path.Combine(_folder, "a"), "x");
        using var session = new InternetSession();
        var error = Assert.Throws<InternetException>(() => session.OpenLocal(string.Format(null, url, _folder)));
        Assert.Equal(InternetErrorKind.AccessDenied, error.Kind);
    }

    [Fact]
    public void Missing_file_is_not_found()
    {
        using var session = new InternetSession();
        var error = Assert.Throws<InternetException>(() => session.OpenLocal($"file://{_folder}/none"));
        Assert.Equal(InternetErrorKind.NotFound, error.Kind);
        Assert.Equal("file", error.Protocol);
    }

    [Fact]
    public void Folder_is_no_file()
    {
        using var session = new InternetSession();
        Assert.Equal(InternetErrorKind.AccessDenied, Assert.Throws<InternetException>(() => session.OpenLocal($"file://{_folder}/")).Kind);
    }

    [Fact]
    public void Devices_fifos_and_sockets_are_refused_without_being_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices, FIFOs and sockets in the file system are told apart on Linux.");
        using var mkfifo = Process.Start("mkfifo", Path.Combine(_folder, "fifo"));
        mkfifo.WaitForExit();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, "socket")));
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), "/dev/zero");
        using var session = new InternetSession();
        foreach (var url in new[] { "file:///dev/zero", $"file://{_folder}/fifo", $"file://{_folder}/socket", $"file://{_folder}/link" })
        {
            var error = Assert.Throws<InternetException>(() => session.OpenLocal(url));
            Assert.Equal(InternetErrorKind.AccessDenied, error.Kind);
        }
    }

    [Fact]
    public void File_that_grows_or_shrinks_while_read_is_not_verified()
    {
        var path = Path.Combine(_folder, "a");
        File.WriteAllText(path, "0123456789");
        using var session = new InternetSession();
        using var file = session.OpenLocal($"file://{path}");
        var buffer = new byte[4];
        Assert.Equal(4, file.Read(buffer));
        Assert.False(file.IsComplete);
        File.WriteAllText(path, "0123456");
        Assert.Equal(3, file.Read(buffer));
        Assert.Equal(0, file.Read(buffer));
        Assert.True(file.IsComplete);
        Assert.False(file.LengthVerified);
        Assert.Equal(10, file.ContentLength);
    }

    [Fact]
    public async Task File_can_be_sought_but_not_written()
    {
        var path = Path.Combine(_folder, "a");
        await File.WriteAllTextAsync(path, "0123456789", Token);
        await using var session = new InternetSession();
        await using var file = session.OpenLocal($"file://{path}");
        Assert.True(file.CanSeek);
        Assert.Equal(7, file.Seek(-3, SeekOrigin.End));
        Assert.Equal('7', file.ReadByte());
        file.Position = 2;
        Assert.Equal('2', file.ReadByte());
        Assert.Throws<IOException>(() => file.Seek(-1, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => file.Write([1], 0, 1));
        Assert.Throws<NotSupportedException>(() => file.SetLength(0));
        await file.CompleteAsync(Token);
        Assert.True(file.LengthVerified);
        await file.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => file.ReadByte());
    }

    [Fact]
    public async Task Folder_lists_entries_whose_urls_open()
    {
        File.WriteAllText(Path.Combine(_folder, "one two.txt"), "12345");
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        await using var session = new InternetSession();
        var entries = new List<InternetEntry>();
        await foreach (var entry in session.EnumerateAsync($"file://{_folder}", cancellationToken: Token))
        {
            entries.Add(entry);
        }

        Assert.Equal(["one two.txt", "sub"], entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        var file = entries.Single(entry => !entry.IsDirectory);
        Assert.Equal(5, file.Length);
        Assert.NotNull(file.LastWriteTime);
        await using var opened = await session.OpenAsync(file.Url.Href, cancellationToken: Token);
        Assert.Equal(5, opened.Length);
        var folder = entries.Single(entry => entry.IsDirectory);
        Assert.EndsWith("/sub/", folder.Url.Href, StringComparison.Ordinal);
        Assert.Null(folder.Length);
        await foreach (var entry in session.EnumerateAsync(folder.Url.Href, cancellationToken: Token))
        {
            Assert.Fail($"an empty folder has no entry {entry.Name}");
        }
    }

    [Fact]
    public void File_is_no_folder()
    {
        File.WriteAllText(Path.Combine(_folder, "a"), "x", Encoding.ASCII);
        using var session = new InternetSession();
        Assert.Throws<InternetException>(() => session.EnumerateAsync($"file://{_folder}/a", cancellationToken: Token));
        Assert.Throws<InternetException>(() => session.EnumerateAsync($"file://{_folder}/none", cancellationToken: Token));
    }
}
