using System.Diagnostics;
using HiPerf.Bench.EndToEnd;
using HiPerf.Bench.Gopher;

namespace HiPerf.Bench.Quick;

/// <summary>The servers' part of <c>quick gopher</c>: the same load on each, ours first, for ratios are to it.</summary>
internal sealed class QuickGopherServers(QuickGopher quick)
{
    // As long as the slowest does some hundred connections in; bounded, for each connection leaves a port waiting.
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(200);
    private const int MaxTurn = 4000;

    private readonly List<(GopherServerProcess Server, double? Bar)> _servers = [];

    public async Task RunAsync()
    {
        quick.Note(quick.Options.OwnCore && OneCore.Other is not null ? "servers: on a core of their own" : "servers: on the load's core, whose work is in all figures");
        using var folder = new GopherFolder();
        using var program = new TemporaryProgram();
        try
        {
            await StartAsync(folder, program.Path).ConfigureAwait(false);
            foreach (GopherServerJob job in quick.Options.ServerJobs)
            {
                foreach (int clients in quick.Options.Clients)
                {
                    await CompareAsync(job, clients).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            foreach ((GopherServerProcess server, _) in _servers)
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task StartAsync(GopherFolder folder, string program)
    {
        GopherServerProcess ours = await AddAsync("HiPerf", ServerProcess.Self([], ["gopher-server", folder.Root])).ConfigureAwait(false);
        byte[] menu = new GopherLoad(ours.Port, GopherServerJob.All[0].Request, 1).Fetch();
        string answer = folder.Of("answer");
        await File.WriteAllBytesAsync(answer, menu).ConfigureAwait(false);
        _ = await AddAsync("Kestrel floor", ServerProcess.Self([], ["gopher-fixed-answer", answer])).ConfigureAwait(false);
        if (quick.Options.Peers.Contains("gophernicus"))
        {
            if (GopherServerPeers.GophernicusMissing is { } missing)
            {
                quick.Note(missing + "; left out");
            }
            else
            {
                _ = await AddAsync("gophernicus", GopherServerPeers.StartGophernicus(folder), 20).ConfigureAwait(false);
                await AddProcessFloorAsync(program, menu).ConfigureAwait(false);
            }
        }

        if (quick.Options.Peers.Contains("pygopherd"))
        {
            if (GopherServerPeers.PygopherdMissing is { } missing)
            {
                quick.Note(missing + "; left out");
            }
            else
            {
                _ = await AddAsync("pygopherd", GopherServerPeers.StartPygopherd(folder), 3).ConfigureAwait(false);
            }
        }
    }

    private async Task AddProcessFloorAsync(string program, byte[] menu)
    {
        if (EmptyProgram.Missing is { } missing)
        {
            quick.Note(missing + "; left out");
            return;
        }

        EmptyProgram.Write(program, menu);
        _ = await AddAsync("process floor", SuperServer.For(program)).ConfigureAwait(false);
    }

    private async Task<GopherServerProcess> AddAsync(string name, ProcessStartInfo start, double? bar = null)
    {
        GopherServerProcess server = await GopherServerProcess.StartAsync(name, start, quick.Options.OwnCore ? OneCore.Other : null).ConfigureAwait(false);
        _servers.Add((server, bar));
        return server;
    }

    private async Task CompareAsync(GopherServerJob job, int clients)
    {
        var loads = new GopherLoad[_servers.Count];
        int[] lengths = new int[_servers.Count];
        int[] counts = new int[_servers.Count];
        for (int i = 0; i < _servers.Count; i++)
        {
            loads[i] = new GopherLoad(_servers[i].Server.Port, job.Request, clients);
            byte[] answer = loads[i].Fetch();
            lengths[i] = answer.Length;
            if (!IsFloor(i) && !job.IsAnswered(answer))
            {
                throw new InvalidOperationException($"{_servers[i].Server.Name} does not answer what {job.Name} asks for.");
            }

            counts[i] = await SettleAsync(loads[i], answer.Length, clients).ConfigureAwait(false);
        }

        double[][] rounds = [.. _servers.Select(_ => new double[quick.Options.Rounds])];
        for (int round = 0; round < quick.Options.Rounds; round++)
        {
            foreach (int i in Rotation.Order(_servers.Count, round))
            {
                rounds[i][round] += (await loads[i].TimeAsync(counts[i], lengths[i]).ConfigureAwait(false)).TotalNanoseconds / counts[i] / 2;
            }
        }

        Timing[] timings = [.. rounds.Select(times => new Timing(times, double.NaN))];
        for (int i = 0; i < _servers.Count; i++)
        {
            Print($"{job.Name}/{clients}", i, timings[i], timings[0].RatioOf(timings[i]));
        }
    }

    // What always gives one answer is asked only how fast it does.
    private bool IsFloor(int i) => _servers[i].Server.Name.EndsWith("floor", StringComparison.Ordinal);

    // Runs it until code is compiled for good, a process of its own or not, and answers how many connections a turn has.
    private static async Task<int> SettleAsync(GopherLoad load, int length, int clients)
    {
        int count = 8 * clients;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < QuickGopher.WarmUp;)
        {
            TimeSpan took = await load.TimeAsync(count, length).ConfigureAwait(false);
            count = Math.Clamp((int)(count * (s_turn / took)), 8 * clients, MaxTurn);
        }

        return count;
    }

    private void Print(string name, int i, Timing timing, double ratio)
    {
        (GopherServerProcess server, double? bar) = _servers[i];
        double rate = 1e9 / timing.Median;
        string? verdict = bar is null ? null : ratio >= bar ? "met" : "missed";
        string behind = bar is null ? "" : FormattableString.Invariant($"  our bar: ≥ {bar:F0}  {verdict}");
        quick.Print(
            $"{name,-14} {server.Name,-14} {rate,8:F0} /s  {timing.Median / 1e3,8:F1} µs  ratio {ratio,6:F2}{behind}",
            ("case", name),
            ("who", server.Name),
            ("per_s", Math.Round(rate, 1)),
            ("us", Math.Round(timing.Median / 1e3, 3)),
            ("ratio", Math.Round(ratio, 3)),
            ("bar", bar),
            ("verdict", verdict));
    }

    // Not in the folder of memory: nothing may be started from there on some systems.
    private sealed class TemporaryProgram : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hiperf-bench-");

        public string Path => System.IO.Path.Combine(_folder.FullName, "empty");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
