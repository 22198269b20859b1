namespace HiPerf.Ftp;

/// <summary>Reads the values of facts that are words. RFC 3659 section 7.5.</summary>
internal static class FactValues
{
    /// <summary>The type; where the target of a link begins in its value, −1 where none is told.</summary>
    public static FtpFactType Type(ReadOnlySpan<byte> value, out int target)
    {
        target = -1;
        if (FtpOctets.Is(value, "file"u8))
        {
            return FtpFactType.File;
        }

        if (FtpOctets.Is(value, "dir"u8))
        {
            return FtpFactType.Directory;
        }

        if (FtpOctets.Is(value, "cdir"u8))
        {
            return FtpFactType.CurrentDirectory;
        }

        if (FtpOctets.Is(value, "pdir"u8))
        {
            return FtpFactType.ParentDirectory;
        }

        int colon = value.IndexOf((byte)':');
        ReadOnlySpan<byte> name = colon < 0 ? value : value[..colon];
        if (FtpOctets.Is(name, "OS.unix=slink"u8) || FtpOctets.Is(name, "OS.unix=symlink"u8))
        {
            target = colon < 0 ? -1 : colon + 1;
            return FtpFactType.Link;
        }

        return FtpFactType.Other;
    }

    /// <summary>The permissions; letters that are not known are read over.</summary>
    public static FtpPermissions Permissions(ReadOnlySpan<byte> value)
    {
        FtpPermissions permissions = FtpPermissions.None;
        foreach (byte octet in value)
        {
            int letter = "acdeflmprw"u8.IndexOf((byte)(octet | 0x20));
            permissions |= letter < 0 ? FtpPermissions.None : (FtpPermissions)(1 << letter);
        }

        return permissions;
    }

    /// <summary>An octal number of at most seven digits, as pyftpdlib writes it too, behind <c>0o</c>; answers the offset of the first offending octet, −1 where there is none.</summary>
    public static int Octal(ReadOnlySpan<byte> value, out int number)
    {
        number = 0;
        int start = value.StartsWith("0o"u8) ? 2 : 0;
        if (start == 2 && value.Length == 2)
        {
            number = -1;
            return 2;
        }

        for (int i = start; i < value.Length; i++)
        {
            if (value[i] is < (byte)'0' or > (byte)'7' || i == start + 7)
            {
                number = -1;
                return i;
            }

            number = (number << 3) | (value[i] - '0');
        }

        return -1;
    }
}
