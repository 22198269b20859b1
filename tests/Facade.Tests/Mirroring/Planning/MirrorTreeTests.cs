using HiPerf.Ftp;
using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Planning;

public class MirrorTreeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Catalogue FC-11: names of a peer that would leave the folder, mean something else on some system, or move a terminal.
    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../x")]
    [InlineData("/abs")]
    [InlineData("..\\x")]
    [InlineData("a\\b")]
    [InlineData("C:x")]
    [InlineData("name:stream")]
    [InlineData("CON")]
    [InlineData("nul.txt")]
    [InlineData("a\0b")]
    [InlineData("a\rb")]
    [InlineData("a\nb")]
    [InlineData("trailing.")]
    [InlineData("trailing ")]
    [InlineData("esc\u001b[2J")]
    public async Task Foreign_name_that_is_not_plain_is_refused(string name)
    {
        var end = new ListedEnd().With(string.Empty, (name, FtpEntryType.Directory), ("good", FtpEntryType.File)).With(name, ("inner", FtpEntryType.File));

        var entries = await Tree(end).ListAsync(Token);

        Assert.Equal([(name, MirrorEntryFault.BadName), ("good", MirrorEntryFault.None)], entries.Select(static entry => (entry.Path, entry.Fault)));
        var error = await Assert.ThrowsAsync<MirrorException>(async () => await Tree(end, new MirrorOptions { BadNames = MirrorBadNames.Fail }).ListAsync(Token));
        Assert.Equal(InternetErrorKind.AccessDenied, error.Kind);
        Assert.DoesNotContain('\u001b', error.Message);
    }

    [Fact]
    public async Task Name_of_nothing_or_half_a_character_is_refused()
    {
        // An attribute would hold the second as whole characters.
        string[] names = [string.Empty, "half" + (char)0xD800, (char)0xDC00 + "half"];
        var end = new ListedEnd().With(string.Empty, [.. names.Select(static name => (name, FtpEntryType.File))]);

        Assert.All(await Tree(end).ListAsync(Token), static entry => Assert.Equal(MirrorEntryFault.BadName, entry.Fault));
    }

    [Fact]
    public async Task Octets_that_are_not_plain_are_refused_however_they_decode()
    {
        var end = new ListedEnd().WithRaw(string.Empty, new MirrorListed("looks-fine", IsPlain: false, FtpEntryType.File, 1, null, FtpTimePrecision.None));

        Assert.Equal(MirrorEntryFault.BadName, Assert.Single(await Tree(end).ListAsync(Token)).Fault);
    }

    [Fact]
    public async Task Name_seen_as_link_and_again_as_folder_is_refused_both_times()
    {
        var end = new ListedEnd().With(string.Empty, ("d", FtpEntryType.Link), ("d", FtpEntryType.Directory)).With("d", ("passwd", FtpEntryType.File));

        var entries = await Tree(end).ListAsync(Token);

        Assert.Equal([MirrorEntryFault.Collides, MirrorEntryFault.Collides], entries.Select(static entry => entry.Fault));
        entries = await Tree(end, refusesCollisions: false).ListAsync(Token);
        Assert.Equal([MirrorEntryFault.Collides, MirrorEntryFault.Collides], entries.Select(static entry => entry.Fault));
    }

    [Fact]
    public async Task Names_that_differ_in_case_are_refused_where_they_become_local()
    {
        var end = new ListedEnd().With(string.Empty, ("A", FtpEntryType.File), ("a", FtpEntryType.File));

        Assert.All(await Tree(end).ListAsync(Token), static entry => Assert.Equal(MirrorEntryFault.Collides, entry.Fault));
        Assert.All(await Tree(end, refusesCollisions: false).ListAsync(Token), static entry => Assert.True(entry.IsUsable));
    }

    [Fact]
    public async Task Link_is_listed_and_not_entered()
    {
        var end = new ListedEnd().With(string.Empty, ("l", FtpEntryType.Link)).With("l", ("inner", FtpEntryType.File));

        Assert.Equal(["l"], (await Tree(end).ListAsync(Token)).Select(static entry => entry.Path));
    }

    [Fact]
    public async Task Excluded_folder_is_not_entered()
    {
        var end = new ListedEnd().With(string.Empty, ("obj", FtpEntryType.Directory)).With("obj", ("inner", FtpEntryType.File));
        var tree = new MirrorTree(end, new MirrorFilter([], ["obj/"]), MirrorOptions.Default, PlainNameRules.Portable, refusesCollisions: true);

        Assert.Equal(MirrorEntryFault.Excluded, Assert.Single(await tree.ListAsync(Token)).Fault);
    }

    [Fact]
    public async Task Depth_is_limited()
    {
        var end = new ListedEnd().With(string.Empty, ("1", FtpEntryType.Directory)).With("1", ("2", FtpEntryType.Directory)).With("1/2", ("f", FtpEntryType.File));

        Assert.Equal(3, (await Tree(end, new MirrorOptions { MaxDepth = 2 }).ListAsync(Token)).Count);
        var error = await Assert.ThrowsAsync<MirrorException>(async () => await Tree(end, new MirrorOptions { MaxDepth = 1 }).ListAsync(Token));
        Assert.Equal((InternetErrorKind.LimitExceeded, "1/2"), (error.Kind, error.Path));
    }

    [Fact]
    public async Task Entries_are_limited()
    {
        var end = new ListedEnd().With(string.Empty, ("1", FtpEntryType.Directory), ("a", FtpEntryType.File)).With("1", ("2", FtpEntryType.File));

        Assert.Equal(3, (await Tree(end, new MirrorOptions { MaxEntries = 3 }).ListAsync(Token)).Count);
        var error = await Assert.ThrowsAsync<MirrorException>(async () => await Tree(end, new MirrorOptions { MaxEntries = 2 }).ListAsync(Token));
        Assert.Equal(InternetErrorKind.LimitExceeded, error.Kind);
    }

    private static MirrorTree Tree(IMirrorEnd end, MirrorOptions? options = null, bool refusesCollisions = true) =>
        new(end, new MirrorFilter([], []), options ?? MirrorOptions.Default, PlainNameRules.Portable, refusesCollisions);
}
