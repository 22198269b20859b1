// Two trees in, operations out: no I/O, no clock. What the source holds and cannot be mirrored (a refused name, a link, what filters leave out) is never
// taken for missing: its place at the destination is kept, with all that lies in it and all that it lies in.
using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>Compares two trees and says what makes the second like the first.</summary>
internal sealed class MirrorComparer
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal);

    private readonly MirrorRules _rules;
    private readonly IReadOnlySet<string> _differing;
    private readonly MirrorEntry[] _source;
    private readonly MirrorEntry[] _destination;
    private readonly Dictionary<string, MirrorEntry> _there;
    private readonly HashSet<string> _matched;
    private readonly HashSet<string> _kept;
    private readonly HashSet<string> _blocked = new(StringComparer.Ordinal);
    private readonly List<MirrorOperation> _inTheWay = [];
    private readonly List<MirrorOperation> _folders = [];
    private readonly List<MirrorOperation> _files = [];
    private readonly List<MirrorOperation> _others = [];
    private readonly List<MirrorOperation> _deletes = [];
    private long _unchanged;

    private MirrorComparer(IEnumerable<MirrorEntry> source, IEnumerable<MirrorEntry> destination, MirrorRules rules, IReadOnlySet<string>? differing)
    {
        _rules = rules;
        _differing = differing ?? None;
        var names = rules.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

        // Sorted, a folder stands before what lies in it.
        _source = [.. source.OrderBy(static entry => entry.Path, StringComparer.Ordinal)];
        _destination = [.. destination.OrderBy(static entry => entry.Path, StringComparer.Ordinal)];
        _there = new Dictionary<string, MirrorEntry>(names);
        _matched = new HashSet<string>(names);
        _kept = new HashSet<string>(names);
        foreach (var entry in _destination)
        {
            _ = _there.TryAdd(entry.Path, entry);
        }
    }

    /// <summary>Compares.</summary>
    /// <param name="source">The entries of the source, in any order.</param>
    /// <param name="destination">The entries of the destination, in any order.</param>
    /// <param name="rules">By what.</param>
    /// <param name="differing">Under <see cref="MirrorComparison.Hash"/> the files whose hashes differ.</param>
    public static MirrorDifference Compare(IEnumerable<MirrorEntry> source, IEnumerable<MirrorEntry> destination, MirrorRules rules, IReadOnlySet<string>? differing = null) =>
        new MirrorComparer(source, destination, rules, differing).Compare();

    private MirrorDifference Compare()
    {
        if (!_rules.HasRoot)
        {
            _folders.Add(new MirrorOperation(MirrorOperationKind.CreateDirectory, string.Empty, MirrorReason.New));
        }

        var wanted = _rules.Prunes ? FoldersWithFiles() : null;
        foreach (var entry in _source)
        {
            if (_blocked.Contains(MirrorPath.FolderOf(entry.Path)))
            {
                Block(entry);
            }
            else if (!entry.IsUsable)
            {
                LeaveOut(entry);
            }
            else if (entry.IsDirectory)
            {
                Folder(entry, wanted);
            }
            else if (entry.IsFile)
            {
                File(entry);
            }
            else
            {
                Other(MirrorOperationKind.Skip, entry, entry.Type == FtpEntryType.Link ? MirrorReason.Link : MirrorReason.NotAFile);
            }
        }

        FindDeletes();
        return new MirrorDifference([.. _inTheWay, .. _folders, .. _files, .. _others, .. _deletes], _unchanged);
    }

    private void Folder(MirrorEntry entry, HashSet<string>? wanted)
    {
        if (_there.TryGetValue(entry.Path, out var there))
        {
            _ = _matched.Add(entry.Path);
        }

        if (there is { IsDirectory: true } || wanted?.Contains(entry.Path) == false)
        {
            return;
        }

        if (there is null || ClearsTheWay(entry, there))
        {
            _folders.Add(new MirrorOperation(MirrorOperationKind.CreateDirectory, entry.Path, there is null ? MirrorReason.New : MirrorReason.TypeDiffers));
        }
    }

    private void File(MirrorEntry entry)
    {
        if (!_there.TryGetValue(entry.Path, out var there))
        {
            _files.Add(Copy(MirrorOperationKind.Copy, entry, MirrorReason.New));
            return;
        }

        _ = _matched.Add(entry.Path);
        if (!there.IsFile)
        {
            if (ClearsTheWay(entry, there))
            {
                _files.Add(Copy(MirrorOperationKind.Copy, entry, MirrorReason.TypeDiffers));
            }
        }
        else if (_rules.Difference(entry, there, _differing) is { } reason)
        {
            _files.Add(Copy(MirrorOperationKind.Replace, entry, reason));
        }
        else
        {
            _unchanged++;
        }
    }

    // What stands in the place of another kind goes first, or the entry cannot be mirrored.
    private bool ClearsTheWay(MirrorEntry entry, MirrorEntry there)
    {
        var within = there.IsDirectory ? Within(there.Path + "/") : [];
        if (!_rules.Deletes || !there.IsUsable || within.Exists(static other => !other.IsUsable))
        {
            Other(MirrorOperationKind.Refused, entry, MirrorReason.TypeDiffers);
            return false;
        }

        for (var i = within.Count - 1; i >= 0; i--)
        {
            _ = _matched.Add(within[i].Path);
            _inTheWay.Add(Delete(within[i], MirrorReason.TypeDiffers));
        }

        _inTheWay.Add(Delete(there, MirrorReason.TypeDiffers));
        return true;
    }

    // Sorted, all that begins alike stands together.
    private List<MirrorEntry> Within(string prefix)
    {
        var (low, high) = (0, _destination.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = string.CompareOrdinal(_destination[middle].Path, prefix) < 0 ? (middle + 1, high) : (low, middle);
        }

        var within = new List<MirrorEntry>();
        for (; low < _destination.Length && _destination[low].Path.StartsWith(prefix, StringComparison.Ordinal); low++)
        {
            within.Add(_destination[low]);
        }

        return within;
    }

    private void LeaveOut(MirrorEntry entry)
    {
        if (entry.Fault == MirrorEntryFault.Excluded)
        {
            Block(entry);
        }
        else
        {
            Other(MirrorOperationKind.Refused, entry, entry.Fault == MirrorEntryFault.BadName ? MirrorReason.BadName : MirrorReason.NameCollision);
        }
    }

    private void Other(MirrorOperationKind kind, MirrorEntry entry, MirrorReason reason)
    {
        _others.Add(new MirrorOperation(kind, entry.Path, reason));
        Block(entry);
    }

    private void Block(MirrorEntry entry)
    {
        _ = _blocked.Add(entry.Path);
        Keep(entry.Path);
    }

    // Its folders too: none of them is empty in the end.
    private void Keep(string path)
    {
        for (var kept = path; kept.Length > 0 && _kept.Add(kept); kept = MirrorPath.FolderOf(kept))
        {
        }
    }

    private void FindDeletes()
    {
        if (!_rules.Deletes)
        {
            return;
        }

        var sources = _source.Select(static entry => entry.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in Enumerable.Reverse(_destination))
        {
            if (_matched.Contains(entry.Path) || _kept.Contains(entry.Path))
            {
                continue;
            }

            if (LiesInBlocked(entry.Path) || entry.Fault == MirrorEntryFault.Excluded)
            {
                Keep(entry.Path);
            }
            else if (entry.Fault == MirrorEntryFault.BadName)
            {
                Other(MirrorOperationKind.Refused, entry, MirrorReason.BadName);
            }
            else if (sources.Contains(entry.Path) || entry.Fault == MirrorEntryFault.Collides)
            {
                // Where case does not count, this is the source's own entry under another spelling.
                Other(MirrorOperationKind.Skip, entry, MirrorReason.NameCollision);
            }
            else
            {
                _deletes.Add(Delete(entry, MirrorReason.OnlyAtDestination));
            }
        }

        // Files before folders, folders from within.
        _deletes.Sort(static (left, right) => left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind)
            : left.Kind == MirrorOperationKind.Delete ? string.CompareOrdinal(left.Path, right.Path) : string.CompareOrdinal(right.Path, left.Path));
    }

    private bool LiesInBlocked(string path)
    {
        for (var folder = MirrorPath.FolderOf(path); folder.Length > 0; folder = MirrorPath.FolderOf(folder))
        {
            if (_blocked.Contains(folder))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string> FoldersWithFiles()
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in _source.Where(static entry => entry is { IsFile: true, IsUsable: true }))
        {
            for (var folder = MirrorPath.FolderOf(entry.Path); folder.Length > 0 && folders.Add(folder); folder = MirrorPath.FolderOf(folder))
            {
            }
        }

        return folders;
    }

    private static MirrorOperation Copy(MirrorOperationKind kind, MirrorEntry entry, MirrorReason reason) =>
        new(kind, entry.Path, reason) { Length = entry.Length, LastWriteTime = entry.Time, TimePrecision = entry.Time is null ? FtpTimePrecision.None : entry.Precision };

    private static MirrorOperation Delete(MirrorEntry entry, MirrorReason reason) =>
        new(entry.IsDirectory ? MirrorOperationKind.DeleteDirectory : MirrorOperationKind.Delete, entry.Path, reason) { Length = entry.IsDirectory ? null : entry.Length };
}
