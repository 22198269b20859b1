using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HiPerf.Bench.EndToEnd;
using HiPerf.Bench.Ftp;

namespace HiPerf.Bench.Quick;

/// <summary><c>quick ftp</c>: clients on one vsftpd of the bench's own, turn by turn: a raw socket as the floor, ours, Python's ftplib, lftp.</summary>
internal sealed class QuickFtp(QuickFtpOptions options, TextWriter output)
{
    // The runtime replaces code in the background, in steps that each wait until no new code came for 100 ms: a listing read by code of the first step takes twice as long.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2.5);

    /// <summary>Runs it, on one core where <c>taskset</c> is there to say so. Answers 0, also where there is no vsftpd to be measured with.</summary>
    public static async Task<int> RunAsync(string[] arguments, QuickFtpOptions options, TextWriter output)
    {
        var quick = new QuickFtp(options, output);
        if (VsftpdProcess.Missing is { } missing)
        {
            quick.Note(missing + "; nothing measured");
            return 0;
        }

        if (options.Pinned && await OneCore.TryRunAsync(arguments).ConfigureAwait(false) is { } exitCode)
        {
            return exitCode;
        }

        quick.Note(OneCore.IsPinned ? "both ends on one core" : "not pinned: loopback figures have two modes then, compare ratios only");
        return await quick.RunAsync().ConfigureAwait(false);
    }

    private async Task<int> RunAsync()
    {
        using var folder = new FtpFolder(options.Files, options.Entries, options.Mebibytes * 1048576L);
        using VsftpdProcess server = await VsftpdProcess.StartAsync(folder).ConfigureAwait(false);
        foreach (string scheme in options.Schemes)
        {
            List<FtpContestant> contestants = await StartAsync(server, folder, scheme == "tls").ConfigureAwait(false);
            foreach (FtpJob job in options.Jobs)
            {
                await CompareAsync(job, scheme, contestants, folder).ConfigureAwait(false);
            }

            foreach (FtpContestant contestant in contestants)
            {
                await contestant.DisposeAsync().ConfigureAwait(false);
            }
        }

        return 0;
    }

    // The floor comes first: ratios are to it.
    private async Task<List<FtpContestant>> StartAsync(VsftpdProcess server, FtpFolder folder, bool secure)
    {
        List<FtpContestant> contestants =
        [
            await RawFtpContestant.ConnectAsync(server, folder, secure).ConfigureAwait(false),
            await HiPerfFtpContestant.ConnectAsync(server, folder, secure).ConfigureAwait(false),
        ];
        if (options.Peers.Contains("ftplib"))
        {
            if (File.Exists(PythonFtpContestant.Program))
            {
                contestants.Add(PythonFtpContestant.Start(server, folder, secure));
            }
            else
            {
                Note("ftplib: not installed (Debian's python3); left out");
            }
        }

        if (options.Peers.Contains("lftp"))
        {
            if (File.Exists(LftpContestant.Program))
            {
                contestants.Add(await LftpContestant.StartAsync(server, folder, secure).ConfigureAwait(false));
            }
            else
            {
                Note("lftp: not installed (Debian's lftp); left out");
            }
        }

        return contestants;
    }

    private async Task CompareAsync(FtpJob job, string scheme, IReadOnlyList<FtpContestant> all, FtpFolder folder)
    {
        int count = job.Kind switch
        {
            FtpJobKind.NoOp or FtpJobKind.Size => options.Commands,
            // A handshake a file: fewer files, or the run would be all handshakes.
            FtpJobKind.Files or FtpJobKind.Batch or FtpJobKind.Parallel => scheme == "tls" ? Math.Max(1, options.Files / 5) : options.Files,
            _ => 1,
        };
        FtpContestant[] contestants = [.. all.Where(contestant => contestant.CountOf(job.Kind, count) > 0)];
        int[] counts = [.. contestants.Select(contestant => contestant.CountOf(job.Kind, count))];
        double[] units = [.. counts.Select(own => job.IsRate ? folder.Length : job.Kind == FtpJobKind.List ? options.Entries : own)];

        double[] bytes = new double[contestants.Length];
        for (int i = 0; i < contestants.Length; i++)
        {
            bytes[i] = await SettleAsync(contestants[i], job, counts[i]).ConfigureAwait(false) / (job.IsRate ? 1 : units[i]);
        }

        double[][] rounds = [.. contestants.Select(_ => new double[options.Rounds])];
        for (int round = 0; round < options.Rounds; round++)
        {
            foreach (int i in Rotation.Order(contestants.Length, round))
            {
                rounds[i][round] += (await contestants[i].TimeAsync(job, counts[i]).ConfigureAwait(false)).TotalNanoseconds / units[i] / 2;
            }
        }

        Timing[] timings = [.. rounds.Select((times, i) => new Timing(times, bytes[i]))];
        for (int i = 0; i < contestants.Length; i++)
        {
            Print(job, scheme, contestants[i], timings[i], timings[0]);
        }
    }

    // Runs a job until its code is compiled for good, then once more for the octets it allocates in this process, a turn; NaN where it runs in another.
    private static async Task<double> SettleAsync(FtpContestant contestant, FtpJob job, int count)
    {
        bool isCommand = job.Kind is FtpJobKind.NoOp or FtpJobKind.Size;
        long start = Stopwatch.GetTimestamp();
        do
        {
            _ = await contestant.TimeAsync(job, count).ConfigureAwait(false);
        }
        while (contestant.IsHere && Stopwatch.GetElapsedTime(start) < s_warmUp);

        if (!contestant.IsHere)
        {
            return double.NaN;
        }

        // A turn costs a task or two of its own: of many commands that is nothing.
        int turns = isCommand ? 10 : 1;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        _ = await contestant.TimeAsync(job, count * turns).ConfigureAwait(false);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)turns;
    }

    private void Print(FtpJob job, string scheme, FtpContestant contestant, Timing timing, Timing floor)
    {
        string name = job.Name + "/" + scheme;
        bool isSecure = scheme == "tls";
        double figure = job.IsRate ? 1e3 / timing.Median : timing.Median / 1e3;
        double ratio = job.IsRate ? timing.RatioOf(floor) : floor.RatioOf(timing);
        string bytes = contestant.IsHere ? timing.Bytes.ToString("F0", CultureInfo.InvariantCulture) : "-";
        int? barBytes = isSecure ? null : job.BarBytes;
        string? verdict = contestant.IsOurs ? Verdict(job.Meets(ratio)) : null;
        string? bytesVerdict = contestant.IsOurs && barBytes is { } most ? Verdict(Math.Round(timing.Bytes) <= most) : null;
        if (!options.Json)
        {
            string behind = timing == floor && job.Bar is not null ? "  " + job.BarText(isSecure)
                : (verdict is null ? "" : "  " + verdict) + (bytesVerdict is null ? "" : $", octets {bytesVerdict}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-16} {contestant.Name,-10} {figure,9:F2} {(job.IsRate ? "MB/s" : "µs"),-4} {bytes,8} B {job.Unit,-9}  ratio {ratio,5:F2}{behind}"));
            return;
        }

        var line = new Dictionary<string, object?>
        {
            ["case"] = name,
            ["who"] = contestant.Name,
            [job.IsRate ? "mb_s" : "us"] = Math.Round(figure, 3),
            ["alloc"] = contestant.IsHere ? Math.Round(timing.Bytes, 1) : null,
            ["ratio"] = Math.Round(ratio, 3),
            ["bar"] = job.Bar,
            ["bar_alloc"] = barBytes,
            ["verdict"] = verdict,
            ["verdict_alloc"] = bytesVerdict,
        };
        output.WriteLine(JsonSerializer.Serialize(line));
    }

    private static string? Verdict(bool? isMet) => isMet is null ? null : isMet.Value ? "met" : "missed";

    private void Note(string text) => output.WriteLine(options.Json ? JsonSerializer.Serialize(new Dictionary<string, string> { ["note"] = text }) : text);
}
