using HiPerf.Cli.Getting;

namespace HiPerf.Cli.Tests.Getting;

public sealed class PartFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-part-").FullName;

    [Fact]
    public async Task PartFile_committed_replaces_the_old_file_and_leaves_no_other()
    {
        string path = Path.Combine(_folder, "a");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);
        await using (PartFile part = PartFile.Create(path))
        {
            part.Stream.Write("new"u8);
            Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
            await part.CommitAsync();
        }

        Assert.Equal("new", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task PartFile_not_committed_leaves_nothing()
    {
        await using (PartFile part = PartFile.Create(Path.Combine(_folder, "a")))
        {
            part.Stream.Write("new"u8);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void PartFile_refuses_the_name_of_a_folder() => Assert.Throws<IOException>(() => PartFile.Create(_folder));

    [Fact]
    public async Task PartFile_over_a_link_keeps_the_link_and_replaces_its_target()
    {
        string target = Path.Combine(_folder, "target");
        string link = Path.Combine(_folder, "link");
        await File.WriteAllTextAsync(target, "old", TestContext.Current.CancellationToken);
        _ = File.CreateSymbolicLink(link, "target");
        await using (PartFile part = PartFile.Create(link))
        {
            part.Stream.Write("new"u8);
            await part.CommitAsync();
        }

        Assert.Equal("target", new FileInfo(link).LinkTarget);
        Assert.Equal("new", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder).Length);
    }

    // A pipe stands for every special file: a test that failed over /dev/null as root would take it away.
    [Fact]
    public async Task PartFile_over_a_pipe_writes_into_it_and_leaves_it()
    {
        string pipe = Path.Combine(_folder, "pipe");
        using (var making = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await making.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Task<string> reading = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);
        await using (PartFile part = PartFile.Create(pipe))
        {
            part.Stream.Write("new"u8);
            await part.CommitAsync();
        }

        Assert.Equal("new", await reading.WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(EntryKind.Other, RegularFile.KindOf(pipe));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
