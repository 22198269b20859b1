using System.CommandLine;
using HiPerf.Cli.Mirroring;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf mirror SRC DST</c>: makes one folder like another.</summary>
internal static class MirrorVerb
{
    public static Command Create(CliConsole console)
    {
        var source = new Argument<string>("SRC") { Description = "The folder to mirror: an ftp, ftps or file URL, or a local path." };
        var destination = new Argument<string>("DST") { Description = "The folder that becomes like it." };
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Show the plan and change nothing." };
        var delete = new Option<bool>("--delete") { Description = "Delete what only the destination has." };
        var maxDeletes = new Option<int>("--max-deletes") { Description = "Refuse a plan that deletes more.", HelpName = "N", DefaultValueFactory = _ => 1000 };
        var parallel = new Option<int>("--parallel") { Description = "Files copied at the same time, 1 to 64.", HelpName = "N", DefaultValueFactory = _ => 4 };
        var journal = new Option<string?>("--journal") { Description = "Note what is done here, and go on there after a crash.", HelpName = "FILE" };
        var include = new Option<string[]>("--include") { Description = "Mirror these files alone; * ? ** as in names of files.", HelpName = "PATTERN" };
        var exclude = new Option<string[]>("--exclude") { Description = "Leave these alone on both sides.", HelpName = "PATTERN" };
        var compare = new Option<string>("--compare") { Description = "By time, size or hash.", HelpName = "WAY", DefaultValueFactory = _ => "time" };
        var json = new Option<bool>("--json") { Description = "Answer with JSON: the plan with --dry-run, else what became of it." };
        var command = new Command("mirror", "Make one folder like another: plan, show, copy what differs.")
        {
            source, destination, dryRun, delete, maxDeletes, parallel, journal, include, exclude, compare, json,
        };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) => new MirrorCommand(console, new MirrorRequest(line.GetRequiredValue(source), line.GetRequiredValue(destination))
        {
            DryRun = line.GetValue(dryRun),
            Deletes = line.GetValue(delete),
            MaxDeletes = line.GetValue(maxDeletes),
            Parallel = line.GetValue(parallel),
            Journal = line.GetValue(journal),
            Include = line.GetValue(include) ?? [],
            Exclude = line.GetValue(exclude) ?? [],
            Compare = line.GetRequiredValue(compare),
            Json = line.GetValue(json),
            Session = session.Read(line),
        }).RunAsync(cancellationToken));
        return command;
    }
}
