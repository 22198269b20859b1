using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using HiPerf.Bench.EndToEnd;

namespace HiPerf.Bench.Quick;

/// <summary><c>quick http</c>: our client against a raw socket and HttpClient, all to one trivial server in a process of its own, turn by turn.</summary>
internal sealed class QuickHttp(QuickHttpOptions options, TextWriter output)
{
    private const int WarmUp = 5_000;
    private const int RequestsPerTurn = 200;
    private readonly byte[] _buffer = new byte[256 * 1024];

    /// <summary>Runs it, on one core where <c>taskset</c> is there to say so. Answers 0.</summary>
    public static async Task<int> RunAsync(string[] arguments, QuickHttpOptions options, TextWriter output)
    {
        if (options.Pinned && await OneCore.TryRunAsync(arguments).ConfigureAwait(false) is { } exitCode)
        {
            return exitCode;
        }

        var quick = new QuickHttp(options, output);
        quick.Note(OneCore.IsPinned ? "both ends on one core" : "not pinned: loopback figures have two modes then, compare ratios only");
        return await quick.RunAsync().ConfigureAwait(false);
    }

    private async Task<int> RunAsync()
    {
        using ServerProcess server = await ServerProcess.StartAsync(options.DownloadMebibytes * 1024L * 1024).ConfigureAwait(false);
        foreach (X509Certificate2? certificate in (X509Certificate2?[])[null, server.Certificate])
        {
            string scheme = certificate is null ? "plain" : "tls";
            int port = certificate is null ? server.PlainPort : server.TlsPort;
            HttpContestant[] contestants =
            [
                await RawContestant.ConnectAsync(port, certificate).ConfigureAwait(false),
                new HiPerfContestant(reopens: true, port, certificate),
                new HiPerfContestant(reopens: false, port, certificate),
                new HttpClientContestant(port, certificate),
            ];
            await SmallAsync("get-1k/" + scheme, contestants).ConfigureAwait(false);
            await DownloadAsync("download/" + scheme, contestants).ConfigureAwait(false);
            foreach (HttpContestant contestant in contestants)
            {
                await contestant.DisposeAsync().ConfigureAwait(false);
            }
        }

        return 0;
    }

    private async Task SmallAsync(string name, HttpContestant[] contestants)
    {
        var bytes = new double[contestants.Length];
        for (int i = 0; i < contestants.Length; i++)
        {
            await contestants[i].GetAsync("/k", new long[WarmUp], _buffer).ConfigureAwait(false);
        }

        var times = new long[contestants.Length][];
        for (int i = 0; i < contestants.Length; i++)
        {
            times[i] = new long[options.Rounds * 2 * RequestsPerTurn];
            bytes[i] = await BytesAsync(contestants[i], "/k", new long[RequestsPerTurn * 10]).ConfigureAwait(false) / (RequestsPerTurn * 10);
        }

        var filled = new int[contestants.Length];
        for (int round = 0; round < options.Rounds; round++)
        {
            foreach (int i in Rotation.Order(contestants.Length, round))
            {
                Expect(await contestants[i].GetAsync("/k", times[i].AsMemory(filled[i], RequestsPerTurn), _buffer).ConfigureAwait(false), 1024L * RequestsPerTurn);
                filled[i] += RequestsPerTurn;
            }
        }

        Timing[] timings = [.. times.Select((ticks, i) => new Timing(PerRound(ticks), bytes[i]))];
        for (int i = 0; i < contestants.Length; i++)
        {
            double p99 = Percentile(times[i], 0.99);
            double p50 = Percentile(times[i], 0.5);
            double ratio = timings[0].RatioOf(timings[i]);
            if (options.Json)
            {
                Json(name, contestants[i], ("p50_us", Math.Round(p50, 2)), ("p99_us", Math.Round(p99, 2)), ("alloc", Math.Round(bytes[i], 1)), ("ratio", Math.Round(ratio, 3)));
            }
            else
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name,-16} {contestants[i].Name,-18} p50 {p50,6:F1} µs  p99 {p99,6:F1} µs  {bytes[i],6:F0} B a request  ratio to raw {ratio:F2}"));
            }
        }
    }

    private async Task DownloadAsync(string name, HttpContestant[] contestants)
    {
        double size = options.DownloadMebibytes * 1048576.0;
        var rounds = new double[contestants.Length][];
        var bytes = new double[contestants.Length];
        for (int i = 0; i < contestants.Length; i++)
        {
            rounds[i] = new double[options.DownloadRounds];
            bytes[i] = await BytesAsync(contestants[i], "/d", new long[1]).ConfigureAwait(false);
        }

        for (int round = 0; round < options.DownloadRounds; round++)
        {
            foreach (int i in Rotation.Order(contestants.Length, round))
            {
                long[] ticks = [0];
                Expect(await contestants[i].GetAsync("/d", ticks, _buffer).ConfigureAwait(false), options.DownloadMebibytes * 1048576L);
                rounds[i][round] += Stopwatch.GetElapsedTime(0, ticks[0]).TotalSeconds / 2;
            }
        }

        Timing[] timings = [.. rounds.Select((seconds, i) => new Timing(seconds, bytes[i]))];
        for (int i = 0; i < contestants.Length; i++)
        {
            double rate = size / timings[i].Median / 1e6;
            double ratio = timings[i].RatioOf(timings[0]);
            if (options.Json)
            {
                Json(name, contestants[i], ("mb_s", Math.Round(rate, 1)), ("alloc", bytes[i]), ("ratio", Math.Round(ratio, 3)));
            }
            else
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name,-16} {contestants[i].Name,-18} {rate,7:F0} MB/s  {bytes[i],8:F0} B in all  ratio to raw {ratio:F2}"));
            }
        }
    }

    private static void Expect(long read, long expected)
    {
        if (read != expected)
        {
            throw new InvalidOperationException($"{read} octets of content were read where {expected} are sent.");
        }
    }

    // Of the whole process: continuations run on several threads.
    private async Task<double> BytesAsync(HttpContestant contestant, string target, long[] times)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await contestant.GetAsync(target, times, _buffer).ConfigureAwait(false);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    // The median of each round's requests, in ticks.
    private static double[] PerRound(long[] ticks) => [.. ticks.Chunk(2 * RequestsPerTurn).Select(round => (double)round.Order().ElementAt(round.Length / 2))];

    private static double Percentile(long[] ticks, double share) =>
        Stopwatch.GetElapsedTime(0, ticks.Order().ElementAt((int)(ticks.Length * share))).TotalMicroseconds;

    private void Note(string text) => output.WriteLine(options.Json ? JsonSerializer.Serialize(new Dictionary<string, string> { ["note"] = text }) : text);

    private void Json(string name, HttpContestant contestant, params (string Key, double Value)[] numbers)
    {
        var line = new Dictionary<string, object> { ["case"] = name, ["who"] = contestant.Name };
        foreach ((string key, double value) in numbers)
        {
            line[key] = value;
        }

        output.WriteLine(JsonSerializer.Serialize(line));
    }
}
