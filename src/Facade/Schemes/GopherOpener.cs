namespace HiPerf.Gopher;

/// <summary>Opens gopher and gophers URLs.</summary>
internal sealed class GopherOpener : ISchemeOpener
{
    public ValueTask<InternetFile> OpenAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken) =>
        session.OpenGopherAsync<InternetFile>(url, options, cancellationToken);

    public IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken) =>
        session.EnumerateGopher(url, options, cancellationToken);
}
