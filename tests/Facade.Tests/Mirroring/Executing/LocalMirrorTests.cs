using System.Collections.Concurrent;

namespace HiPerf.Facade.Tests.Mirroring.Executing;

/// <summary>Mirrors between two local folders, from planning to the last delete.</summary>
public sealed class LocalMirrorTests : IDisposable
{
    private readonly InternetSession _session = new();
    private readonly TempFolder _source = new();
    private readonly TempFolder _copy = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_is_like_its_source_and_the_second_plan_is_empty()
    {
        _source.With("a.txt", "one").With("d/e/b #%\u00E9.txt", "two").With("empty", string.Empty).With(".hidden", "h").With("-dash", "d");
        Directory.CreateDirectory(_source["folder"]);

        var result = await RunAsync(await PlanAsync());

        Assert.True(result.IsWhole);
        Assert.Equal(_source.All(), _copy.All());
        Assert.Equal("two", _copy.Read("d/e/b #%\u00E9.txt"));
        Assert.Equal(TempFolder.Then, File.GetLastWriteTimeUtc(_copy["a.txt"]));
        Assert.Equal((8L, 8L), (result.Bytes, result.Done.Sum(static outcome => outcome.Bytes)));
        var second = await PlanAsync(new MirrorOptions { Deletes = true });
        Assert.True(second.IsEmpty);
        Assert.Equal(5, second.Unchanged);
    }

    [Fact]
    public async Task Planning_changes_nothing()
    {
        _source.With("a", "1");
        _copy.With("b", "2");

        Assert.Equal(2, (await PlanAsync(new MirrorOptions { Deletes = true })).Operations.Count);

        Assert.Equal(["b"], _copy.All());
    }

    [Fact]
    public async Task Destination_that_is_not_there_is_made()
    {
        _source.With("d/a", "1");
        var copy = _copy["x/y/z"];

        var result = await RunAsync(await _session.PlanMirrorAsync(_source.FullPath, copy, null, Token));

        Assert.True(result.IsWhole);
        Assert.Equal("1", await File.ReadAllTextAsync(Path.Join(copy, "d/a"), Token));
    }

    [Fact]
    public async Task Source_that_is_not_there_is_no_empty_one()
    {
        _copy.With("precious", "1");

        var error = await Assert.ThrowsAsync<MirrorException>(async () =>
            await _session.PlanMirrorAsync(_source["none"], _copy.FullPath, new MirrorOptions { Deletes = true }, Token));

        Assert.Equal(InternetErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task Changed_files_are_replaced_and_others_deleted_when_told()
    {
        _source.With("same", "1").With("grown", "123").With("newer", "1", TempFolder.Then.AddHours(1)).With("d/x", "1");
        _copy.With("same", "1").With("grown", "1").With("newer", "2").With("gone/deep/f", "1").With("d/y", "1");

        var result = await RunAsync(await PlanAsync(new MirrorOptions { Deletes = true }));

        Assert.True(result.IsWhole);
        Assert.Equal(_source.All(), _copy.All());
        Assert.Equal(("123", "1"), (_copy.Read("grown"), _copy.Read("newer")));
    }

    [Fact]
    public async Task Hash_finds_what_size_and_time_hide()
    {
        _source.With("a", "one").With("b", "two");
        _copy.With("a", "eno").With("b", "two", TempFolder.Then.AddHours(-1));

        Assert.True((await PlanAsync(new MirrorOptions { Comparison = MirrorComparison.SizeOnly })).IsEmpty);
        var operation = Assert.Single((await PlanAsync(new MirrorOptions { Comparison = MirrorComparison.Hash })).Operations);
        Assert.Equal(("a", MirrorReason.HashDiffers), (operation.Path, operation.Reason));
    }

    [Fact]
    public async Task More_deletes_than_allowed_fail_while_planning()
    {
        _copy.With("a", "1").With("b", "2");

        Assert.Equal(2, (await PlanAsync(new MirrorOptions { Deletes = true, MaxDeletes = 2 })).Totals.Deletes);
        var error = await Assert.ThrowsAsync<MirrorException>(() => PlanAsync(new MirrorOptions { Deletes = true, MaxDeletes = 1 }));
        Assert.Equal(InternetErrorKind.LimitExceeded, error.Kind);
    }

    [Fact]
    public async Task Links_are_neither_followed_nor_made()
    {
        using var outside = new TempFolder().With("secret", "s");
        _source.With("real", "1");
        Directory.CreateSymbolicLink(_source["to-folder"], outside.FullPath);
        File.CreateSymbolicLink(_source["to-file"], outside["secret"]);

        var plan = await PlanAsync();
        await RunAsync(plan);

        Assert.Equal(["to-file", "to-folder"], plan.Operations.Where(static operation => operation.Reason == MirrorReason.Link).Select(static operation => operation.Path));
        Assert.Equal(["real"], _copy.All());
    }

    [Fact]
    public async Task Link_planted_after_planning_is_not_written_through()
    {
        using var outside = new TempFolder().With("f", "mine");
        _source.With("d/f", "theirs").With("g", "theirs");
        Directory.CreateDirectory(_copy["d"]);
        var plan = await PlanAsync();
        Directory.Delete(_copy["d"]);
        Directory.CreateSymbolicLink(_copy["d"], outside.FullPath);
        File.CreateSymbolicLink(_copy["g"], outside["f"]);

        var result = await RunAsync(plan);

        Assert.Equal(2, result.Failures.Count);
        Assert.All(result.Failures, static failure => Assert.Equal(InternetErrorKind.AccessDenied, Assert.IsType<MirrorException>(failure.Error).Kind));
        Assert.Equal("mine", outside.Read("f"));
        Assert.Equal(["f"], outside.All());
    }

    [Fact]
    public async Task Link_only_at_the_destination_is_deleted_itself()
    {
        using var outside = new TempFolder().With("f", "mine");
        Directory.CreateSymbolicLink(_copy["d"], outside.FullPath);

        var result = await RunAsync(await PlanAsync(new MirrorOptions { Deletes = true }));

        Assert.True(result.IsWhole);
        Assert.Empty(_copy.All());
        Assert.Equal(["f"], outside.All());
    }

    [Fact]
    public async Task File_that_appeared_since_is_not_replaced()
    {
        _source.With("a", "theirs");
        var plan = await PlanAsync();
        _copy.With("a", "mine");

        Assert.Single((await RunAsync(plan)).Failures);

        Assert.Equal("mine", _copy.Read("a"));
        Assert.Equal(["a"], _copy.All());
    }

    [Fact]
    public async Task Source_that_changed_since_fails_and_leaves_no_part()
    {
        _source.With("a", "1");
        var plan = await PlanAsync();
        _source.With("a", "12");

        var failure = Assert.Single((await RunAsync(plan)).Failures);

        Assert.Equal(InternetErrorKind.ContentCorrupt, Assert.IsType<MirrorException>(failure.Error).Kind);
        Assert.Empty(_copy.All());
    }

    [Fact]
    public async Task Nothing_is_deleted_when_a_copy_failed()
    {
        _source.With("a", "1");
        _copy.With("b", "precious");
        var plan = await PlanAsync(new MirrorOptions { Deletes = true });
        _source.With("a", "12");

        var result = await RunAsync(plan);

        Assert.Equal((1, 1, false), (result.Failures.Count, result.NotBegun, result.IsWhole));
        Assert.Equal(["b"], _copy.All());
    }

    [Fact]
    public async Task Errors_are_limited()
    {
        foreach (var name in (string[])["a", "b", "c"])
        {
            _source.With(name, "1");
        }

        var plan = await PlanAsync();
        Directory.Delete(_source.FullPath, recursive: true);
        Directory.CreateDirectory(_source.FullPath);

        var result = await RunAsync(plan, new MirrorExecution { Parallel = 1, MaxErrors = 2 });

        Assert.Equal((2, 1), (result.Failures.Count, result.NotBegun));
    }

    [Fact]
    public async Task Journal_skips_what_is_done()
    {
        _source.With("d/a", "1").With("b", "2").With("c", "3");
        var plan = await PlanAsync();
        using var stop = new CancellationTokenSource();
        var execution = new MirrorExecution { Parallel = 1, JournalPath = _copy["../journal-" + Path.GetFileName(_copy.FullPath)] };
        var progress = new Told(told =>
        {
            if (told.Ended == 2)
            {
                stop.Cancel();
            }
        });
        try
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await plan.ExecuteAsync(_session, execution with { Progress = progress }, stop.Token));
            var copied = Assert.Single(_copy.All(), static path => !path.EndsWith('/'));
            File.Delete(_copy[copied]);

            var result = await RunAsync(plan, execution);

            // What the journal holds is not looked at again: it was done.
            Assert.Equal((2, 2, true), (result.DoneBefore, result.Done.Count, result.IsWhole));
            Assert.DoesNotContain(copied, _copy.All());
            await Assert.ThrowsAsync<MirrorException>(async () => await RunAsync(plan.Where(static operation => operation.Path == "b"), execution));
        }
        finally
        {
            File.Delete(execution.JournalPath);
        }
    }

    [Theory]
    [InlineData("123", true)]
    [InlineData("12345", false)]
    public async Task Copy_that_a_crash_kept_from_the_journal_is_made_again_and_a_foreign_file_stays(string there, bool isWhole)
    {
        _source.With("a", "one").With("b", "two");
        var plan = await PlanAsync();
        var execution = new MirrorExecution { Parallel = 1, JournalPath = _copy["../journal-" + Path.GetFileName(_copy.FullPath)] };
        try
        {
            await RunAsync(plan, execution);
            var lines = await File.ReadAllLinesAsync(execution.JournalPath, Token);
            await File.WriteAllTextAsync(execution.JournalPath, string.Concat(lines[..^1].Select(static line => line + "\n")), Token);
            _copy.With("b", there);

            var result = await RunAsync(plan, execution);

            Assert.Equal((isWhole, isWhole ? "two" : there), (result.IsWhole, _copy.Read("b")));
        }
        finally
        {
            File.Delete(execution.JournalPath);
        }
    }

    [Fact]
    public async Task Delete_of_what_is_gone_already_is_done()
    {
        _copy.With("d/a", "1").With("e/b", "2");
        var plan = await PlanAsync(new MirrorOptions { Deletes = true });
        Directory.Delete(_copy["d"], recursive: true);
        File.Delete(_copy["e/b"]);

        var result = await RunAsync(plan.Where(static operation => operation.Path is "d" or "e" or "e/b"));

        Assert.Empty(result.Failures);
        Assert.Empty(_copy.All());
    }

    [Fact]
    public async Task Many_files_are_copied_at_the_same_time()
    {
        for (var i = 0; i < 200; i++)
        {
            _source.With($"d{i % 7}/f{i}", new string('x', i));
        }

        var told = new ConcurrentBag<MirrorProgress>();
        var result = await RunAsync(await PlanAsync(), new MirrorExecution { Parallel = 8, Progress = new Told(told.Add) });

        Assert.True(result.IsWhole);
        Assert.Equal(_source.All(), _copy.All());
        Assert.Equal(Enumerable.Range(1, 207), told.Select(static progress => progress.Ended).Order());
        Assert.All(told, static progress => Assert.Equal(207, progress.Count));
    }

    [Fact]
    public async Task Selected_files_alone_are_mirrored()
    {
        _source.With("a.cs", "1").With("a.txt", "1").With("obj/b.cs", "1").With("only/b.txt", "1");
        _copy.With("old.txt", "1").With("old.cs", "1");

        await RunAsync(await PlanAsync(new MirrorOptions { Include = ["*.cs"], Exclude = ["obj/"], Deletes = true }));

        Assert.Equal(["a.cs", "old.txt"], _copy.All());
    }

    public void Dispose()
    {
        _session.Dispose();
        _source.Dispose();
        _copy.Dispose();
    }

    private async Task<MirrorPlan> PlanAsync(MirrorOptions? options = null) => await _session.PlanMirrorAsync(_source.FullPath, _copy.FullPath, options, Token);

    private async Task<MirrorResult> RunAsync(MirrorPlan plan, MirrorExecution? execution = null) => await plan.ExecuteAsync(_session, execution, Token);

    // Progress<T> tells later, from elsewhere.
    private sealed class Told(Action<MirrorProgress> tell) : IProgress<MirrorProgress>
    {
        public void Report(MirrorProgress value) => tell(value);
    }
}
