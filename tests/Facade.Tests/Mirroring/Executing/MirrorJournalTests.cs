using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Executing;

public sealed class MirrorJournalTests : IDisposable
{
    private static readonly MirrorOperation One = new(MirrorOperationKind.Copy, "a", MirrorReason.New) { Length = 3 };
    private static readonly MirrorOperation Two = One with { Path = "b" };

    private readonly TempFolder _folder = new();

    private string Path => _folder["journal"];

    [Fact]
    public void What_was_noted_is_known_when_opened_again()
    {
        Note(One);

        using var again = MirrorJournal.Open(Path, "plan");

        Assert.True(again.IsDone(One));
        Assert.False(again.IsDone(Two));
        Assert.False(again.IsDone(One with { Length = 4 }));
        Assert.False(again.IsDone(One with { Kind = MirrorOperationKind.Replace }));
        Assert.False(again.IsDone(One with { LastWriteTime = DateTimeOffset.UnixEpoch }));
    }

    [Fact]
    public void Every_cut_leaves_a_journal_that_goes_on()
    {
        Note(One, Two);
        var whole = File.ReadAllBytes(Path);
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);
            var lines = whole[..length].Count(static octet => octet == '\n');
            using (var journal = MirrorJournal.Open(Path, "plan"))
            {
                Assert.Equal((lines >= 2, lines >= 3), (journal.IsDone(One), journal.IsDone(Two)));
                journal.Note(Two, 1);
            }

            using var again = MirrorJournal.Open(Path, "plan");
            Assert.Equal((lines >= 2, true), (again.IsDone(One), again.IsDone(Two)));
        }
    }

    [Fact]
    public void Journal_of_another_plan_is_refused()
    {
        Note(One);

        Assert.Equal(InternetErrorKind.AccessDenied, Assert.Throws<MirrorException>(() => MirrorJournal.Open(Path, "other")).Kind);
        Assert.Equal(2, File.ReadAllLines(Path).Length);
    }

    [Theory]
    [InlineData("hello\n")]
    [InlineData("{}\n")]
    [InlineData("null\n")]
    [InlineData("{\"done\":\"x\"}\n")]
    [InlineData("{\"plan\":\"plan\"}\nrubbish\n{\"done\":\"x\"}\n")]
    [InlineData("{\"plan\":\"plan\"}\n{\"plan\":\"plan\"}\n")]
    public void What_is_no_journal_is_refused_and_left_alone(string text)
    {
        File.WriteAllText(Path, text);

        Assert.Equal(InternetErrorKind.ContentCorrupt, Assert.Throws<MirrorException>(() => MirrorJournal.Open(Path, "plan")).Kind);
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void Journal_in_use_is_not_opened_twice()
    {
        using var journal = MirrorJournal.Open(Path, "plan");

        Assert.Throws<IOException>(() => MirrorJournal.Open(Path, "plan"));
    }

    public void Dispose() => _folder.Dispose();

    private void Note(params MirrorOperation[] operations)
    {
        using var journal = MirrorJournal.Open(Path, "plan");
        foreach (var operation in operations)
        {
            journal.Note(operation, 3);
        }
    }
}
