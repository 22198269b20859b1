using System.Text;

namespace HiPerf.Ftp;

/// <summary>What a server is asked to do differently from its defaults, where it says that it can. A refusal of any changes nothing.</summary>
internal static class FtpPreferences
{
    private const FtpFactNames Wanted = FtpFactNames.Type | FtpFactNames.Size | FtpFactNames.Modify | FtpFactNames.Perm | FtpFactNames.UnixMode
        | FtpFactNames.UnixOwner | FtpFactNames.UnixGroup | FtpFactNames.UnixOwnerName | FtpFactNames.UnixGroupName;

    // RFC 3659 section 7.5; names the server does not know it leaves out.
    private static readonly (FtpFactNames Fact, string Name)[] s_names =
    [
        (FtpFactNames.Type, "type;"), (FtpFactNames.Size, "size;"), (FtpFactNames.Modify, "modify;"), (FtpFactNames.Perm, "perm;"), (FtpFactNames.UnixMode, "UNIX.mode;"),
        (FtpFactNames.UnixOwner, "UNIX.owner;UNIX.uid;"), (FtpFactNames.UnixGroup, "UNIX.group;UNIX.gid;"), (FtpFactNames.UnixOwnerName, "UNIX.ownername;"),
        (FtpFactNames.UnixGroupName, "UNIX.groupname;"),
    ];

    /// <summary>Queues the commands.</summary>
    /// <returns>How many, and so how many replies follow.</returns>
    public static int Write(FtpControl control, FtpConnectOptions options, in FtpFeatures features)
    {
        var count = 0;

        // By RFC 2640 section 2 a server that offers UTF8 speaks it unasked; those of an older draft wait for this.
        if (features.Has(FtpFeatureNames.Utf8) && (options.NameEncoding is null or UTF8Encoding))
        {
            control.Write(FtpCommand.Opts, "UTF8 ON");
            count++;
        }

        var offered = features.Facts & Wanted;
        if ((offered & ~features.SelectedFacts) != FtpFactNames.None)
        {
            control.Write(FtpCommand.Opts, "MLST " + string.Concat(s_names.Where(row => (offered & row.Fact) != 0).Select(static row => row.Name)));
            count++;
        }

        if (options.Language is { } language && features.Has(FtpFeatureNames.Lang))
        {
            control.Write(FtpCommand.Lang, language);
            count++;
        }

        return count;
    }
}
