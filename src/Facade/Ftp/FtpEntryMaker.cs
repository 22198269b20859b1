using System.Text.Unicode;

namespace HiPerf.Ftp;

/// <summary>Makes entries of lines of a listing. What repeats from line to line (permissions, owners) is one string for all.</summary>
internal sealed class FtpEntryMaker
{
    private const int SharedCount = 64;

    private readonly string?[] _shared = new string?[SharedCount];
    private readonly FtpNames _names;
    private readonly TimeSpan _zone;

    /// <exception cref="ArgumentException">The server's zone is no whole number of minutes within 14 hours.</exception>
    public FtpEntryMaker(FtpNames names, TimeSpan serverTimeOffset)
    {
        _ = new DateTimeOffset(DateTime.UnixEpoch.Ticks, serverTimeOffset);
        _names = names;
        _zone = serverTimeOffset;
    }

    /// <summary>Makes one.</summary>
    /// <param name="line">An entry.</param>
    /// <param name="buffer">The span it was parsed from.</param>
    /// <param name="folder">Where it stands.</param>
    public FtpEntry Make(in FtpListEntry line, ReadOnlySpan<byte> buffer, FtpFolderPlace folder)
    {
        var octets = line.NameIn(buffer);
        var isLatin1 = _names.Encoding is null && !Utf8.IsValid(octets);
        var isDirectory = line.Type == FtpEntryType.Directory;
        return new FtpEntry(_names.Decode(octets), folder, isLatin1, _names.Encoding is null ? null : octets.ToArray(), isDirectory,
            line.Size >= 0 && !isDirectory ? line.Size : null, TimeOf(in line))
        {
            Type = line.Type,
            IsPlainName = PlainName.IsPlain(octets),
            IsTimeUtc = line.IsModifiedUtc,
            TimePrecision = line.ModifiedPrecision,
            Permissions = Shared(line.PermissionsIn(buffer)),
            Target = line.HasTarget ? _names.Decode(line.TargetIn(buffer)) : null,
            Owner = Shared(line.OwnerIn(buffer)),
            Group = Shared(line.GroupIn(buffer)),
        };
    }

    private DateTimeOffset? TimeOf(in FtpListEntry line)
    {
        if (line.ModifiedTicks == 0)
        {
            return null;
        }

        var zone = line.IsModifiedUtc ? TimeSpan.Zero : _zone;
        var utc = line.ModifiedTicks - zone.Ticks;
        return utc < 0 || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(line.ModifiedTicks, zone);
    }

    private string? Shared(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
        {
            return null;
        }

        ref var slot = ref _shared[((octets[0] * 31) + (octets[^1] * 7) + (octets[octets.Length / 2] * 3) + octets.Length) % SharedCount];
        return slot is not null && System.Text.Ascii.Equals(octets, slot) ? slot : slot = _names.Decode(octets);
    }
}
