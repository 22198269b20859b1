namespace HiPerf.Ftp;

/// <summary>Opens ftp and ftps URLs.</summary>
internal sealed class FtpOpener : ISchemeOpener
{
    public ValueTask<InternetFile> OpenAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken) =>
        session.OpenFtpAsync<InternetFile>(url, options, cancellationToken);

    public IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken) =>
        session.EnumerateFtp(url, options, cancellationToken);
}
