using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Getting;
using HiPerf.Cli.Terminals;
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

        public bool Verbose { get; init; }

        public bool Json { get; init; }

        /// <summary>A PEM file of roots to trust instead of the system's.</summary>
        public string? TrustedRoots { get; init; }

        /// <summary>Seconds for each wait; null leaves the defaults.</summary>
        public double? Timeout { get; init; }
    }

    public static Command Create(CliConsole console)
    {
        var url = new Argument<string>("URL") { Description = "http, https or file." };
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file, which appears when it is whole; '-' is standard output.", HelpName = "FILE" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Show what happens, on standard error." };
        var json = new Option<bool>("--json") { Description = "Write a summary as JSON: to standard output with -o, else to standard error." };
        var roots = new Option<string?>("--cacert") { Description = "Trust the certificates of this PEM file instead of the system's.", HelpName = "FILE" };
        var timeout = new Option<double?>("--timeout") { Description = "Wait no longer than this for a connection, a response, or more content.", HelpName = "SECONDS" };
        var command = new Command("get", "Open a URL and copy its content to standard output or a file.") { url, output, verbose, json, roots, timeout };
        VerbAction.Set(command, console, (line, cancellationToken) => new GetVerb(console).RunAsync(new Request(line.GetRequiredValue(url))
        {
            Output = line.GetValue(output),
            Verbose = line.GetValue(verbose),
            Json = line.GetValue(json),
            TrustedRoots = line.GetValue(roots),
            Timeout = line.GetValue(timeout),
        }, cancellationToken));
        return command;
    }

    /// <summary>Opens and copies.</summary>
    /// <exception cref="VerbException">The status is 400 or above: nothing is written then.</exception>
    public async Task<int> RunAsync(Request request, CancellationToken cancellationToken)
    {
        var session = new InternetSession(Options(request));
        await using (session.ConfigureAwait(false))
        {
            InternetFile file = await session.OpenAsync(request.Url, cancellationToken: cancellationToken).ConfigureAwait(false);
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
                    console.Error.WriteLine("hiperf: The content's end is not verified: only the connection's end marks it.");
                }

                if (request.Json)
                {
                    WriteSummary(request, file, transfer);
                }

                return ExitCode.Ok;
            }
        }
    }

    private InternetSessionOptions Options(Request request)
    {
        var options = new InternetSessionOptions
        {
            UserAgent = $"hiperf/{typeof(GetVerb).Assembly.GetName().Version?.ToString(3)}",
            StatusChanged = request.Verbose ? new PhaseLog(console.Error, InternetUrl.ParseOrNull(request.Url)) : null,
        };
        if (request.Timeout is { } seconds)
        {
            if (seconds is not (> 0 and <= 86400))
            {
                throw new VerbException(ExitCode.Usage, "The timeout is not above 0 and at most 86400 seconds.");
            }

            TimeSpan limit = TimeSpan.FromSeconds(seconds);
            options = options with
            {
                Timeouts = new InternetTimeouts { Connect = limit, TlsHandshake = limit, ResponseHead = limit, ReadStall = limit, Total = Timeout.InfiniteTimeSpan },
            };
        }

        return request.TrustedRoots is { } path ? options with { Tls = options.Tls with { TrustedRoots = ReadRoots(path) } } : options;
    }

    private static X509Certificate2Collection ReadRoots(string path)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(path);
        }
        catch (CryptographicException e)
        {
            throw new VerbException(ExitCode.LocalFile, $"{path} holds no certificates: {e.Message}");
        }

        return roots;
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
