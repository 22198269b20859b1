using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>Lists folders, and those within. One listing is open at a time; of the folders still to be listed only the names are kept. No recursion of calls, so no depth overflows.</summary>
/// <remarks>Links are told and never followed. A folder whose name is not one component of a path (catalogue FC-11) is told and not entered: what lies behind such a name is elsewhere.</remarks>
internal static class FtpFolder
{
    /// <summary>Lists a folder.</summary>
    /// <param name="link">Its turn is held until the listing ends.</param>
    /// <param name="path">As it is sent; empty for the current directory.</param>
    /// <param name="options">What of it.</param>
    /// <param name="root">The URL of where the login led.</param>
    /// <param name="holder">Who gets the link back at the end; null where nobody waits for it.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    public static IAsyncEnumerable<FtpEntry> EnumerateAsync(FtpLink link, string path, FtpEnumerateOptions? options, InternetUrl root, IFtpHolder? holder,
        CancellationToken cancellationToken)
    {
        options ??= FtpEnumerateOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxDepth, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxDepth, 1000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxEntries, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxEntries, 1L << 40, nameof(options));
        return RunAsync(link, path, options, root, holder, cancellationToken);
    }

    private static async IAsyncEnumerable<FtpEntry> RunAsync(FtpLink link, string path, FtpEnumerateOptions options, InternetUrl root, IFtpHolder? holder,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var maker = new FtpEntryMaker(link.Control.Names, link.Options.ServerTimeOffset);
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        FtpListing? listing = null;
        try
        {
            var folders = new Stack<FtpFolderPlace>([new FtpFolderPlace(root, path, link.LoginDirectory, link.Control.Names)]);
            var within = new List<FtpFolderPlace>();
            long count = 0;
            while (folders.TryPop(out var folder))
            {
                listing = await FtpListing.OpenAsync(link, folder, maker, options.SkipsUnrecognized, cancellationToken).ConfigureAwait(false);
                while (await listing.MoveNextAsync(cancellationToken).ConfigureAwait(false))
                {
                    var entry = listing.Current!;
                    if (++count > options.MaxEntries)
                    {
                        throw FtpDataErrors.ListingLimit($"The listing has more than {options.MaxEntries} entries.", link.Key);
                    }

                    if (options.Recursive && IsEntered(entry))
                    {
                        within.Add(Within(folder, entry, options.MaxDepth, link.Key));
                    }

                    if (options.Pattern is null || FtpWildcard.IsMatch(entry.Name, options.Pattern))
                    {
                        yield return entry;
                    }
                }

                await listing.CloseAsync().ConfigureAwait(false);
                for (var i = within.Count - 1; i >= 0; i--)
                {
                    folders.Push(within[i]);
                }

                within.Clear();
            }
        }
        finally
        {
            if (listing is not null)
            {
                await listing.CloseAsync().ConfigureAwait(false);
            }

            link.Turn.Leave();
            holder?.Release(link, !link.Control.IsClosed && link.Control.State.IsIdle);
        }
    }

    private static bool IsEntered(FtpEntry entry) => entry.IsDirectory && PlainName.IsPlain(entry.RawName.Span, PlainNameRules.None);

    private static FtpFolderPlace Within(FtpFolderPlace folder, FtpEntry entry, int maxDepth, ConnectionKey key) => folder.Depth < maxDepth
        ? new FtpFolderPlace(folder, entry)
        : throw FtpDataErrors.ListingLimit($"There are folders more than {maxDepth} deep.", key);
}
