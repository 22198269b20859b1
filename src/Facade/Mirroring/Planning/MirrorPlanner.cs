using System.Security.Cryptography;
using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>Makes a plan: lists both sides, compares, and counts what it would delete.</summary>
/// <param name="source">The folder that is mirrored.</param>
/// <param name="destination">The folder that becomes like it.</param>
/// <param name="options">How.</param>
internal sealed class MirrorPlanner(InternetUrl source, InternetUrl destination, MirrorOptions options)
{
    private readonly MirrorFilter _filter = new(options.Include, options.Exclude);

    /// <summary>Makes it over connections of its own.</summary>
    public async ValueTask<MirrorPlan> PlanAsync(InternetSession session, CancellationToken cancellationToken)
    {
        var from = await MirrorEnds.OpenAsync(session, source, cancellationToken).ConfigureAwait(false);
        await using (from.ConfigureAwait(false))
        {
            var to = await MirrorEnds.OpenAsync(session, destination, cancellationToken).ConfigureAwait(false);
            await using (to.ConfigureAwait(false))
            {
                return await PlanAsync(from, to, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Makes it.</summary>
    /// <param name="from">The source.</param>
    /// <param name="to">The destination.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<MirrorPlan> PlanAsync(IMirrorEnd from, IMirrorEnd to, CancellationToken cancellationToken)
    {
        if (!await from.ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            throw MirrorErrors.SourceMissing(source);
        }

        var foreign = MirrorEnds.TakesForeignNames(source, destination);
        var sourceTree = new MirrorTree(from, _filter, options, MirrorEnds.RulesOf(source, destination), refusesCollisions: foreign || to.IgnoresCase);
        var sources = await sourceTree.ListAsync(cancellationToken).ConfigureAwait(false);
        var hasRoot = await to.ExistsAsync(cancellationToken).ConfigureAwait(false);
        var own = options with { BadNames = MirrorBadNames.Refuse };
        var destinations = hasRoot
            ? await new MirrorTree(to, _filter, own, PlainNameRules.None, refusesCollisions: false).ListAsync(cancellationToken).ConfigureAwait(false)
            : [];
        var rules = new MirrorRules
        {
            Comparison = options.Comparison,
            Deletes = options.Deletes,
            Tolerance = options.TimeTolerance,
            KeepsTimes = options.PreservesTimes && to.KeepsTimes,
            IgnoresCase = to.IgnoresCase,
            Prunes = _filter.Selects,
            HasRoot = hasRoot,
        };
        var differing = options.Comparison == MirrorComparison.Hash
            ? await FindDifferingAsync(from, to, sources, destinations, cancellationToken).ConfigureAwait(false)
            : null;
        var difference = MirrorComparer.Compare(sources, destinations, rules, differing);
        var plan = new MirrorPlan(source, destination, difference.Operations, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))
        {
            Unchanged = difference.Unchanged,
            PreservesTimes = options.PreservesTimes,
        };
        return plan.Totals.Deletes <= options.MaxDeletes ? plan : throw MirrorErrors.TooManyDeletes(plan.Totals.Deletes, options.MaxDeletes);
    }

    // Only where nothing cheaper tells; a file that a side cannot hash differs.
    private async ValueTask<HashSet<string>> FindDifferingAsync(IMirrorEnd from, IMirrorEnd to, List<MirrorEntry> sources, List<MirrorEntry> destinations,
        CancellationToken cancellationToken)
    {
        var algorithm = CopyDigest.Strongest(from.Hashes & to.Hashes);
        if (algorithm == FtpHashAlgorithms.None)
        {
            throw MirrorErrors.NoCommonHash(source, destination);
        }

        var there = destinations.Where(static entry => entry.IsFile).DistinctBy(static entry => entry.Path, StringComparer.Ordinal)
            .ToDictionary(static entry => entry.Path, StringComparer.Ordinal);
        var differing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in sources.Where(static entry => entry is { IsFile: true, IsUsable: true }))
        {
            if (there.TryGetValue(entry.Path, out var other) && (entry.Length ?? other.Length) == (other.Length ?? entry.Length))
            {
                var left = await from.HashAsync(entry.Path, algorithm, cancellationToken).ConfigureAwait(false);
                var right = await to.HashAsync(other.Path, algorithm, cancellationToken).ConfigureAwait(false);
                if (left is not { } one || right is not { } another || !one.Span.SequenceEqual(another.Span))
                {
                    _ = differing.Add(entry.Path);
                }
            }
        }

        return differing;
    }
}
