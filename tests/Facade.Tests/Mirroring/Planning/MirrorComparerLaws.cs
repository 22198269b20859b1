using HiPerf.Ftp;
using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Planning;

/// <summary>What holds for any two trees: trees are drawn from seeds, so that a failure names its own.</summary>
public class MirrorComparerLaws
{
    private const int Runs = 3000;
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Plan_applied_makes_the_destination_like_the_source()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var (source, destination) = Draw(seed);

            var applied = Apply(destination, source, MirrorComparer.Compare(source, destination, new MirrorRules { Deletes = true }).Operations);

            Assert.True(Told(source).SequenceEqual(Told(applied)), $"seed {seed}: {string.Join(' ', Told(source))} | {string.Join(' ', Told(applied))}");
        }
    }

    [Fact]
    public void Second_plan_changes_nothing()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var (source, destination) = Draw(seed);
            var rules = new MirrorRules { Deletes = seed % 2 == 0 };

            var applied = Apply(destination, source, MirrorComparer.Compare(source, destination, rules).Operations);
            var second = MirrorComparer.Compare(source, applied, rules);

            Assert.True(second.Operations.All(static operation => !operation.IsChange), $"seed {seed}: {string.Join('\n', second.Operations)}");
        }
    }

    [Fact]
    public void Without_leave_nothing_of_the_destination_goes()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var (source, destination) = Draw(seed);

            var applied = Apply(destination, source, MirrorComparer.Compare(source, destination, new MirrorRules()).Operations);

            Assert.True(destination.Select(static entry => (entry.Path, entry.IsDirectory)).All(applied.Select(static entry => (entry.Path, entry.IsDirectory)).Contains), $"seed {seed}");
        }
    }

    [Fact]
    public void Equal_trees_need_nothing()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var (source, _) = Draw(seed);

            Assert.Empty(MirrorComparer.Compare(source, source, new MirrorRules { Deletes = true }).Operations);
        }
    }

    // Does what the operations say and no more; a folder that is not empty, or a parent that is missing, is an error.
    private static List<MirrorEntry> Apply(IReadOnlyList<MirrorEntry> destination, IReadOnlyList<MirrorEntry> source, IReadOnlyList<MirrorOperation> operations)
    {
        var there = destination.ToDictionary(static entry => entry.Path, StringComparer.Ordinal);
        var from = source.ToDictionary(static entry => entry.Path, StringComparer.Ordinal);
        foreach (var operation in operations.Where(static operation => operation.IsChange))
        {
            if (operation.IsDelete)
            {
                Assert.DoesNotContain(there.Keys, path => path.StartsWith(operation.Path + "/", StringComparison.Ordinal));
                Assert.Equal(operation.Kind == MirrorOperationKind.DeleteDirectory, there[operation.Path].IsDirectory);
                Assert.True(there.Remove(operation.Path));
                continue;
            }

            var folder = MirrorPath.FolderOf(operation.Path);
            Assert.True(folder.Length == 0 || there[folder].IsDirectory);
            Assert.Equal(operation.Kind == MirrorOperationKind.Replace, there.ContainsKey(operation.Path));
            Assert.Equal(operation.Kind == MirrorOperationKind.CreateDirectory, from[operation.Path].IsDirectory);
            there[operation.Path] = from[operation.Path];
        }

        return [.. there.Values];
    }

    private static IEnumerable<string> Told(IEnumerable<MirrorEntry> entries) =>
        entries.OrderBy(static entry => entry.Path, StringComparer.Ordinal).Select(static entry => $"{entry.Path}:{entry.Type}:{entry.Length}:{entry.Time?.Ticks}");

    private static (List<MirrorEntry> Source, List<MirrorEntry> Destination) Draw(int seed)
    {
        var random = new Random(seed);
        return (Tree(random), Tree(random));
    }

    // Few names, so that the trees meet; some sort before the slash.
    private static List<MirrorEntry> Tree(Random random)
    {
        string[] names = ["a", "a-", "a!b", "b", "B2", "\u00E9"];
        var entries = new List<MirrorEntry>();
        var folders = new Queue<string>([string.Empty]);
        while (folders.TryDequeue(out var folder))
        {
            foreach (var name in names.Where(_ => random.Next(3) == 0))
            {
                var path = MirrorPath.Join(folder, name);
                if (random.Next(3) == 0 && entries.Count < 40)
                {
                    entries.Add(new MirrorEntry(path, FtpEntryType.Directory));
                    folders.Enqueue(path);
                }
                else
                {
                    entries.Add(new MirrorEntry(path, FtpEntryType.File, random.Next(2), Noon.AddHours(random.Next(2))));
                }
            }
        }

        return entries;
    }
}
