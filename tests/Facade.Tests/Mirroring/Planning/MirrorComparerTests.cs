using HiPerf.Ftp;
using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Planning;

public class MirrorComparerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly MirrorRules Plain = new();
    private static readonly MirrorRules Deleting = new() { Deletes = true };

    [Fact]
    public void New_tree_is_made_folders_first()
    {
        var difference = MirrorComparer.Compare([File("z/b/c"), Folder("z/b"), File("a"), Folder("z")], [], Plain);

        Assert.Equal(["CreateDirectory z New", "CreateDirectory z/b New", "Copy a New", "Copy z/b/c New"], Told(difference));
    }

    [Fact]
    public void Missing_root_is_made_before_all() =>
        Assert.Equal(["CreateDirectory  New", "Copy a New"], Told(MirrorComparer.Compare([File("a")], [], Plain with { HasRoot = false })));

    [Theory]
    [InlineData(5, 5, 0, null)]
    [InlineData(5, 6, 0, "SizeDiffers")]
    [InlineData(5, 5, 1, null)]
    [InlineData(5, 5, 2, "Newer")]
    [InlineData(5, 5, -1, null)]
    [InlineData(5, 5, -2, "Older")]
    public void File_differs_by_size_then_time(long source, long destination, int secondsNewer, string? reason)
    {
        var told = Told(MirrorComparer.Compare([File("a", source, Noon.AddSeconds(secondsNewer))], [File("a", destination, Noon)], Plain));

        Assert.Equal(reason is null ? [] : [$"Replace a {reason}"], told);
    }

    [Theory]
    [InlineData(FtpTimePrecision.Minute, 60, false)]
    [InlineData(FtpTimePrecision.Minute, 61, true)]
    [InlineData(FtpTimePrecision.Day, 86400, false)]
    [InlineData(FtpTimePrecision.Day, 86401, true)]
    [InlineData(FtpTimePrecision.None, 9999999, false)]
    public void Time_counts_as_exactly_as_it_is_told(FtpTimePrecision precision, int seconds, bool differs)
    {
        var source = File("a", 1, Noon.AddSeconds(seconds)) with { Precision = precision };

        Assert.Equal(differs ? 1 : 0, MirrorComparer.Compare([source], [File("a", 1, Noon)], Plain).Operations.Count);
    }

    [Fact]
    public void Older_source_does_not_differ_where_times_cannot_be_kept() =>
        Assert.Empty(MirrorComparer.Compare([File("a", 1, Noon)], [File("a", 1, Noon.AddDays(9))], Plain with { KeepsTimes = false }).Operations);

    [Fact]
    public void Unknown_length_or_time_does_not_differ()
    {
        var difference = MirrorComparer.Compare([new("a", FtpEntryType.File)], [File("a", 7, Noon)], Plain);

        Assert.Empty(difference.Operations);
        Assert.Equal(1, difference.Unchanged);
    }

    [Fact]
    public void Size_only_looks_at_no_time() =>
        Assert.Empty(MirrorComparer.Compare([File("a", 1, Noon)], [File("a", 1, Noon.AddDays(-9))], Plain with { Comparison = MirrorComparison.SizeOnly }).Operations);

    [Fact]
    public void Hash_decides_where_it_was_compared() => Assert.Equal(["Replace b HashDiffers"], Told(MirrorComparer.Compare(
        [File("a", 1, Noon), File("b", 1, Noon)], [File("a", 1, Noon.AddDays(-9)), File("b", 1, Noon)], Plain with { Comparison = MirrorComparison.Hash },
        new HashSet<string> { "b" })));

    [Fact]
    public void Nothing_is_deleted_unless_told() => Assert.Empty(MirrorComparer.Compare([], [Folder("d"), File("d/f"), File("g")], Plain).Operations);

    [Fact]
    public void Deletes_come_last_files_before_folders_from_within() => Assert.Equal(
        ["Copy new New", "Delete d/e/f OnlyAtDestination", "Delete g OnlyAtDestination", "DeleteDirectory d/e OnlyAtDestination", "DeleteDirectory d OnlyAtDestination"],
        Told(MirrorComparer.Compare([File("new")], [Folder("d"), Folder("d/e"), File("d/e/f"), File("g")], Deleting)));

    [Fact]
    public void Link_is_skipped_and_its_place_kept() => Assert.Equal(
        ["Skip l Link"],
        Told(MirrorComparer.Compare([new("l", FtpEntryType.Link)], [Folder("l"), File("l/mine")], Deleting)));

    [Theory]
    [InlineData(FtpEntryType.Other)]
    [InlineData(FtpEntryType.Unknown)]
    public void What_is_no_file_is_skipped(FtpEntryType type) =>
        Assert.Equal(["Skip x NotAFile"], Told(MirrorComparer.Compare([new("x", type)], [], Plain)));

    [Fact]
    public void Refused_folder_takes_what_lies_in_it_and_keeps_its_place() => Assert.Equal(
        ["Refused con BadName"],
        Told(MirrorComparer.Compare([Folder("con") with { Fault = MirrorEntryFault.BadName }, File("con/a")], [Folder("con"), File("con/b")], Deleting)));

    [Fact]
    public void Excluded_entry_at_the_destination_keeps_its_folders() => Assert.Equal(
        ["Delete d/gone OnlyAtDestination"],
        Told(MirrorComparer.Compare([], [Folder("d"), File("d/kept") with { Fault = MirrorEntryFault.Excluded }, File("d/gone")], Deleting)));

    [Fact]
    public void Name_that_is_not_plain_is_never_sent_back() => Assert.Equal(
        ["Refused d/.. BadName"],
        Told(MirrorComparer.Compare([], [Folder("d"), File("d/..") with { Fault = MirrorEntryFault.BadName }], Deleting)));

    [Fact]
    public void Another_spelling_of_a_source_name_is_not_deleted() => Assert.Equal(
        ["Copy README New", "Skip Readme NameCollision"],
        Told(MirrorComparer.Compare([File("README")], [File("Readme")], Deleting)));

    [Fact]
    public void Another_spelling_is_the_same_entry_where_case_does_not_count() =>
        Assert.Empty(MirrorComparer.Compare([File("README", 1, Noon)], [File("Readme", 1, Noon)], Deleting with { IgnoresCase = true }).Operations);

    [Fact]
    public void File_in_place_of_a_folder_is_refused_unless_deletes_are_told()
    {
        MirrorEntry[] destination = [Folder("x"), File("x/a"), File("y")];

        Assert.Equal(["Refused x TypeDiffers", "Refused y TypeDiffers"], Told(MirrorComparer.Compare([File("x"), Folder("y"), File("y/b")], destination, Plain)));
        Assert.Equal(
            ["Delete x/a TypeDiffers", "DeleteDirectory x TypeDiffers", "Delete y TypeDiffers", "CreateDirectory y TypeDiffers", "Copy x TypeDiffers", "Copy y/b New"],
            Told(MirrorComparer.Compare([File("x"), Folder("y"), File("y/b")], destination, Deleting)));
    }

    [Fact]
    public void Folder_that_holds_an_excluded_entry_does_not_make_way() => Assert.Equal(
        ["Refused x TypeDiffers"],
        Told(MirrorComparer.Compare([File("x")], [Folder("x"), File("x/kept") with { Fault = MirrorEntryFault.Excluded }], Deleting)));

    [Fact]
    public void Folders_without_a_selected_file_are_not_made() => Assert.Equal(
        ["CreateDirectory a New", "CreateDirectory a/b New", "Copy a/b/f New"],
        Told(MirrorComparer.Compare([Folder("a"), Folder("a/b"), File("a/b/f"), Folder("c"), File("c/x") with { Fault = MirrorEntryFault.Excluded }], [], Plain with { Prunes = true })));

    private static MirrorEntry File(string path, long length = 1, DateTimeOffset? time = null) => new(path, FtpEntryType.File, length, time ?? Noon);

    private static MirrorEntry Folder(string path) => new(path, FtpEntryType.Directory);

    private static IEnumerable<string> Told(MirrorDifference difference) => difference.Operations.Select(operation => $"{operation.Kind} {operation.Path} {operation.Reason}");
}
