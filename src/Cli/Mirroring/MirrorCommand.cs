using System.Text;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Mirroring;

/// <summary>Plans a mirror, or takes up the one its journal belongs to, and carries it out.</summary>
internal sealed class MirrorCommand(CliConsole console, MirrorRequest request)
{
    private readonly string _source = SessionSettings.WithPassword(request.Source);
    private readonly string _destination = SessionSettings.WithPassword(request.Destination);

    // A journal is one plan's: planned anew after a crash, it would be another.
    private string? PlanPath => request.Journal is { } path ? path + ".plan" : null;

    /// <summary>Runs it.</summary>
    /// <returns>Ok when all is done; else the code of the first failure, or Failed where names were refused.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        InternetSession session = request.Session.Open(console, InternetUrl.ParseOrNull(request.Source) ?? InternetUrl.ParseOrNull(request.Destination));
        await using (session.ConfigureAwait(false))
        {
            MirrorPlan plan = await PlanAsync(session, cancellationToken).ConfigureAwait(false);
            if (request.DryRun)
            {
                await ShowAsync(plan, cancellationToken).ConfigureAwait(false);
                return plan.Totals.Refusals == 0 ? ExitCode.Ok : ExitCode.Failed;
            }

            MirrorResult result = await ExecuteAsync(plan, session, cancellationToken).ConfigureAwait(false);
            Report(plan, result);
            return result.Failures is [var first, ..] ? Failure.Of(first.Error)?.Code ?? ExitCode.Failed : result.IsWhole ? ExitCode.Ok : ExitCode.Failed;
        }
    }

    private async Task<MirrorPlan> PlanAsync(InternetSession session, CancellationToken cancellationToken)
    {
        if (!request.DryRun && PlanPath is { } path && File.Exists(path))
        {
            FileStream saved = File.OpenRead(path);
            await using (saved.ConfigureAwait(false))
            {
                MirrorPlan plan = await MirrorPlan.LoadAsync(saved, cancellationToken).ConfigureAwait(false);
                console.Error.WriteLine($"Going on with the plan of {TerminalText.Escape(path)}.");
                return plan.WithCredentials(_source, _destination);
            }
        }

        return await session.PlanMirrorAsync(_source, _destination, new MirrorOptions
        {
            Comparison = request.Compare switch
            {
                "time" => MirrorComparison.SizeAndTime,
                "size" => MirrorComparison.SizeOnly,
                "hash" => MirrorComparison.Hash,
                _ => throw new VerbException(ExitCode.Usage, $"--compare is none of time, size and hash: {request.Compare}."),
            },
            Deletes = request.Deletes,
            MaxDeletes = request.MaxDeletes,
            Include = request.Include,
            Exclude = request.Exclude,
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MirrorResult> ExecuteAsync(MirrorPlan plan, InternetSession session, CancellationToken cancellationToken)
    {
        if (PlanPath is { } path && !File.Exists(path))
        {
            // The plan is whole before the journal begins; one that is not is never found under its name.
            string part = path + ".part";
            FileStream saved = File.Create(part);
            await using (saved.ConfigureAwait(false))
            {
                await plan.SaveAsync(saved, cancellationToken).ConfigureAwait(false);
                saved.Flush(flushToDisk: true);
            }

            File.Move(part, path);
        }

        MirrorResult result = await plan.ExecuteAsync(session, new MirrorExecution
        {
            Parallel = request.Parallel,
            JournalPath = request.Journal,
            Progress = new MirrorLog(console),
        }, cancellationToken).ConfigureAwait(false);
        if (PlanPath is { } done && result.Failures.Count + result.NotBegun == 0)
        {
            File.Delete(done);
            File.Delete(request.Journal!);
        }

        return result;
    }

    private async Task ShowAsync(MirrorPlan plan, CancellationToken cancellationToken)
    {
        if (request.Json)
        {
            await plan.SaveAsync(console.Output, cancellationToken).ConfigureAwait(false);
            await console.Output.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            return;
        }

        StreamWriter output = console.OpenText();
        await using (output.ConfigureAwait(false))
        {
            plan.WriteTo(output);
        }
    }

    private void Report(MirrorPlan plan, MirrorResult result)
    {
        if (request.Json)
        {
            MirrorSummary.Write(console, plan, result);
        }

        foreach (MirrorOperation refused in plan.Operations.Where(static operation => operation.Kind == MirrorOperationKind.Refused))
        {
            console.Error.WriteLine("hiperf: " + TerminalText.Escape(refused.ToString()));
        }

        var line = new StringBuilder($"{result.Done.Count} done");
        _ = result.DoneBefore > 0 ? line.Append($", {result.DoneBefore} before") : line;
        console.Error.WriteLine(line.Append($", {plan.Unchanged} unchanged, {result.Failures.Count} failed, {result.NotBegun} not begun, {result.Refused} refused; {result.Bytes} octets.").ToString());
    }
}
