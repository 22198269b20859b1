using HiPerf.Facade.Tests.Mirroring;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp.Copying;

public sealed class LocalPartTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().With("target", "old").With("other", "mine");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Target_changes_in_one_step_when_it_is_committed()
    {
        using var part = LocalPart.Create(_folder["part"]);
        await part.Stream.WriteAsync("new"u8.ToArray(), Token);
        Assert.Equal("old", _folder.Read("target"));

        await part.CommitAsync(_folder["target"], overwrite: true, new DateTimeOffset(TempFolder.Then), durable: true);

        Assert.Equal(("new", TempFolder.Then), (_folder.Read("target"), File.GetLastWriteTimeUtc(_folder["target"])));
        Assert.Equal(["other", "target"], _folder.All());
    }

    [Fact]
    public async Task Target_that_is_not_to_be_replaced_stays()
    {
        using var part = LocalPart.Create(_folder["part"]);

        await Assert.ThrowsAsync<IOException>(async () => await part.CommitAsync(_folder["target"], overwrite: false, null, durable: false));

        Assert.Equal("old", _folder.Read("target"));
        part.Discard();
        Assert.Equal(["other", "target"], _folder.All());
    }

    [Fact]
    public void Planted_link_is_replaced_and_not_followed()
    {
        File.CreateSymbolicLink(_folder["part"], "other");

        Assert.Null(LocalPart.Continue(_folder["part"]));
        using (var part = LocalPart.Create(_folder["part"]))
        {
            part.Stream.Write("theirs"u8);
        }

        Assert.Equal(("mine", "theirs"), (_folder.Read("other"), _folder.Read("part")));
    }

    [Fact]
    public void Attempt_goes_on_where_there_is_a_file()
    {
        Assert.Null(LocalPart.Continue(_folder["part"]));
        _folder.With("part", "123");
        using var part = LocalPart.Continue(_folder["part"]);

        Assert.Equal(3, part!.Stream.Length);
    }

    [Theory]
    [InlineData("target", true, null)]
    [InlineData("target", false, InternetErrorKind.AccessDenied)]
    [InlineData("new", false, null)]
    [InlineData(".", true, InternetErrorKind.AccessDenied)]
    public void Target_is_looked_at_before_anything_else(string name, bool overwrite, InternetErrorKind? kind)
    {
        var error = Record.Exception(() => LocalTarget.Check(_folder[name], overwrite, followsLinks: true));

        Assert.Equal(kind, (error as FtpException)?.Kind);
    }

    [Fact]
    public void Link_of_the_caller_stays_and_its_target_is_meant()
    {
        File.CreateSymbolicLink(_folder["link"], "target");

        Assert.Equal(_folder["target"], LocalTarget.Check(_folder["link"], overwrite: true, followsLinks: true));
        Assert.Equal(_folder["link"], LocalTarget.Check(_folder["link"], overwrite: true, followsLinks: false));
        Assert.Throws<DirectoryNotFoundException>(() => LocalTarget.Check(_folder["none/f"], overwrite: true, followsLinks: true));
    }

    [Fact]
    public void Note_beside_a_part_is_read_back_or_counts_for_nothing()
    {
        var attempt = new FtpAttempt(long.MaxValue, new DateTimeOffset(TempFolder.Then));
        attempt.Write(_folder["note"]);
        Assert.Equal(attempt, FtpAttempt.Read(_folder["note"]));

        _folder.With("note", "{\"length\":12");
        Assert.Null(FtpAttempt.Read(_folder["note"]));
        Assert.Null(FtpAttempt.Read(_folder["none"]));
    }

    public void Dispose() => _folder.Dispose();
}
