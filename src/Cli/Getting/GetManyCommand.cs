using HiPerf.Cli.Failures;
using HiPerf.Cli.Terminals;
using HiPerf.Cli.Verbs;

namespace HiPerf.Cli.Getting;

/// <summary>Copies several URLs into one folder, some at a time; each keeps the name its URL ends in.</summary>
internal sealed class GetManyCommand(CliConsole console, GetVerb.Request[] requests, int parallel)
{
    /// <summary>Copies them all; one that fails is told and does not keep the others.</summary>
    /// <returns>Ok, or the code of the first that failed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (parallel is < 1 or > 64)
        {
            throw new VerbException(ExitCode.Usage, "--parallel is outside 1 to 64.");
        }

        if (requests[0].Output is not { } folder || !Directory.Exists(folder))
        {
            throw new VerbException(ExitCode.Usage, "Several URLs need -o with a folder that is there.");
        }

        GetVerb.Request[] named = [.. requests.Select(request => request with { Output = Path.Join(folder, NameOf(request.Url)), IsOneOfSeveral = true })];
        if (named.DistinctBy(static request => request.Output, StringComparer.OrdinalIgnoreCase).Count() < named.Length)
        {
            throw new VerbException(ExitCode.Usage, "Two of the URLs end in the same name.");
        }

        var codes = new int[named.Length];
        await Parallel.ForAsync(0, named.Length, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken }, async (i, token) =>
        {
            try
            {
                codes[i] = await new GetVerb(console).RunAsync(named[i], token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException && Failure.Of(e) is { } failure)
            {
                console.Error.WriteLine($"hiperf: {TerminalText.Escape(InternetUrl.Parse(named[i].Url).ToString())}: {failure.Line}");
                codes[i] = failure.Code;
            }
        }).ConfigureAwait(false);
        return Array.Find(codes, static code => code != ExitCode.Ok);
    }

    private static string NameOf(string url)
    {
        InternetUrl parsed = InternetUrl.Parse(url);
        return FileNames.Of(parsed) is { Length: > 0 } name ? name : throw new VerbException(ExitCode.Usage, $"{parsed} ends in no name for a file.");
    }
}
