using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Mirroring;

public class MirrorPlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, 5, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static MirrorPlan Plan(string source = "ftp://user:secret@host.example/pub/") => new(InternetUrl.Parse(source), InternetUrl.Parse("file:///tmp/copy"),
    [
        new MirrorOperation(MirrorOperationKind.CreateDirectory, "d", MirrorReason.New),
        new MirrorOperation(MirrorOperationKind.Copy, "d/\u00E9", MirrorReason.New) { Length = 5, LastWriteTime = Noon, TimePrecision = FtpTimePrecision.Second },
        new MirrorOperation(MirrorOperationKind.Replace, "big", MirrorReason.SizeDiffers) { Length = long.MaxValue },
        new MirrorOperation(MirrorOperationKind.Refused, "../x\u001b[2J", MirrorReason.BadName),
    ], "00ff") { Unchanged = 7 };

    [Fact]
    public async Task Plan_saved_and_loaded_is_the_same_without_its_password()
    {
        var saved = new MemoryStream();
        await Plan().SaveAsync(saved, Token);
        var text = Encoding.UTF8.GetString(saved.ToArray());
        saved.Position = 0;

        var loaded = await MirrorPlan.LoadAsync(saved, Token);

        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("user", text, StringComparison.Ordinal);
        Assert.Equal(Plan().Operations, loaded.Operations);
        Assert.Equal((Plan().Id, 7L, true), (loaded.Id, loaded.Unchanged, loaded.PreservesTimes));
        var again = loaded.WithCredentials("ftp://user:secret@host.example/pub", "/tmp/copy/");
        Assert.Equal(("secret", loaded.Id), (again.Source.Password, loaded.Id));
        Assert.Throws<ArgumentException>(() => loaded.WithCredentials("ftp://host.example/other", "/tmp/copy"));
        Assert.Throws<ArgumentException>(() => loaded.WithCredentials("ftp://host.example/pub", "/tmp/other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"version":2,"nonce":"","source":"file:///a","destination":"file:///b","preserves_times":true,"unchanged":0,"operations":[]}""")]
    [InlineData("""{"version":1,"nonce":"","source":"nothing","destination":"file:///b","preserves_times":true,"unchanged":0,"operations":[]}""")]
    [InlineData("""{"version":1,"nonce":"","source":"file:///a","destination":"file:///b","preserves_times":true,"unchanged":0,"operations":[null]}""")]
    [InlineData("""{"version":1,"nonce":"","source":"file:///a","destination":"file:///b","preserves_times":true,"unchanged":0,"operations":[{"kind":"Delete","path":"a/../../b","reason":"New"}]}""")]
    [InlineData("""{"version":1,"nonce":"","source":"file:///a","destination":"file:///b","preserves_times":true,"unchanged":0,"operations":[{"kind":"Copy","path":"/b","reason":"New"}]}""")]
    [InlineData("""{"version":1,"nonce":"","source":"file:///a","destination":"file:///b","preserves_times":true,"unchanged":0,"operations":[{"kind":"DeleteDirectory","path":"","reason":"New"}]}""")]
    [InlineData("""{"version":1,"nonce":"","source":"file:///a","destination":"file:///b","preserves_times":true,"unchanged":0,"operations":[{"kind":"Explode","path":"a","reason":"New"}]}""")]
    [InlineData("""{"version":1,"nonce":"","source":"file:///a","destination":"file:///b","preserves_times":true,"unchanged":0,"operations":null}""")]
    [InlineData("""{"version":1,"nonce":"","source":null,"destination":"file:///b","preserves_times":true,"unchanged":0,"operations":[]}""")]
    public async Task What_is_no_plan_is_refused(string text)
    {
        var error = await Assert.ThrowsAsync<MirrorException>(async () => await MirrorPlan.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Token));

        Assert.Equal(InternetErrorKind.ContentCorrupt, error.Kind);
    }

    [Fact]
    public void Filter_makes_another_plan()
    {
        var copies = Plan().Where(static operation => operation.Kind == MirrorOperationKind.Copy);

        Assert.Equal("d/\u00E9", Assert.Single(copies.Operations).Path);
        Assert.NotEqual(Plan().Id, copies.Id);
        Assert.False(copies.IsEmpty);
        Assert.True(Plan().Where(static operation => !operation.IsChange).IsEmpty);
    }

    [Fact]
    public void Sums_saturate_where_a_peer_lies() => Assert.Equal(new MirrorTotals(1, 1, 1, 0, 0, 1, long.MaxValue), Plan().Totals);

    [Fact]
    public void Print_names_every_operation_and_no_secret()
    {
        Assert.Equal(
            """
            ftp://user:***@host.example/pub/ -> file:///tmp/copy
            mkdir                 -  d  (new)
            copy                  5  d/é  (new)
            replace 9223372036854775807  big  (size differs)
            refused               -  ../x\u001b[2J  (not a plain name)
            1 folders, 1 new, 1 replaced, 0 deleted, 0 skipped, 1 refused, 7 unchanged; 9223372036854775807 octets to copy

            """.ReplaceLineEndings(),
            Plan().ToString());
    }

    [Theory]
    [InlineData("http://host/")]
    [InlineData("https://host/")]
    [InlineData("gopher://host/")]
    public async Task Scheme_without_folders_is_not_supported(string url)
    {
        await using var session = new InternetSession();

        await Assert.ThrowsAsync<NotSupportedException>(async () => await session.PlanMirrorAsync(url, "/tmp/copy", cancellationToken: Token));
        await Assert.ThrowsAsync<NotSupportedException>(async () => await session.PlanMirrorAsync("/tmp", url, cancellationToken: Token));
    }
}
