using System.CommandLine;
using System.Text.Json;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Getting;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;
using HiPerf.Http;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf get URL</c>: opens a URL as a file and copies its content.</summary>
internal sealed class GetVerb(CliConsole console)
{
    /// <summary>What the command line says.</summary>
    internal sealed record Request(string Url)
    {
        /// <summary>Where the content goes; null or <c>-</c>: standard output.</summary>
        public string? Output { get; init => field = value == "-" ? null : value; }

        public bool Json { get; init; }

        /// <summary>Whether to go on where an earlier attempt stopped.</summary>
        public bool Resume { get; init; }

        /// <summary>Whether a folder or a menu is written as an HTML page.</summary>
        public bool Html { get; init; }

        /// <summary>Words for a Gopher search; null for none.</summary>
        public string? Query { get; init; }

        /// <summary>The Gopher+ representation; null for what RFC 1436 gives.</summary>
        public string? View { get; init; }

        /// <summary>Whether other URLs are copied beside it, so that what is told needs its URL.</summary>
        public bool IsOneOfSeveral { get; init; }

        public SessionSettings Session { get; init; } = new();

        public bool Verbose => Session.Verbose;
    }

    public static Command Create(CliConsole console)
    {
        var urls = new Argument<string[]>("URL") { Description = "http, https, ftp, ftps, gopher, gophers or file; several go into the folder -o names.", Arity = ArgumentArity.OneOrMore };

        // An option that is none would be the next URL.
        urls.Validators.Add(static result =>
        {
            if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith('-')) is { } token)
            {
                result.AddError($"There is no option '{token.Value}'.");
            }
        });
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file, which appears when it is whole; '-' is standard output.", HelpName = "FILE" };
        var resume = new Option<bool>("--continue", "-C") { Description = "Go on where an earlier attempt stopped; ftp and ftps with -o." };
        var parallel = new Option<int>("--parallel") { Description = "URLs that are copied at the same time, 1 to 64.", HelpName = "N", DefaultValueFactory = _ => 4 };
        var json = new Option<bool>("--json") { Description = "Write a summary as JSON: to standard output with -o, else to standard error." };
        var html = new Option<bool>("--html") { Description = "Write a folder of ftp or file, or a Gopher menu, as an HTML page." };
        var query = new Option<string?>("--query") { Description = "Words that a Gopher search server is asked for.", HelpName = "WORDS" };
        var view = new Option<string?>("--view") { Description = "The Gopher+ representation, as in 'text/plain'.", HelpName = "VIEW" };
        var command = new Command("get", "Open URLs and copy their content to standard output or files.") { urls, output, resume, parallel, json, html, query, view };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) =>
        {
            Request[] requests = [.. line.GetRequiredValue(urls).Select(url => new Request(SessionSettings.WithPassword(url))
            {
                Output = line.GetValue(output),
                Json = line.GetValue(json),
                Resume = line.GetValue(resume),
                Html = line.GetValue(html),
                Query = line.GetValue(query),
                View = line.GetValue(view),
                Session = session.Read(line),
            })];
            return requests is [var only] ? new GetVerb(console).RunAsync(only, cancellationToken) : new GetManyCommand(console, requests, line.GetValue(parallel)).RunAsync(cancellationToken);
        });
        return command;
    }

    /// <summary>Opens and copies.</summary>
    /// <exception cref="VerbException">The status is 400 or above: nothing is written then.</exception>
    public async Task<int> RunAsync(Request request, CancellationToken cancellationToken)
    {
        InternetUrl? url = InternetUrl.ParseOrNull(request.Url);
        if (FtpPlace.IsFtp(url) && !request.Html && request.Output is { } target && RegularFile.KindOf(target) is EntryKind.File or EntryKind.Missing)
        {
            return await DownloadAsync(request, target, cancellationToken).ConfigureAwait(false);
        }

        if (request.Resume)
        {
            throw new VerbException(ExitCode.Usage, "-C goes on with files of ftp and ftps alone, and needs -o FILE.");
        }

        string address = AddressOf(request, url);
        InternetSession session = request.Session.Open(console, url);
        await using (session.ConfigureAwait(false))
        {
            InternetFile file = await OpenAsync(session, address, request.Html, cancellationToken).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                if (file is HttpFile http)
                {
                    Check(http, request.Verbose);
                }

                using var transfer = new Transfer(hashes: request.Json);
                if (request.Output is { } path)
                {
                    await ToFileAsync(file, transfer, path, request, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    await ToOutputAsync(file, transfer, cancellationToken).ConfigureAwait(false);
                }

                if (!file.LengthVerified)
                {
                    string which = request.IsOneOfSeveral ? TerminalText.Escape(file.Url.ToString()) + ": " : string.Empty;
                    console.Error.WriteLine($"hiperf: {which}The content's end is not verified: only the connection's end marks it.");
                }

                if (request.Json)
                {
                    WriteSummary(request, file, transfer);
                }

                return ExitCode.Ok;
            }
        }
    }

    // A page that we make is nobody's file: it is written where it was asked for alone. A local folder has no other form, and is told to be one.
    private static async Task<InternetFile> OpenAsync(InternetSession session, string address, bool isHtml, CancellationToken cancellationToken) =>
        !isHtml && InternetUrl.ParseOrNull(address)?.Scheme == "file"
            ? session.OpenLocal(address)
            : await session.OpenAsync(address, new OpenOptions { DirectoryFormat = isHtml ? DirectoryFormat.Html : DirectoryFormat.Raw }, cancellationToken).ConfigureAwait(false);

    private static string AddressOf(Request request, InternetUrl? url)
    {
        if (GopherPlace.IsGopher(url))
        {
            return GopherPlace.Read(url, request.Query, request.View).ToUrl().Href;
        }

        if (request.Query is not null || request.View is not null)
        {
            throw new VerbException(ExitCode.Usage, "--query and --view are for gopher and gophers alone.");
        }

        return FtpPlace.IsFtp(url) && !request.Html && FtpPlace.IsFolderUrl(url!)
            ? throw new NotSupportedException("The URL names a folder, which can be listed and not opened; --html makes a page of it.")
            : request.Url;
    }

    private async Task<int> DownloadAsync(Request request, string path, CancellationToken cancellationToken)
    {
        FtpPlace place = await FtpPlace.OpenAsync(console, request.Session, request.Url, cancellationToken).ConfigureAwait(false);
        await using (place.ConfigureAwait(false))
        {
            FtpTransferResult? result = null;
            await ProgressBar.RunAsync(console, request.Verbose, Path.GetFileName(path), null, async progress =>
            {
                var options = new FtpDownloadOptions { Overwrite = true, Resume = request.Resume, Progress = progress };
                result = await place.Connection.DownloadFileAsync(place.FilePath(), path, options, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
            if (request.Json)
            {
                CopySummary.Write(console, place.Url, path, result!);
            }
        }

        return ExitCode.Ok;
    }

    private void Check(HttpFile file, bool verbose)
    {
        if (verbose)
        {
            HeadLog.Write(console.Error, file);
        }

        if (file.StatusCode >= 400)
        {
            throw new VerbException(file.StatusCode < 500 ? ExitCode.ClientErrorStatus : ExitCode.ServerErrorStatus,
                $"{file.Url} answered {file.StatusCode} {file.ReasonPhrase}".TrimEnd() + ".");
        }
    }

    private async Task ToFileAsync(InternetFile file, Transfer transfer, string path, Request request, CancellationToken cancellationToken)
    {
        PartFile part = PartFile.Create(path);
        await using (part.ConfigureAwait(false))
        {
            if (console.ErrorIsTerminal && !request.Verbose)
            {
                await ProgressBar.RunAsync(console, Path.GetFileName(path), file.ContentLength,
                    progress => transfer.RunAsync(file, part.Stream, progress, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                await transfer.RunAsync(file, part.Stream, progress: null, cancellationToken).ConfigureAwait(false);
            }

            await part.CommitAsync().ConfigureAwait(false);
        }
    }

    private async Task ToOutputAsync(InternetFile file, Transfer transfer, CancellationToken cancellationToken)
    {
        if (!console.OutputIsTerminal)
        {
            await transfer.RunAsync(file, console.Output, progress: null, cancellationToken).ConfigureAwait(false);
            return;
        }

        var shown = new TerminalStream(console.Output);
        await using (shown.ConfigureAwait(false))
        {
            await transfer.RunAsync(file, shown, progress: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private void WriteSummary(Request request, InternetFile file, Transfer transfer)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            TransferSummary.Write(json, request.Url, file, transfer, request.Output);
        }

        text.WriteByte((byte)'\n');
        if (request.Output is not null)
        {
            console.Output.Write(text.GetBuffer().AsSpan(0, (int)text.Length));
        }
        else
        {
            console.Error.Write(System.Text.Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)));
        }
    }
}
