namespace HiPerf;

/// <summary>Opens file URLs.</summary>
internal sealed class FileOpener : ISchemeOpener
{
    public ValueTask<InternetFile> OpenAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<InternetFile>(LocalFile.Open(url, options.Context ?? session.Context));
    }

    public IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetSession session, InternetUrl url, OpenOptions options,
        CancellationToken cancellationToken) => LocalFolder.Enumerate(url, cancellationToken);
}
