using HiPerf.Cli;
using HiPerf.Cli.Terminals;

// A server lets requests under way end: its own grace is 5 s.
return await HiperfCommand.RunAsync(args, CliConsole.OfProcess(), grace: TimeSpan.FromSeconds(8), CancellationToken.None).ConfigureAwait(false);
