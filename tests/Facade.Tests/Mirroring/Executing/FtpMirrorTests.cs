using HiPerf.Facade.Tests.Ftp.Scripted;
using HiPerf.Samples.Catalogue;
using HiPerf.Server;
using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Facade.Tests.Mirroring.Executing;

/// <summary>Mirrors between servers and local folders.</summary>
public sealed class FtpMirrorTests : IDisposable
{
    private readonly InternetSession _session = new();
    private readonly TempFolder _source = new();
    private readonly TempFolder _copy = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Catalogue FC-11: whatever a server calls its files, nothing is written but below the folder.
    public static TheoryData<string> Names => [.. FtpClientAttacks.All.Where(static attack => attack.Work == FtpWork.Mirror).Select(static attack => attack.What)];

    [Fact]
    public async Task Tree_of_a_server_is_mirrored_by_many_at_once()
    {
        for (var i = 0; i < 60; i++)
        {
            _source.With($"d{i % 5}/deep/f {i}\u00E9", new string('x', i * 100), TempFolder.Then.AddSeconds(i));
        }

        Directory.CreateDirectory(_source["empty"]);
        await using var server = new InternetServer(new InternetServerOptions
        {
            Ftp = new FtpFolderOptions { Folder = _source.FullPath },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp }],
        });
        await server.StartAsync(Token);
        var url = Assert.Single(server.Urls).ToString();

        var plan = await _session.PlanMirrorAsync(url, _copy.FullPath, null, Token);
        var result = await plan.ExecuteAsync(_session, new MirrorExecution { Parallel = 6, JournalPath = _copy["../journal-" + Path.GetFileName(_copy.FullPath)] }, Token);
        File.Delete(_copy["../journal-" + Path.GetFileName(_copy.FullPath)]);

        Assert.Empty(result.Failures);
        Assert.True(result.IsWhole);
        Assert.Equal(_source.All(), _copy.All());
        Assert.Equal(_source.Read("d4/deep/f 59\u00E9"), _copy.Read("d4/deep/f 59\u00E9"));
        Assert.Equal(TempFolder.Then.AddSeconds(59), File.GetLastWriteTimeUtc(_copy["d4/deep/f 59\u00E9"]));
        var second = await _session.PlanMirrorAsync(url, _copy.FullPath, new MirrorOptions { Deletes = true }, Token);
        Assert.True(second.IsEmpty);
        Assert.Equal(60, second.Unchanged);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Foreign_name_writes_only_below_the_folder(string what)
    {
        var attack = FtpClientAttacks.All.Single(attack => attack.Work == FtpWork.Mirror && attack.What == what);
        using var outside = new TempFolder();
        Directory.CreateDirectory(outside["in"]);
        await using var server = new ScriptedFtpServer(attack.Rules);

        var plan = await _session.PlanMirrorAsync($"ftp://127.0.0.1:{server.Port}/", outside["in"], null, Token);
        var result = await plan.ExecuteAsync(_session, null, Token);

        Assert.All(outside.All(), static path => Assert.StartsWith("in/", path, StringComparison.Ordinal));
        Assert.All(plan.Operations.Where(static operation => operation.IsCopy), static operation => Assert.Equal("hello.txt", operation.Path));

        // A listing leaves out the folder's own parent.
        Assert.Equal(!what.StartsWith("parent alone", StringComparison.Ordinal), result.Refused > 0);
        Assert.DoesNotContain('\u001b', plan.ToString());
    }

    [Fact]
    public async Task Local_tree_is_brought_to_a_server()
    {
        _source.With("hello.txt", "hello", new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc)).With("new", "HELLO");
        await using var server = new ScriptedFtpServer([Once("SIZE new", Reply("550 none"))]);
        var url = $"ftp://127.0.0.1:{server.Port}/";

        var plan = await _session.PlanMirrorAsync(_source.FullPath, url, null, Token);
        var result = await plan.ExecuteAsync(_session, null, Token);

        Assert.Equal(["Copy new New", "Replace hello.txt Newer"], plan.Operations.Select(static operation => $"{operation.Kind} {operation.Path} {operation.Reason}").Order(StringComparer.Ordinal));
        Assert.Empty(result.Failures);
        Assert.Equal((2, 10L), (server.Count("STOR"), result.Bytes));
        Assert.Equal((1, 1), (server.Count("RNTO new"), server.Count("RNTO hello.txt")));
    }

    [Fact]
    public async Task Upload_that_a_crash_kept_from_the_journal_is_made_again()
    {
        _source.With("new", "HELLO");
        await using var server = new ScriptedFtpServer([Once("SIZE new", Reply("550 none"))]);
        var plan = await _session.PlanMirrorAsync(_source.FullPath, $"ftp://127.0.0.1:{server.Port}/", null, Token);
        var execution = new MirrorExecution { JournalPath = _source["../journal-" + Path.GetFileName(_source.FullPath)] };
        try
        {
            var first = await plan.ExecuteAsync(_session, execution, Token);
            Assert.Empty(first.Failures);
            var lines = await File.ReadAllLinesAsync(execution.JournalPath, Token);
            await File.WriteAllTextAsync(execution.JournalPath, string.Concat(lines[..^1].Select(static line => line + "\n")), Token);

            // From now on the scripted server says that it has "new", five octets.
            var second = await plan.ExecuteAsync(_session, execution, Token);

            Assert.Empty(second.Failures);
            Assert.Equal(2, server.Count("STOR"));
        }
        finally
        {
            File.Delete(execution.JournalPath);
        }
    }

    [Theory]
    [InlineData("550 gone", true)]
    [InlineData("250-Listing\r\n type=file;size=5; /hello.txt\r\n250 End", false)]
    public async Task Delete_that_is_refused_is_done_when_nothing_is_there(string facts, bool isWhole)
    {
        await using var server = new ScriptedFtpServer([Answer("DELE", "550 no"), Answer("MLST", facts)]);
        var plan = await _session.PlanMirrorAsync(_source.FullPath, $"ftp://127.0.0.1:{server.Port}/", new MirrorOptions { Deletes = true }, Token);

        var result = await plan.ExecuteAsync(_session, null, Token);

        Assert.Equal((isWhole, 1), (result.Failures.Count == 0, server.Count("DELE")));
    }

    [Fact]
    public async Task Root_that_can_be_entered_is_there_whatever_its_parent_lists()
    {
        // The server's usual MLST calls everything a file, as it might a link.
        await using var server = new ScriptedFtpServer([]);
        var plan = await _session.PlanMirrorAsync($"ftp://127.0.0.1:{server.Port}/pub/", _copy.FullPath, null, Token);
        await plan.ExecuteAsync(_session, null, Token);
        Assert.Equal((1, "hello"), (server.Count("RETR pub/hello.txt"), _copy.Read("hello.txt")));

        await using var without = new ScriptedFtpServer([Answer("CWD", "550 no")]);
        var error = await Assert.ThrowsAsync<MirrorException>(async () => await _session.PlanMirrorAsync($"ftp://127.0.0.1:{without.Port}/pub/", _copy.FullPath, null, Token));
        Assert.Equal(InternetErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task Connection_that_breaks_is_made_again_once()
    {
        await using var server = new ScriptedFtpServer([Once("RETR", Reset)]);

        var plan = await _session.PlanMirrorAsync($"ftp://127.0.0.1:{server.Port}/", _copy.FullPath, null, Token);
        var result = await plan.ExecuteAsync(_session, new MirrorExecution { MaxAttempts = 2 }, Token);

        Assert.Empty(result.Failures);
        Assert.Equal((2, "hello"), (server.Count("RETR"), _copy.Read("hello.txt")));
    }

    [Fact]
    public async Task Refused_file_is_told_and_the_rest_goes_on()
    {
        await using var server = new ScriptedFtpServer(
            [Listing("type=file;size=5;modify=20260101000000; a", "type=file;size=5;modify=20260101000000; b"), Answer("RETR a", "550 no")]);

        var plan = await _session.PlanMirrorAsync($"ftp://127.0.0.1:{server.Port}/", _copy.FullPath, null, Token);
        var result = await plan.ExecuteAsync(_session, new MirrorExecution { Parallel = 1 }, Token);

        Assert.Equal(("a", InternetErrorKind.NotFound), Assert.Single(result.Failures) is var failure ? (failure.Operation.Path, ((InternetException)failure.Error).Kind) : default);
        Assert.Equal(["b"], _copy.All());
    }

    [Fact]
    public async Task Tree_that_cannot_be_listed_is_no_empty_one()
    {
        _copy.With("precious", "1");
        await using var server = new ScriptedFtpServer([On("MLSD", Reply("550 no"))]);

        await Assert.ThrowsAnyAsync<InternetException>(async () => await _session.PlanMirrorAsync($"ftp://127.0.0.1:{server.Port}/", _copy.FullPath, new MirrorOptions { Deletes = true }, Token));
    }

    public void Dispose()
    {
        _session.Dispose();
        _source.Dispose();
        _copy.Dispose();
    }
}
