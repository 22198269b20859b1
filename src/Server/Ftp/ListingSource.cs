using System.Text;
using HiPerf.Ftp;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>The lines of a folder's listing, made as they are sent: the first so many sorted, the rest as the file system gives them.</summary>
internal sealed class ListingSource : TransferSource
{
    private readonly SafeFileHandle? _folder;
    private readonly IEnumerator<FolderEntry> _entries;
    private readonly ListingForm _form;
    private readonly FtpFactNames _facts;
    private readonly byte[]? _pattern;
    private readonly int _maxSorted;
    private readonly DateTime _now;
    private List<FolderEntry>? _sorted;
    private int _next;
    private bool _hasMore = true;

    /// <param name="folder">The opened folder; it is closed with this. Null where the system gives none, or for one file.</param>
    /// <param name="entries">What is in it.</param>
    /// <param name="form">How it is listed.</param>
    /// <param name="facts">The facts of MLSD that are asked for.</param>
    /// <param name="pattern">Lists the names alone that match; null for all.</param>
    /// <param name="maxSorted">Entries that are sorted.</param>
    /// <param name="now">The present, UTC.</param>
    public ListingSource(SafeFileHandle? folder, IEnumerable<FolderEntry> entries, ListingForm form, FtpFactNames facts, byte[]? pattern, int maxSorted, DateTime now)
    {
        _folder = folder;
        _entries = entries.GetEnumerator();
        (_form, _facts, _pattern, _maxSorted, _now) = (form, facts, pattern, maxSorted, now);
    }

    public override long Length => -1;

    public override ValueTask<int> ReadAsync(Memory<byte> destination)
    {
        var span = destination.Span;
        var length = 0;
        try
        {
            _sorted ??= Sort();
            while (span.Length - length >= ListingLine.MaxLength && TryNext(out var entry))
            {
                length += ListingLine.Write(span[length..], _form, in entry, _facts, _now);
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException("The folder cannot be read.", e);
        }

        return new(length);
    }

    public override void Dispose()
    {
        _entries.Dispose();
        _folder?.Dispose();
    }

    private List<FolderEntry> Sort()
    {
        List<FolderEntry> sorted = [];
        while (sorted.Count < _maxSorted && TryEnumerate(out var entry))
        {
            sorted.Add(entry);
        }

        sorted.Sort(VirtualRoot.CompareEntries);
        return sorted;
    }

    private bool TryNext(out FolderEntry entry)
    {
        if (_next == _sorted!.Count)
        {
            return TryEnumerate(out entry);
        }

        entry = _sorted[_next++];
        return true;
    }

    private bool TryEnumerate(out FolderEntry entry)
    {
        while (_hasMore && (_hasMore = _entries.MoveNext()))
        {
            entry = _entries.Current;
            if (_pattern is null || Matches(entry.Name))
            {
                return true;
            }
        }

        entry = default;
        return false;
    }

    private bool Matches(string name)
    {
        Span<byte> octets = stackalloc byte[ListingLine.MaxLength];
        return NamePattern.Matches(_pattern, octets[..Encoding.UTF8.GetBytes(name, octets)]);
    }
}
