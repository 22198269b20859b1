using System.Text;

namespace HiPerf.Server.Tests.Http;

public sealed class HotFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_gives_what_was_kept_until_the_file_changes()
    {
        var root = new VirtualRoot(_folder.Root);
        var files = new HotFiles(root, 1024, 1 << 20);
        Keep(files, root, "a");
        HotFile? looked = null;
        Assert.True(files.TryFind("a"u8, ref looked, out var found));
        Assert.Same(found, looked);

        _ = _folder.Add("a", "longer than before");
        Assert.True(files.TryFind("a"u8, ref looked, out _));
        looked = null;
        Assert.False(files.TryFind("a"u8, ref looked, out _));
        Assert.Null(looked);
    }

    [Fact]
    public void Budget_turns_the_generations_and_keeps_what_is_used()
    {
        var root = new VirtualRoot(_folder.Root);
        var files = new HotFiles(root, 1024, 64 * 1024);
        Keep(files, root, "used");
        var last = 0;
        for (var i = 0; i < 400; i++)
        {
            Keep(files, root, "f" + i);
            HotFile? looked = null;
            Assert.True(files.TryFind("used"u8, ref looked, out _));
        }

        for (var i = 0; i < 400; i++)
        {
            HotFile? looked = null;
            if (files.TryFind(Encoding.ASCII.GetBytes("f" + i), ref looked, out _))
            {
                last++;
            }
        }

        Assert.InRange(last, 1, 250);
    }

    [Theory]
    [InlineData(1024, 1, true)]
    [InlineData(1025, 1, false)]
    [InlineData(10, 0.1, false)]
    [InlineData(10, 0.2, true)]
    public void Kept_is_what_is_small_and_settled(long length, double age, bool kept)
    {
        var now = new DateTime(2030, 1, 1).Ticks;
        var written = now - (long)(age * TimeSpan.TicksPerSecond);
        var files = new HotFiles(new VirtualRoot(_folder.Root), 1024, 1 << 20);
        Assert.Equal(kept, files.IsKept(new FileFacts(FileKind.File, length, written, written, 0, 0), now));
        Assert.Equal(kept, files.IsKept(new FileFacts(FileKind.File, length, 0, written, 0, 0), now));
    }

    private void Keep(HotFiles files, VirtualRoot root, string name)
    {
        _ = _folder.Add(name, "content");
        var path = root.PathOf(Encoding.UTF8.GetBytes(name));
        var facts = root.Look(path);
        files.Keep(Encoding.UTF8.GetBytes(name), new HotFile(path, facts, "text/plain", Validators.Of(in facts, DateTime.UtcNow.Ticks), [], new byte[7]));
    }
}
