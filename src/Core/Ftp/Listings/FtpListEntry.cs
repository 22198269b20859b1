namespace HiPerf.Ftp;

/// <summary>One line of a listing: plain data, offsets into the span that was parsed. Names are octets as they were sent; what charset they are of, and whether
/// they are safe to use (<see cref="PlainName"/>), is the caller's business.</summary>
public record struct FtpListEntry
{
    private long _size;
    private bool _hasSize;

    /// <summary>Whether this is an entry; the members below the line's own mean something only then.</summary>
    public FtpLineKind Kind { readonly get; internal set; }

    /// <summary>The format the line was read by.</summary>
    public FtpListingFormat Format { readonly get; internal set; }

    /// <summary>Offset of the line.</summary>
    public int LineStart { readonly get; internal set; }

    /// <summary>Octets of the line, its end not counted; both lines of an entry of two.</summary>
    public int LineLength { readonly get; internal set; }

    /// <summary>File, folder, link.</summary>
    public FtpEntryType Type { readonly get; internal set; }

    /// <summary>Octets, 0 to 2^63-1; −1 when unknown or greater. VMS tells blocks of 512 octets, rounded up.</summary>
    public readonly long Size => _hasSize && _size >= 0 ? _size : -1;

    /// <summary>Whether the line tells a size.</summary>
    public readonly bool HasSize => _hasSize;

    /// <summary>The size as it was sent, up to 2^64-1: some servers send −1 so. 0 when there is none.</summary>
    public readonly ulong UnsignedSize => unchecked((ulong)_size);

    /// <summary>Time of the last change in ticks of <see cref="DateTime"/>; 0 when unknown. In the server's zone, unless <see cref="IsModifiedUtc"/>.</summary>
    public long ModifiedTicks { readonly get; internal set; }

    /// <summary>How exact <see cref="ModifiedTicks"/> is.</summary>
    public FtpTimePrecision ModifiedPrecision { readonly get; internal set; }

    /// <summary>Whether the time is UTC: in MLSx, EPLF, and where the line names its zone.</summary>
    public bool IsModifiedUtc { readonly get; internal set; }

    /// <summary>Whether the entry is the listed folder itself or its parent.</summary>
    public bool IsSelfOrParent { readonly get; internal set; }

    /// <summary>Whether a link's target is told; it may be empty.</summary>
    public bool HasTarget { readonly get; internal set; }

    /// <summary>The version of a VMS file, 1 to 32767, negative or 0 as sent; 0 elsewhere.</summary>
    public int Version { readonly get; internal set; }

    /// <summary>Offset of the name.</summary>
    public readonly int NameStart => Name.Start;

    /// <summary>Octets of the name; never 0 for an entry.</summary>
    public readonly int NameLength => Name.Length;

    internal ListText Name { readonly get; set; }

    internal ListText Target { readonly get; set; }

    internal ListText Owner { readonly get; set; }

    internal ListText Group { readonly get; set; }

    internal ListText Permissions { readonly get; set; }

    internal ListText Unique { readonly get; set; }

    /// <summary>The whole line.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public readonly ReadOnlySpan<byte> LineIn(ReadOnlySpan<byte> buffer) => buffer.Slice(LineStart, LineLength);

    /// <summary>The name, a VMS version and the slash behind an OS/400 folder left out.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public readonly ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> buffer) => Name.In(buffer);

    /// <summary>What a link points to; empty when not told.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public readonly ReadOnlySpan<byte> TargetIn(ReadOnlySpan<byte> buffer) => Target.In(buffer);

    /// <summary>The owner, a name or a number; empty when not told.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public readonly ReadOnlySpan<byte> OwnerIn(ReadOnlySpan<byte> buffer) => Owner.In(buffer);

    /// <summary>The group, a name or a number; empty when not told.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public readonly ReadOnlySpan<byte> GroupIn(ReadOnlySpan<byte> buffer) => Group.In(buffer);

    /// <summary>The permissions in the format's own letters; octal digits in MLSx and EPLF; empty when not told.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public readonly ReadOnlySpan<byte> PermissionsIn(ReadOnlySpan<byte> buffer) => Permissions.In(buffer);

    /// <summary>What is the same for two names of one file, in MLSx and EPLF; empty when not told. RFC 3659 section 7.5.2.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public readonly ReadOnlySpan<byte> UniqueIn(ReadOnlySpan<byte> buffer) => Unique.In(buffer);

    internal void SetSize(ulong size)
    {
        _size = unchecked((long)size);
        _hasSize = true;
    }

    internal void SetTime(in ListTime time)
    {
        ModifiedTicks = time.Ticks;
        ModifiedPrecision = time.Precision;
        IsModifiedUtc = time.IsUtc;
    }

    // Readers count from the start of the line; callers from the start of their buffer.
    internal void Move(int start)
    {
        LineStart = start;
        Name = Name.Moved(start);
        Target = Target.Moved(start);
        Owner = Owner.Moved(start);
        Group = Group.Moved(start);
        Permissions = Permissions.Moved(start);
        Unique = Unique.Moved(start);
    }
}
