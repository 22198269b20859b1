using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Executing;

public sealed class LocalRootTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().With("real/sub/f", "x").With("outside/f", "mine");

    private LocalRoot Root => new(_folder["real"]);

    [Fact]
    public void Path_below_the_root_is_resolved()
    {
        Assert.Equal(_folder["real/sub/f"], Root.File("sub/f"));
        Assert.Equal(_folder["real/sub/new"], Root.File("sub/new"));
        Assert.Equal(_folder["real/sub"], Root.Folder("sub"));
        Assert.Equal(_folder["real"], Root.Folder(string.Empty));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../outside/f")]
    [InlineData("sub/../../outside/f")]
    [InlineData("/etc/passwd")]
    [InlineData("sub//f")]
    [InlineData("sub/.")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Path_that_is_none_below_it_is_refused(string path) =>
        Assert.Equal(InternetErrorKind.AccessDenied, Assert.Throws<MirrorException>(() => Root.File(path)).Kind);

    [Fact]
    public void Planted_link_is_not_written_through()
    {
        Directory.CreateSymbolicLink(_folder["real/link"], "../outside");
        File.CreateSymbolicLink(_folder["real/file"], "../outside/f");
        File.CreateSymbolicLink(_folder["real/broken"], "../nothing");

        foreach (var path in (string[])["link/f", "link/deep/f", "file", "broken", "broken/f"])
        {
            Assert.Equal(InternetErrorKind.AccessDenied, Assert.Throws<MirrorException>(() => Root.File(path)).Kind);
        }

        Assert.Equal(InternetErrorKind.AccessDenied, Assert.Throws<MirrorException>(() => Root.Folder("link")).Kind);
    }

    [Fact]
    public void Missing_folder_is_not_found() => Assert.Equal(InternetErrorKind.NotFound, Assert.Throws<MirrorException>(() => Root.File("none/f")).Kind);

    [Fact]
    public void File_in_place_of_a_folder_is_not_found() => Assert.Equal(InternetErrorKind.NotFound, Assert.Throws<MirrorException>(() => Root.File("sub/f/g")).Kind);

    public void Dispose() => _folder.Dispose();
}
