namespace HiPerf.Http;

/// <summary>Opens http and https URLs.</summary>
internal sealed class HttpOpener : ISchemeOpener
{
    public ValueTask<InternetFile> OpenAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken) =>
        session.OpenHttpAsync<InternetFile>(url, options, cancellationToken);

    public IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetSession session, InternetUrl url, OpenOptions options,
        CancellationToken cancellationToken) =>
        throw new NotSupportedException("HTTP has no listing of a folder; open the URL and read what the server answers.");
}
