namespace HiPerf;

/// <summary>What a session can do with the URLs of one scheme. A new protocol is one more of these in <see cref="SchemeTable"/>.</summary>
internal interface ISchemeOpener
{
    /// <summary>Opens the URL for reading. Errors of the URL itself are thrown at once, those of the work through the task.</summary>
    ValueTask<InternetFile> OpenAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken);

    /// <summary>Lists the folder the URL names.</summary>
    IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetSession session, InternetUrl url, OpenOptions options, CancellationToken cancellationToken);
}
