using HiPerf.Cli.Getting;
using HiPerf.Cli.Sessions;
using HiPerf.Gopher;

namespace HiPerf.Cli.Browsing;

/// <summary>Pages over a session: which protocol a link is of decides who makes them.</summary>
/// <param name="session">Carries all of it out.</param>
internal sealed class PageSource(InternetSession session) : IPageSource
{
    public PageLink Find(string url) => LinkReader.Read(InternetUrl.Parse(url));

    public PageLink Search(PageLink server, string words) =>
        new(LinkAction.List, (GopherLocator.FromUrl(server.Url) with { Query = words }).ToUrl(), server.Name);

    public async Task<Page?> LoadAsync(PageLink link, CancellationToken cancellationToken) => (link.Action, GopherPlace.IsGopher(link.Url)) switch
    {
        (LinkAction.List, true) => await GopherMenuPage.LoadAsync(session, link, cancellationToken).ConfigureAwait(false),
        (LinkAction.List, false) => await FolderPage.LoadAsync(session, link, cancellationToken).ConfigureAwait(false),
        (_, true) => await ContentPage.LoadAsync(session, link, cancellationToken).ConfigureAwait(false),
        (_, false) => await LoadFileAsync(link, cancellationToken).ConfigureAwait(false),
    };

    public async Task<SavedFile> SaveAsync(PageLink link, string path, CancellationToken cancellationToken)
    {
        // A menu is saved as its server sent it.
        InternetFile file = await session.OpenAsync(link.Url.Href, new OpenOptions { DirectoryFormat = DirectoryFormat.Raw }, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            using var transfer = new Transfer(hashes: false);
            PartFile part = PartFile.Create(path);
            await using (part.ConfigureAwait(false))
            {
                await transfer.RunAsync(file, part.Stream, progress: null, cancellationToken).ConfigureAwait(false);
                await part.CommitAsync().ConfigureAwait(false);
            }

            return new SavedFile(transfer.Count, file.LengthVerified);
        }
    }

    // A URL without a slash at its end may be a folder's nevertheless: people leave it out, and a link does not say what it leads to.
    private async Task<Page?> LoadFileAsync(PageLink link, CancellationToken cancellationToken)
    {
        try
        {
            return await ContentPage.LoadAsync(session, link, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InternetException { Kind: InternetErrorKind.NotFound or InternetErrorKind.AccessDenied } or NotSupportedException)
        {
            try
            {
                PageLink folder = link with { Action = LinkAction.List, Url = InternetUrl.Parse(link.Url.Href + "/") };
                Page page = await FolderPage.LoadAsync(session, folder, cancellationToken).ConfigureAwait(false);

                // Some FTP servers list what is not there as an empty folder.
                if (page.Lines.Any(static line => line.Tag != FolderPage.ParentTag))
                {
                    return page;
                }
            }
            catch (InternetException)
            {
                // The first refusal is the one that was asked for.
            }

            throw;
        }
    }
}
