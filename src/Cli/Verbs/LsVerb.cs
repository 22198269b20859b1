using System.CommandLine;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Listing;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;
using HiPerf.Gopher;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf ls URL</c>: lists the folder or the menu a URL names.</summary>
internal sealed class LsVerb(CliConsole console)
{
    /// <summary>What the command line says beside the URL.</summary>
    internal sealed record Request
    {
        public bool Json { get; init; }

        /// <summary>Whether what only an FTP server tells is shown too.</summary>
        public bool Details { get; init; }

        public bool Recursive { get; init; }

        /// <summary>How far a crawl of Gopher menus goes.</summary>
        public GopherCrawlOptions Crawl { get; init; } = new();

        /// <summary>Words for a Gopher search; null for none.</summary>
        public string? Query { get; init; }

        public SessionSettings Session { get; init; } = new();
    }

    public static Command Create(CliConsole console)
    {
        var crawl = new GopherCrawlOptions();
        var url = new Argument<string>("URL") { Description = "The URL of a folder or a menu; file, ftp, ftps, gopher and gophers are served." };
        var json = new Option<bool>("--json") { Description = "Answer with one JSON array, an entry a line." };
        var details = new Option<bool>("--long", "-l") { Description = "Show permissions and owner too, and where links lead, as an FTP server tells them." };
        var recursive = new Option<bool>("--recursive", "-R") { Description = "List the folders of an FTP server within too, or the menus of a Gopher server below." };
        var depth = new Option<int>("--max-depth") { Description = "Gopher menus below the first that -R enters, 0 to 1000.", HelpName = "N", DefaultValueFactory = _ => crawl.MaxDepth };
        var menus = new Option<int>("--max-menus") { Description = "Gopher menus that -R fetches, 1 to 1000000.", HelpName = "N", DefaultValueFactory = _ => crawl.MaxMenus };
        var query = new Option<string?>("--query") { Description = "Words that a Gopher search server is asked for.", HelpName = "WORDS" };
        var command = new Command("ls", "List the folder or the menu a URL names.") { url, json, details, recursive, depth, menus, query };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) => new LsVerb(console).RunAsync(line.GetRequiredValue(url), new Request
        {
            Json = line.GetValue(json),
            Details = line.GetValue(details),
            Recursive = line.GetValue(recursive),
            Crawl = crawl with { MaxDepth = line.GetValue(depth), MaxMenus = line.GetValue(menus) },
            Query = line.GetValue(query),
            Session = session.Read(line),
        }, cancellationToken));
        return command;
    }

    /// <summary>Lists, entry by entry as they come.</summary>
    public async Task<int> RunAsync(string url, Request request, CancellationToken cancellationToken)
    {
        InternetUrl? parsed = InternetUrl.ParseOrNull(url);
        if (GopherPlace.IsGopher(parsed))
        {
            return await ListGopherAsync(GopherPlace.Read(parsed, request.Query, view: null), request, cancellationToken).ConfigureAwait(false);
        }

        if (request.Query is not null)
        {
            throw new VerbException(ExitCode.Usage, "--query is for gopher and gophers alone.");
        }

        var writer = new EntryWriter(console, request.Json, request.Details);
        if (FtpPlace.IsFtp(parsed))
        {
            FtpPlace place = await FtpPlace.OpenAsync(console, request.Session, url, cancellationToken).ConfigureAwait(false);
            await using (place.ConfigureAwait(false))
            {
                var options = new FtpEnumerateOptions { Recursive = request.Recursive };
                await writer.WriteAsync(place.Connection.EnumerateAsync(place.Path.Length == 0 ? null : place.Path, options, cancellationToken)).ConfigureAwait(false);
            }

            return ExitCode.Ok;
        }

        if (request.Recursive)
        {
            throw new NotSupportedException("Folders within are listed on ftp, ftps, gopher and gophers alone.");
        }

        InternetSession session = request.Session.Open(console, parsed);
        await using (session.ConfigureAwait(false))
        {
            await writer.WriteAsync(session.EnumerateAsync(url, cancellationToken: cancellationToken)).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }

    private async Task<int> ListGopherAsync(GopherLocator locator, Request request, CancellationToken cancellationToken)
    {
        InternetSession session = request.Session.Open(console, locator.ToUrl());
        await using (session.ConfigureAwait(false))
        {
            var lister = new GopherLister(console, session);
            await new EntryWriter(console, request.Json, request.Details)
                .WriteAsync(request.Recursive ? lister.CrawlAsync(locator, request.Crawl, cancellationToken) : lister.ListAsync(locator, cancellationToken)).ConfigureAwait(false);
            return lister.ExitCode;
        }
    }
}
