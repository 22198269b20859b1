namespace HiPerf;

/// <summary>Opens file URLs.</summary>
internal sealed class FileOpener : ISchemeOpener
{
    public ValueTask<InternetFile> OpenAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = LocalFile.LocalPath(url);
        var kind = RegularFile.KindOf(path);
        var context = options.Context ?? session.Context;
        return new ValueTask<InternetFile>(kind == EntryKind.Folder ? LocalFolder.Open(url, path, options.DirectoryFormat, context) : LocalFile.Open(url, path, kind, context));
    }

    public IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetSession session, InternetUrl url, OpenOptions options,
        CancellationToken cancellationToken) => LocalFolder.Enumerate(url, cancellationToken);
}
