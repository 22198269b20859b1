namespace HiPerf.Cli.Browsing;

/// <summary>Where pages come from: sessions with servers, or a test's script.</summary>
internal interface IPageSource
{
    /// <summary>Finds out what a URL that a person named leads to.</summary>
    /// <exception cref="UriFormatException">It is none.</exception>
    /// <exception cref="NotSupportedException">Nothing of its scheme can be browsed.</exception>
    PageLink Find(string url);

    /// <summary>The link that a search server with words for it is.</summary>
    /// <exception cref="ArgumentException">The words cannot be sent.</exception>
    PageLink Search(PageLink server, string words);

    /// <summary>Loads a page.</summary>
    /// <returns>Null when the content is no text: it can be saved.</returns>
    /// <exception cref="InternetException">It cannot be had.</exception>
    Task<Page?> LoadAsync(PageLink link, CancellationToken cancellationToken);

    /// <summary>Copies what a link leads to into a file that appears when it is whole.</summary>
    Task<SavedFile> SaveAsync(PageLink link, string path, CancellationToken cancellationToken);
}
