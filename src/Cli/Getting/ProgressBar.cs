using HiPerf.Cli.Terminals;
using Spectre.Console;

namespace HiPerf.Cli.Getting;

/// <summary>Shows how far a transfer is, on a terminal alone.</summary>
internal static class ProgressBar
{
    /// <summary>Runs a copy from or to a server, with a bar where standard error is a terminal and shows no log.</summary>
    public static Task RunAsync(CliConsole console, bool verbose, string name, long? length, Func<IProgress<Ftp.FtpTransferProgress>?, Task> work) =>
        console.ErrorIsTerminal && !verbose ? RunAsync(console, name, length, tell => work(new CopyProgress(tell))) : work(null);

    /// <summary>Runs the work with a bar on standard error that is gone afterwards.</summary>
    /// <param name="console">Where the bar is shown.</param>
    /// <param name="name">What is moved; escaped here.</param>
    /// <param name="length">Octets to move; null when unknown.</param>
    /// <param name="work">Takes what to call with the octets moved so far.</param>
    public static Task RunAsync(CliConsole console, string name, long? length, Func<Action<long>, Task> work) =>
        SpectreTerminal.Over(console.Error, console.UsesColour).Progress().AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(TerminalText.Escape(name)), maxValue: length ?? 1);
                task.IsIndeterminate = length is null;
                return work(count => task.Value = count);
            });

    private sealed class CopyProgress(Action<long> tell) : IProgress<Ftp.FtpTransferProgress>
    {
        public void Report(Ftp.FtpTransferProgress value) => tell(value.Offset + value.Transferred);
    }
}
