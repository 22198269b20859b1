using System.CommandLine;
using System.Text;
using System.Text.Json;
using HiPerf.Cli.Inspecting;
using HiPerf.Cli.Terminals;
using HiPerf.Http;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf inspect KIND [FILE]</c>: how HiPerf reads octets.</summary>
internal sealed class InspectVerb(CliConsole console)
{
    /// <summary>What the command line says.</summary>
    internal sealed record Request
    {
        /// <summary>Where the octets are; null or <c>-</c>: standard input.</summary>
        public string? File { get; init; }

        public bool Json { get; init; }

        public bool JsonLines { get; init; }

        /// <summary>What is known of the input; its octets are read later.</summary>
        public required InspectCase Case { get; init; }
    }

    public static Command Create(CliConsole console)
    {
        var kind = new Argument<string>("KIND") { Description = "http-request, http-response, http-chunked, url, ftp-list, ftp-reply, ftp-command, ftp-pasv or ftp-epsv (replies to these), gopher-menu, gopher-request (a URL)." };
        _ = kind.AcceptOnlyFromAmong(InspectKinds.Names);
        var file = new Argument<string?>("FILE") { Description = "The octets; standard input when left out or '-'.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Answer with one JSON object." };
        var jsonLines = new Option<bool>("--jsonl") { Description = "Read one JSON record a line, answer one JSON object a line." };
        var baseUrl = new Option<string?>("--base") { Description = "The base a URL is resolved against.", HelpName = "URL" };
        var method = new Option<string?>("--request-method") { Description = "The method of the request a response answers (GET).", HelpName = "METHOD" };
        var noHost = new Option<bool>("--no-require-host") { Description = "Let a request pass without a right Host." };
        var eof = new Option<bool>("--eof") { Description = "The connection ends behind the input." };
        var head = new Option<bool>("--head") { Description = "Read one head and nothing behind it." };
        var lenient = new Option<string?>("--lenient") { Description = "What may pass: BareLf, ObsFold, SpaceBeforeColon, MissingReasonSpace, RepeatedContentLength, joined by '+'.", HelpName = "FLAGS" };
        var format = new Option<string?>("--format") { Description = $"The format of a listing (detect): {string.Join(", ", ListingFormats.Names)}.", HelpName = "FORMAT" };
        _ = format.AcceptOnlyFromAmong(ListingFormats.Names);
        var command = new Command("inspect", "Show how HiPerf reads octets.") { kind, file, json, jsonLines, baseUrl, method, noHost, eof, head, lenient, format };
        VerbAction.Set(command, console, (line, cancellationToken) => new InspectVerb(console).RunAsync(new Request
        {
            File = line.GetValue(file),
            Json = line.GetValue(json),
            JsonLines = line.GetValue(jsonLines),
            Case = new InspectCase
            {
                Input = default,
                Kind = InspectKinds.Of(line.GetRequiredValue(kind)),
                Base = line.GetValue(baseUrl) is { } text ? Encoding.UTF8.GetBytes(text) : null,
                RequestMethod = line.GetValue(method) is { } name ? RequestMethods.Find(Encoding.UTF8.GetBytes(name)) : RequestMethod.Get,
                RequireHost = !line.GetValue(noHost),
                EndsConnection = line.GetValue(eof),
                HeadOnly = line.GetValue(head),
                ListingFormat = ListingFormats.Of(line.GetValue(format)),
                Leniency = Leniencies.OfTyped(line.GetValue(lenient)),
            },
        }, cancellationToken));
        return command;
    }

    /// <summary>Reads and answers.</summary>
    /// <returns>Ok when the input was accepted, NotAccepted when not; with <c>--jsonl</c> Ok once every line has its answer.</returns>
    public async Task<int> RunAsync(Request request, CancellationToken cancellationToken)
    {
        Stream input = request.File is null or "-" ? console.Input : File.OpenRead(request.File);
        await using (input.ConfigureAwait(false))
        {
            if (request.JsonLines)
            {
                await JsonLines.RunAsync(request.Case.Kind, input, console.Output, cancellationToken).ConfigureAwait(false);
                return ExitCode.Ok;
            }

            using var octets = new MemoryStream();
            await input.CopyToAsync(octets, cancellationToken).ConfigureAwait(false);
            InspectAnswer answer = Inspector.Inspect(request.Case with { Input = octets.GetBuffer().AsMemory(0, (int)octets.Length) });
            await WriteAsync(answer, request.Json).ConfigureAwait(false);
            return answer.Verdict == Verdict.Accept ? ExitCode.Ok : ExitCode.NotAccepted;
        }
    }

    private async ValueTask WriteAsync(InspectAnswer answer, bool asJson)
    {
        if (asJson)
        {
            var json = new Utf8JsonWriter(console.Output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
            await using (json.ConfigureAwait(false))
            {
                AnswerJson.Write(json, answer);
            }

            console.Output.WriteByte((byte)'\n');
            return;
        }

        StreamWriter text = console.OpenText();
        await using (text.ConfigureAwait(false))
        {
            AnswerText.Write(text, answer);
        }
    }
}
