using HiPerf.Ftp;

namespace HiPerf.Server;

/// <summary>The commands that name files and folders, and where the session stands among them.</summary>
internal sealed class FileDialogue(FtpFolder folder, ReplySender replies)
{
    private byte[] _current = [];

    /// <summary>Whether the type is ASCII: it is until TYPE says otherwise. RFC 959 section 5.1.</summary>
    public bool IsText { get; set; } = true;

    /// <summary>Where the next RETR begins.</summary>
    public long Offset { get; set; }

    /// <summary>The facts of MLSD and MLST.</summary>
    public FtpFactNames Facts { get; set; } = FtpFactNames.Type | FtpFactNames.Size | FtpFactNames.Modify | FtpFactNames.Perm;

    /// <summary>What the next transfer sends; null unless one is to be made.</summary>
    public TransferSource? Source { get; private set; }

    /// <summary>Takes what is to be sent.</summary>
    public TransferSource TakeSource()
    {
        var source = Source!;
        Source = null;
        return source;
    }

    /// <summary>PWD.</summary>
    public void TellCurrent() => replies.WritePath([(byte)'/', .. _current]);

    /// <summary>CWD and CDUP.</summary>
    public void Enter(ReadOnlySpan<byte> path)
    {
        Span<byte> buffer = stackalloc byte[RawPath.MaxLength];
        if (!TryResolve(path, buffer, out var length))
        {
            return;
        }

        var name = buffer[..length];
        if (folder.Look(name).Kind != FileKind.Folder)
        {
            replies.Write(550, "No such folder."u8);
            return;
        }

        _current = name.ToArray();
        replies.Write(250, "Done."u8);
    }

    /// <summary>SIZE. RFC 3659 section 4: octets as a transfer would send them, which for text only a reading of the file would tell.</summary>
    public void TellSize(ReadOnlySpan<byte> path)
    {
        if (IsText)
        {
            replies.Write(550, "SIZE needs TYPE I."u8);
        }
        else if (TryFindFile(path, out var facts))
        {
            Span<byte> text = stackalloc byte[20];
            _ = System.Buffers.Text.Utf8Formatter.TryFormat(facts.Length, text, out var length);
            replies.Write(213, text[..length]);
        }
    }

    /// <summary>MDTM. RFC 3659 section 3.</summary>
    public void TellTime(ReadOnlySpan<byte> path)
    {
        if (TryFindFile(path, out var facts))
        {
            Span<byte> text = stackalloc byte[TimeValWriter.MaxLength];
            _ = TimeValWriter.TryWrite(text, ListingLine.WholeSeconds(facts.Modified), out var length);
            replies.Write(213, text[..length]);
        }
    }

    /// <summary>MLST. RFC 3659 section 7.</summary>
    public void TellFacts(ReadOnlySpan<byte> path)
    {
        Span<byte> buffer = stackalloc byte[RawPath.MaxLength];
        if (!TryResolve(path, buffer, out var length))
        {
            return;
        }

        var facts = folder.Look(buffer[..length]);
        if (facts.Kind == FileKind.None)
        {
            replies.Write(550, "No such file or folder."u8);
            return;
        }

        Span<byte> line = stackalloc byte[RawPath.MaxLength + 256];
        var entry = facts.EntryOf(default);
        replies.WriteFirst(250, "Facts:"u8);
        replies.WriteIndented(line[..ListingLine.WriteFacts(line, in entry, Facts, [(byte)'/', .. buffer[..length]])]);
        replies.Write(250, "End."u8);
    }

    /// <summary>RETR.</summary>
    public FtpStep Retrieve(ReadOnlySpan<byte> path)
    {
        Span<byte> buffer = stackalloc byte[RawPath.MaxLength];
        if (path.IsEmpty)
        {
            replies.Write(501, "A name is missing."u8);
        }
        else if (IsText && Offset > 0)
        {
            replies.Write(554, "REST needs TYPE I."u8);
        }
        else if (TryResolve(path, buffer, out var length))
        {
            switch (folder.OpenFile(buffer[..length], Offset, out var source))
            {
                case FileKind.File when source is not null:
                    Source = source;
                    return FtpStep.Transfer;
                case FileKind.File:
                    replies.Write(554, "REST is beyond the end of the file."u8);
                    break;
                case FileKind.Folder:
                    replies.Write(550, "That is a folder."u8);
                    break;
                default:
                    replies.Write(550, "No such file."u8);
                    break;
            }
        }

        return FtpStep.Next;
    }

    /// <summary>LIST, NLST and MLSD.</summary>
    public FtpStep List(ReadOnlySpan<byte> path, ListingForm form)
    {
        path = form == ListingForm.Facts ? path : WithoutOptions(path);
        Span<byte> buffer = stackalloc byte[RawPath.MaxLength];
        if (!TryResolve(path, buffer, out var length))
        {
            return FtpStep.Next;
        }

        var kind = folder.OpenListing(buffer[..length], form, Facts, default, out var source);
        var slash = path.LastIndexOf((byte)'/');
        var last = path[(slash + 1)..];
        if (kind == FileKind.None && form != ListingForm.Facts && last.Length <= VirtualPath.MaxSegment && NamePattern.IsPattern(last)
            && folder.Resolve(_current, path[..(slash + 1)], buffer, out length) == VirtualPathStatus.Done)
        {
            kind = folder.OpenListing(buffer[..length], form, Facts, last, out source);
        }

        if (source is null)
        {
            replies.Write(kind == FileKind.File ? 501 : 550, kind == FileKind.File ? "That is a file."u8 : "No such file or folder."u8);
            return FtpStep.Next;
        }

        Source = source;
        return FtpStep.Transfer;
    }

    // Options of ls, which many clients send: letters behind a hyphen, before a space or the end. A name like that is reached by "./".
    private static ReadOnlySpan<byte> WithoutOptions(ReadOnlySpan<byte> path)
    {
        while (path.Length > 1 && path[0] == (byte)'-')
        {
            var space = path.IndexOf((byte)' ');
            var option = space < 0 ? path[1..] : path[1..space];
            foreach (var octet in option)
            {
                if (!char.IsAsciiLetterOrDigit((char)octet))
                {
                    return path;
                }
            }

            path = space < 0 ? default : path[space..].TrimStart((byte)' ');
        }

        return path;
    }

    private bool TryFindFile(ReadOnlySpan<byte> path, out FileFacts facts)
    {
        facts = default;
        Span<byte> buffer = stackalloc byte[RawPath.MaxLength];
        if (path.IsEmpty)
        {
            replies.Write(501, "A name is missing."u8);
            return false;
        }

        if (!TryResolve(path, buffer, out var length))
        {
            return false;
        }

        facts = folder.Look(buffer[..length]);
        if (facts.Kind != FileKind.File)
        {
            replies.Write(550, facts.Kind == FileKind.Folder ? "That is a folder."u8 : "No such file."u8);
        }

        return facts.Kind == FileKind.File;
    }

    // The refusal is written here. Names that are not served read like names that are not there.
    private bool TryResolve(ReadOnlySpan<byte> path, Span<byte> buffer, out int length)
    {
        length = 0;
        if (path.ContainsAnyInRange((byte)0, (byte)0x1F) || path.Contains((byte)0x7F))
        {
            replies.Write(501, "A path holds no control characters."u8);
            return false;
        }

        switch (folder.Resolve(_current, path, buffer, out length))
        {
            case VirtualPathStatus.Done:
                return true;
            case VirtualPathStatus.Refused:
                replies.Write(550, "That is no path below the root, or not UTF-8."u8);
                return false;
            default:
                replies.Write(550, "No such file or folder."u8);
                return false;
        }
    }
}
