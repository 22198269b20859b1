using System.Diagnostics;
using System.Globalization;
using HiPerf.Bench.EndToEnd;
using HiPerf.Bench.Gopher;

namespace HiPerf.Bench.Quick;

/// <summary>The clients' part of <c>quick gopher</c>: each on the same trivial server, a connection a job. Ratios are to the job's floor.</summary>
internal sealed class QuickGopherClients(QuickGopher quick)
{
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(100);
    private const int MaxTurn = 1000;

    private long DownloadLength => quick.Options.Mebibytes * 1048576L;

    public async Task RunAsync()
    {
        if (OneCore.IsPinned)
        {
            quick.Note("clients: both ends on one core");
        }

        ProcessStartInfo start = ServerProcess.Self([], ["gopher-trivial", DownloadLength.ToString(CultureInfo.InvariantCulture)]);
        GopherServerProcess server = await GopherServerProcess.StartAsync("trivial server", start).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            GopherClientContestant[] contestants = [new RawGopherContestant(server.Port), new RawItemsContestant(server.Port), new HiPerfGopherContestant(server.Port, DownloadLength)];
            foreach (GopherClientJob job in quick.Options.ClientJobs)
            {
                await CompareAsync(job, [.. contestants.Where(contestant => contestant.Does(job))]).ConfigureAwait(false);
            }

            foreach (GopherClientContestant contestant in contestants)
            {
                await contestant.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task CompareAsync(GopherClientJob job, GopherClientContestant[] contestants)
    {
        int[] counts = new int[contestants.Length];
        double[] bytes = new double[contestants.Length];
        for (int i = 0; i < contestants.Length; i++)
        {
            counts[i] = await SettleAsync(contestants[i], job).ConfigureAwait(false);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            _ = await contestants[i].TimeAsync(job, counts[i]).ConfigureAwait(false);
            bytes[i] = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)counts[i];
        }

        double[][] rounds = [.. contestants.Select(_ => new double[quick.Options.Rounds])];
        for (int round = 0; round < quick.Options.Rounds; round++)
        {
            foreach (int i in Rotation.Order(contestants.Length, round))
            {
                rounds[i][round] += (await contestants[i].TimeAsync(job, counts[i]).ConfigureAwait(false)).TotalNanoseconds / counts[i] / 2;
            }
        }

        Timing[] timings = [.. rounds.Select((times, i) => new Timing(times, bytes[i]))];
        int floor = Array.FindIndex(contestants, contestant => contestant.Name == job.Floor);
        for (int i = 0; i < contestants.Length; i++)
        {
            Print(job, contestants[i], timings[i], timings[floor].RatioOf(timings[i]));
        }
    }

    // Runs a job until its code is compiled for good, and answers how often a turn does it.
    private static async Task<int> SettleAsync(GopherClientContestant contestant, GopherClientJob job)
    {
        int count = 1;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < QuickGopher.WarmUp;)
        {
            TimeSpan took = await contestant.TimeAsync(job, count).ConfigureAwait(false);
            count = Math.Clamp((int)(count * (s_turn / took)), 1, MaxTurn);
        }

        return count;
    }

    private void Print(GopherClientJob job, GopherClientContestant contestant, Timing timing, double ratio)
    {
        double figure = job.IsRate ? DownloadLength * 1e3 / timing.Median : timing.Median / 1e3;
        string? verdict = !contestant.IsOurs ? null : ratio <= GopherClientJob.Bar ? "met" : "missed";
        string behind = contestant.Name == job.Floor ? FormattableString.Invariant($"  our bar: ≤ {GopherClientJob.Bar:F2}") : verdict is null ? "" : "  " + verdict;
        quick.Print(
            $"{job.Name,-14} {contestant.Name,-14} {figure,9:F1} {(job.IsRate ? "MB/s" : "µs"),-4} {timing.Bytes,9:F0} B {job.Unit,-7} ratio {ratio,5:F2}{behind}",
            ("case", job.Name),
            ("who", contestant.Name),
            (job.IsRate ? "mb_s" : "us", Math.Round(figure, 3)),
            ("alloc", Math.Round(timing.Bytes, 1)),
            ("ratio", Math.Round(ratio, 3)),
            ("bar", GopherClientJob.Bar),
            ("verdict", verdict));
    }
}
