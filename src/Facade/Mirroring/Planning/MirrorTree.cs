using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>Lists a whole tree folder by folder, without recursion and without following links, and says of each entry whether it may be used.</summary>
/// <param name="end">Which tree.</param>
/// <param name="filter">What is left out.</param>
/// <param name="options">The limits.</param>
/// <param name="nameRules">What names must be.</param>
/// <param name="refusesCollisions">Whether names that some systems take for one are refused.</param>
internal sealed class MirrorTree(IMirrorEnd end, MirrorFilter filter, MirrorOptions options, PlainNameRules nameRules, bool refusesCollisions)
{
    /// <summary>Lists it.</summary>
    /// <exception cref="MirrorException">LimitExceeded: it is deeper, or has more entries, than the options allow. AccessDenied: a name is refused, and that is to be an error.</exception>
    public async ValueTask<List<MirrorEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<MirrorEntry>();
        var folders = new Stack<(string Path, int Depth)>();
        folders.Push((string.Empty, 0));
        while (folders.TryPop(out var folder))
        {
            var entries = new List<MirrorEntry>();
            await foreach (var entry in end.ListAsync(folder.Path, cancellationToken).ConfigureAwait(false))
            {
                entries.Add(Judge(folder.Path, entry));
                if (all.Count + entries.Count > options.MaxEntries)
                {
                    throw MirrorErrors.TooManyEntries(options.MaxEntries);
                }
            }

            MarkCollisions(entries);
            foreach (var entry in entries)
            {
                all.Add(entry);
                if (entry is { IsDirectory: true, IsUsable: true })
                {
                    folders.Push(folder.Depth < options.MaxDepth ? (entry.Path, folder.Depth + 1) : throw MirrorErrors.TooDeep(entry.Path, options.MaxDepth));
                }
            }
        }

        return all;
    }

    private MirrorEntry Judge(string folder, MirrorListed listed)
    {
        var path = MirrorPath.Join(folder, listed.Name);
        var entry = new MirrorEntry(path, listed.Type, listed.Length, listed.Time, listed.Precision);
        if (!listed.IsPlain || !MirrorPath.IsPlain(listed.Name, nameRules))
        {
            return Refuse(entry, MirrorEntryFault.BadName, MirrorReason.BadName);
        }

        return filter.Excludes(path, entry.IsDirectory) ? entry with { Fault = MirrorEntryFault.Excluded } : entry;
    }

    // A name that is there twice is always one: as a link, then as a folder, it would lead elsewhere.
    private void MarkCollisions(List<MirrorEntry> entries)
    {
        var names = entries.Where(static entry => entry.Fault != MirrorEntryFault.BadName).Select(static entry => MirrorPath.NameOf(entry.Path));
        var same = refusesCollisions ? NameCollisions.Find(names) : Repeated(names);
        for (var i = 0; same.Count > 0 && i < entries.Count; i++)
        {
            if (entries[i].IsUsable && same.Contains(MirrorPath.NameOf(entries[i].Path)))
            {
                entries[i] = Refuse(entries[i], MirrorEntryFault.Collides, MirrorReason.NameCollision);
            }
        }
    }

    private static HashSet<string> Repeated(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.Where(name => !seen.Add(name)).ToHashSet(StringComparer.Ordinal);
    }

    private MirrorEntry Refuse(MirrorEntry entry, MirrorEntryFault fault, MirrorReason reason) =>
        options.BadNames == MirrorBadNames.Fail ? throw MirrorErrors.BadName(entry.Path, reason) : entry with { Fault = fault };
}
