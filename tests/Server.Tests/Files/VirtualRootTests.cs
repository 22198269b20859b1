using System.Text;
using Microsoft.Win32.SafeHandles;
using HiPerf.Samples;

namespace HiPerf.Server.Tests.Files;

public sealed class VirtualRootTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Gates => ["this system's", "portable"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Gates))]
    public void Open_regular_file_gives_its_facts(string gate)
    {
        var path = _folder.Add("a/b.txt", "hello");
        using var handle = Open(Root(gate), "a/b.txt", out var facts);
        Assert.NotNull(handle);
        Assert.Equal((FileKind.File, 5L, File.GetLastWriteTimeUtc(path).Ticks), (facts.Kind, facts.Length, facts.Modified));
    }

    [Theory, MemberData(nameof(Gates))]
    public void Open_folder_tells_that_it_is_one(string gate)
    {
        _ = _folder.Add("a/b.txt", "hello");
        using var handle = Open(Root(gate), "a/", out var facts);
        Assert.Equal(FileKind.Folder, facts.Kind);
    }

    [Theory, MemberData(nameof(Gates))]
    public void Open_missing_name_gives_nothing(string gate)
    {
        _ = _folder.Add("a.txt", "hello");
        Assert.Null(Open(Root(gate), "b.txt", out var facts));
        Assert.Equal(FileKind.None, facts.Kind);
        Assert.Null(Open(Root(gate), "a.txt/b", out _));
    }

    [Theory, MemberData(nameof(Gates))]
    public void Open_link_below_the_root_is_followed(string gate)
    {
        _ = _folder.Add("a/b.txt", "hello");
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "link"), "a/b.txt");
        using var handle = Open(Root(gate), "link", out var facts);
        Assert.NotNull(handle);
        Assert.Equal(5, facts.Length);
    }

    [Theory, MemberData(nameof(Gates))]
    public void Open_link_out_of_the_root_gives_nothing(string gate)
    {
        File.WriteAllText(Path.Join(_folder.Outside, "secret"), "secret");
        _ = Directory.CreateDirectory(Path.Join(_folder.Outside, "rootless"));
        File.WriteAllText(Path.Join(_folder.Outside, "rootless", "secret"), "secret");
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "relative"), "../secret");
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "absolute"), Path.Join(_folder.Outside, "secret"));
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "folder"), _folder.Outside);
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "chain"), "relative");
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "namesake"), "../rootless");
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "device"), "/dev/zero");
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "loop"), "loop");

        var root = Root(gate);
        foreach (var name in (string[])["relative", "absolute", "folder", "folder/secret", "chain", "namesake/secret", "device", "loop"])
        {
            Assert.Null(Open(root, name, out var facts));
            Assert.Equal(FileKind.None, facts.Kind);
        }
    }

    [Fact]
    public void Open_fifo_gives_nothing_and_does_not_wait()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "FIFOs are told from files on Linux alone.");
        _ = _folder.AddFifo("fifo");
        Assert.Null(Open(Root("this system's"), "fifo", out _));
        Assert.Empty(List(Root("this system's")));
    }

    // Catalogue FS-09: the folder is exchanged for a link out of the root, over and over, while it is read.
    [Fact]
    public async Task Open_while_a_folder_is_exchanged_for_a_link_never_escapes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The check on the opened handle is Linux's.");
        _ = _folder.Add("swap/file", "inside");
        File.WriteAllText(Path.Join(_folder.Outside, "file"), "outside!");
        var swap = Path.Join(_folder.Root, "swap");
        var aside = Path.Join(_folder.Root, "aside");
        var root = Root("this system's");
        var (opened, rounds) = (0, 0);
        using var stop = new CancellationTokenSource();
        var swapper = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Directory.Move(swap, aside);
                _ = Directory.CreateSymbolicLink(swap, _folder.Outside);
                Directory.Delete(swap);
                Directory.Move(aside, swap);
                _ = Interlocked.Increment(ref rounds);
            }
        }, TestContext.Current.CancellationToken);

        var buffer = new byte[16];
        for (var i = 0; (i < 20_000 || Volatile.Read(ref rounds) < 100) && !swapper.IsCompleted; i++)
        {
            using var handle = Open(root, "swap/file", out _);
            if (handle is null)
            {
                continue;
            }

            opened++;
            Assert.Equal("inside", Encoding.UTF8.GetString(buffer, 0, RandomAccess.Read(handle, buffer, 0)));
        }

        await stop.CancelAsync();
        await swapper;
        Assert.True(opened > 0);
    }

    [Theory, MemberData(nameof(Gates))]
    public void List_shows_folders_first_then_names_and_hides_what_is_not_served(string gate)
    {
        _ = _folder.Add("b.txt", "12345");
        _ = _folder.Add("a b<&>.txt", "1");
        _ = _folder.Add("sub/c.txt", "1");
        _ = _folder.Add(".hidden", "1");
        _ = _folder.Add("back\\slash", "1");
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "escape"), _folder.Outside);
        _ = File.CreateSymbolicLink(Path.Join(_folder.Root, "within"), "b.txt");

        var entries = List(Root(gate));
        Assert.Equal(["sub", "a b<&>.txt", "b.txt", "within"], entries.Select(static e => e.Name));
        Assert.Equal([0L, 1, 5, 5], entries.Select(static e => e.Size));
        Assert.Equal([true, false, false, false], entries.Select(static e => e.IsFolder));
        Assert.Equal(new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc), entries[2].Modified);
    }

    [Theory, MemberData(nameof(Gates))]
    public void Root_that_is_a_link_is_resolved_once(string gate)
    {
        _ = _folder.Add("b.txt", "12345");
        var link = Path.Join(_folder.Outside, "link");
        _ = Directory.CreateSymbolicLink(link, _folder.Root);
        var root = new VirtualRoot(link, serveHidden: false, GateOf(gate));
        Assert.Equal(_folder.Root, root.Folder);
        using var handle = Open(root, "b.txt", out _);
        Assert.NotNull(handle);
    }

    [Theory, MemberData(nameof(Gates))]
    public void Root_that_is_no_folder_throws(string gate)
    {
        var file = _folder.Add("b.txt", "12345");
        _ = Assert.Throws<DirectoryNotFoundException>(() => new VirtualRoot(file, false, GateOf(gate)));
        _ = Assert.Throws<DirectoryNotFoundException>(() => new VirtualRoot(file + "missing", false, GateOf(gate)));
    }

    [Theory, MemberData(nameof(Gates))]
    public void Look_sees_a_change_of_content(string gate)
    {
        var file = _folder.Add("b.txt", "12345");
        var root = Root(gate);
        var path = root.PathOf("b.txt"u8);
        var before = root.Look(path);
        Assert.Equal(before, root.Look(path));
        File.WriteAllText(file, "54321");
        Assert.NotEqual(before, root.Look(path));
        File.Delete(file);
        Assert.Equal(FileKind.None, root.Look(path).Kind);
    }

    [Fact]
    public void Look_allocates_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The look by descriptor is Linux's.");
        _ = _folder.Add("b.txt", "12345");
        var root = Root("this system's");
        var path = root.PathOf("b.txt"u8);
        for (var i = 0; i < 100; i++)
        {
            _ = root.Look(path);
        }

        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                _ = root.Look(path);
            }
        }));
    }

    private static FileGate GateOf(string gate) => gate == "portable" ? new PortableFileGate() : FileGate.ForThisSystem;

    private VirtualRoot Root(string gate) => new(_folder.Root, serveHidden: false, GateOf(gate));

    private static SafeFileHandle? Open(VirtualRoot root, string name, out FileFacts facts) =>
        root.Open(root.PathOf(Encoding.UTF8.GetBytes(name)), out facts);

    private static FolderEntry[] List(VirtualRoot root)
    {
        var path = root.PathOf(default);
        using var handle = root.Open(path, out var facts);
        Assert.Equal(FileKind.Folder, facts.Kind);
        return root.List(handle, path);
    }
}
