namespace HiPerf.Ftp;

/// <summary>Gathers what stands between the permissions and the size of an <c>ls</c> line: links, owner, group, the major number of a device.</summary>
internal ref struct UnixColumns(ReadOnlySpan<byte> line, bool mayBeDevice)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private readonly bool _mayBeDevice = mayBeDevice;
    private ListText _owner;
    private int _groupStart;
    private int _groupEnd;
    private int _count;         // owner and what follows it
    private bool _hasMajor;     // the last word was "0,"
    private bool _started;

    /// <summary>Whether a word can be the size: a number, or for a device "0,27" and what follows "0,".</summary>
    public readonly bool IsSize(ReadOnlySpan<byte> word, out ulong size, out bool isDevice)
    {
        isDevice = _hasMajor;
        if (ListNumbers.TryRead(word, out size))
        {
            return true;
        }

        int comma = _mayBeDevice ? word.IndexOf((byte)',') : -1;
        isDevice = true;
        return comma > 0 && ListNumbers.AreDigits(word[..comma]) && ListNumbers.AreDigits(word[(comma + 1)..]);
    }

    /// <summary>Takes the present word; false when it can be none of them.</summary>
    public bool TryAdd(in ListTokens word)
    {
        ReadOnlySpan<byte> text = word.Text;
        if (!_started)
        {
            _started = true;
            if (ListNumbers.IsDigit(text[0]))
            {
                return ListNumbers.AreDigits(text);
            }
        }

        _hasMajor = _mayBeDevice && text[^1] == (byte)',' && ListNumbers.AreDigits(text[..^1]);
        if (_hasMajor)
        {
            return true;
        }

        if (_count == 0)
        {
            _owner = word.Place;
        }
        else
        {
            _groupStart = _count == 1 ? word.Start : _groupStart;
            _groupEnd = word.End;
        }

        _count++;
        return true;
    }

    public readonly void Complete(ref FtpListEntry entry)
    {
        // NetPresenz says "folder" where others name the owner.
        bool isFolder = _count == 1 && entry.Type == FtpEntryType.Directory && _owner.In(_line).SequenceEqual("folder"u8);
        entry.Owner = isFolder ? default : _owner;
        entry.Group = _count > 1 ? ListText.Between(_groupStart, _groupEnd) : default;
    }
}
