using System.Runtime.CompilerServices;

namespace HiPerf.Gopher;

/// <summary>A walk over menus, breadth first. A menu is known by its locator: what was met once is not entered again, so that loops end.</summary>
internal sealed class GopherCrawl(GopherConnection connection, GopherLocator start, GopherCrawlOptions options)
{
    public async IAsyncEnumerable<GopherVisit> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<GopherLocator> met = [start];
        Queue<Waiting> waiting = new([new Waiting(start, 0, null)]);
        var count = 0;
        for (var menus = 0; waiting.TryDequeue(out var menu); menus++)
        {
            if (menus == options.MaxMenus)
            {
                throw GopherErrors.TooFar("menus", options.MaxMenus, start);
            }

            var items = connection.EnumerateAsync(menu.Locator, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (items.ConfigureAwait(false))
            {
                InternetException? failure;
                while (true)
                {
                    (var hasItem, failure) = await MoveAsync(items, menu).ConfigureAwait(false);
                    if (!hasItem)
                    {
                        break;
                    }

                    if (count++ == options.MaxItems)
                    {
                        throw GopherErrors.TooFar("items", options.MaxItems, start);
                    }

                    var visit = new GopherVisit(items.Current, menu.Locator, menu.Depth);
                    // One menu more than is fetched tells that there are more; the rest need not be held.
                    if (met.Count <= options.MaxMenus && Enters(visit) && met.Add(visit.Item.Locator!))
                    {
                        waiting.Enqueue(new Waiting(visit.Item.Locator!, menu.Depth + 1, visit));
                    }

                    yield return visit;
                }

                if (failure is not null)
                {
                    yield return menu.NamedBy! with { Failure = failure };
                }
            }
        }
    }

    // What fails below the first menu is told, and the walk goes on.
    private static async ValueTask<(bool HasItem, InternetException? Failure)> MoveAsync(IAsyncEnumerator<GopherItem> items, Waiting menu)
    {
        try
        {
            return (await items.MoveNextAsync().ConfigureAwait(false), null);
        }
        catch (InternetException e) when (menu.NamedBy is not null)
        {
            return (false, e);
        }
        catch (ArgumentException e) when (menu.NamedBy is not null)
        {
            return (false, GopherErrors.Unaskable(menu.Locator, e));
        }
    }

    // Menus alone: a search would have to be asked for something, a session is another protocol, a mirror is the same once more.
    private bool Enters(GopherVisit visit) => visit.Item is { TypeOctet: (byte)GopherItemType.Menu, Locator: { } locator } && visit.Depth < options.MaxDepth
        && (options.LeavesHost || (locator.Host == start.Host && locator.Port == start.Port && locator.UsesTls == start.UsesTls));

    private sealed record Waiting(GopherLocator Locator, int Depth, GopherVisit? NamedBy);
}
