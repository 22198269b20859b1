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
            part.Stream.Write("new"u8);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void PartFile_refuses_the_name_of_a_folder() => Assert.Throws<IOException>(() => PartFile.Create(_folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
