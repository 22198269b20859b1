namespace HiPerf;

/// <summary>Makes the errors of mirrors.</summary>
internal static class MirrorErrors
{
    public static NotSupportedException NoMirror(string scheme) =>
        new($"A mirror needs folders: '{PeerText.Shown(scheme)}' has none. Served are ftp, ftps, file and local paths.");

    public static NotSupportedException NoCommonHash(InternetUrl source, InternetUrl destination) =>
        new($"{source} and {destination} offer no hash that both can compute: compare by size and time.");

    public static MirrorException SourceMissing(InternetUrl source) =>
        new(InternetErrorKind.NotFound, $"There is no folder {source}.") { Protocol = source.Scheme };

    public static MirrorException TooDeep(string path, int limit) =>
        new(InternetErrorKind.LimitExceeded, $"{PeerText.Shown(path)} lies deeper than {limit} folders.") { Path = path };

    public static MirrorException TooManyEntries(int limit) => new(InternetErrorKind.LimitExceeded, $"One side has more than {limit} entries.");

    public static MirrorException TooManyDeletes(int count, int limit) =>
        new(InternetErrorKind.LimitExceeded, $"The plan would delete {count} entries, which is more than the {limit} it may.");

    public static MirrorException BadName(string path, MirrorReason reason) =>
        new(InternetErrorKind.AccessDenied, $"{PeerText.Shown(path)} is refused: {MirrorPlanText.Words(reason)}.") { Path = path };

    public static MirrorException ForeignJournal(string journal) =>
        new(InternetErrorKind.AccessDenied, $"{journal} is the journal of another plan.");

    public static MirrorException BadJournal(string journal, int line) =>
        new(InternetErrorKind.ContentCorrupt, $"{journal} is no journal of a mirror: line {line}.");

    public static MirrorException BadPlan(string reason, Exception? inner = null) =>
        new(InternetErrorKind.ContentCorrupt, $"This is no plan of a mirror: {reason}.", inner);

    public static MirrorException Link(string path) =>
        new(InternetErrorKind.AccessDenied, $"{PeerText.Shown(path)} is, or lies behind, a link: nothing is written through links.") { Path = path };

    public static MirrorException NotFolder(string path) =>
        new(InternetErrorKind.NotFound, $"{PeerText.Shown(path)} is no folder.") { Path = path };

    public static MirrorException Appeared(string path) =>
        new(InternetErrorKind.AccessDenied, $"{PeerText.Shown(path)} is there already, which it was not when the mirror was planned.") { Path = path };

    public static MirrorException Changed(string path) =>
        new(InternetErrorKind.ContentCorrupt, $"{PeerText.Shown(path)} changed since the mirror was planned, or while it was read.") { Path = path };
}
