using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>Opens the ends of a mirror.</summary>
internal static class MirrorEnds
{
    /// <summary>Opens one.</summary>
    /// <exception cref="NotSupportedException">The scheme has no folders.</exception>
    public static async ValueTask<IMirrorEnd> OpenAsync(InternetSession session, InternetUrl url, CancellationToken cancellationToken)
    {
        if (url.Scheme == "file")
        {
            return new LocalEnd(new LocalRoot(LocalFile.LocalPath(url)));
        }

        var (root, _) = FtpPath.Read(url).In(FtpNames.Default);
        var connection = await session.ConnectFtpAsync(url.Host, session.Options.Ftp.For(url), cancellationToken).ConfigureAwait(false);
        return new FtpEnd(connection, root.Length > 1 ? root.TrimEnd('/') : root);
    }

    /// <summary>What names of the source must be: those of a peer that become local ones are held to what every system takes for plain.</summary>
    public static PlainNameRules RulesOf(InternetUrl source, InternetUrl destination) =>
        TakesForeignNames(source, destination) ? PlainNameRules.Portable : PlainNameRules.None;

    /// <summary>Whether names of a peer become local ones.</summary>
    public static bool TakesForeignNames(InternetUrl source, InternetUrl destination) => source.Scheme != "file" && destination.Scheme == "file";
}
