using HiPerf.Cli;
using HiPerf.Cli.Terminals;

return await HiperfCommand.RunAsync(args, CliConsole.OfProcess(), CancellationToken.None).ConfigureAwait(false);
