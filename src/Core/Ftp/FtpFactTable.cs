namespace HiPerf.Ftp;

/// <summary>The names of facts on the wire. RFC 3659 section 7.5.</summary>
internal static class FtpFactTable
{
    /// <summary>The fact of a name in whatever case, None for an unknown one.</summary>
    public static FtpFactNames Find(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (FtpOctets.Is(name, Bytes(1 << i)))
            {
                return (FtpFactNames)(1 << i);
            }
        }

        return FtpOctets.Is(name, "UNIX.uid"u8) ? FtpFactNames.UnixOwner
            : FtpOctets.Is(name, "UNIX.gid"u8) ? FtpFactNames.UnixGroup
            : FtpOctets.Is(name, "sizd"u8) ? FtpFactNames.Size
            : FtpFactNames.None;
    }

    public const int Count = 14;

    public static ReadOnlySpan<byte> Bytes(int fact) => (FtpFactNames)fact switch
    {
        FtpFactNames.Type => "type"u8,
        FtpFactNames.Size => "size"u8,
        FtpFactNames.Modify => "modify"u8,
        FtpFactNames.Create => "create"u8,
        FtpFactNames.Perm => "perm"u8,
        FtpFactNames.Unique => "unique"u8,
        FtpFactNames.Lang => "lang"u8,
        FtpFactNames.MediaType => "media-type"u8,
        FtpFactNames.Charset => "charset"u8,
        FtpFactNames.UnixMode => "UNIX.mode"u8,
        FtpFactNames.UnixOwner => "UNIX.owner"u8,
        FtpFactNames.UnixGroup => "UNIX.group"u8,
        FtpFactNames.UnixOwnerName => "UNIX.ownername"u8,
        FtpFactNames.UnixGroupName => "UNIX.groupname"u8,
        _ => default,
    };
}
