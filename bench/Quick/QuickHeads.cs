using System.Globalization;
using System.Text.Json;
using HiPerf.Ascii;
using HiPerf.Bench.Heads;
using HiPerf.Bench.Peers;

namespace HiPerf.Bench.Quick;

/// <summary><c>quick heads</c>: our head parsers against their peers on the same octets, offsets compared first.</summary>
/// <remarks><c>/bare</c> is the parse alone, as the peers do it; <c>/whole</c> also identifies every registered field, decides framing, keep-alive and Host and records
/// deviations, which the peers leave to others: their time beside it is the same bare one, of the same rounds.</remarks>
internal sealed class QuickHeads(QuickHeadsOptions options, TextWriter output)
{
    private const string Ours = "HiPerf";

    /// <summary>Runs the cases. Answers 0, or 1 where a corpus is not the written one, an answer differs from a peer's or we allocated.</summary>
    public int Run()
    {
        HeadPeers peers = HeadPeers.Installed(options.Peers);
        var rotation = new Rotation(TimeProvider.System);
        Preface(peers, rotation);
        int status = 0;
        foreach (HeadCase heads in HeadCases.All.Where(heads => options.Cases.Count == 0 || options.Cases.Contains(heads.Name)))
        {
            if (!heads.IsUnchanged)
            {
                Note($"{heads.Name}: the corpus hashes to {heads.ActualSha256}, not to what is written: its figures compare with no others");
                status = 1;
            }

            status |= Compare(heads, peers, rotation);
        }

        return status;
    }

    private int Compare(HeadCase heads, HeadPeers peers, Rotation rotation)
    {
        HeadContestant bare = HeadPeers.OurBare(heads);
        List<HeadContestant> ours = [bare];
        if (options.Whole && heads.Arrival != HeadArrival.Malformed)
        {
            ours.Add(HeadPeers.OurWhole(heads));
        }

        int status = 0;
        var contestants = new List<HeadContestant>();
        foreach (HeadContestant contestant in (IEnumerable<HeadContestant>)[.. ours, .. peers.For(heads)])
        {
            if (contestant.Disagreement(heads, bare) is { } difference)
            {
                Note($"{heads.Name}: {contestant.Name} {difference}; not timed");
                status = 1;
                continue;
            }

            contestants.Add(contestant);
        }

        if (status != 0 && !contestants.Contains(bare))
        {
            return status;
        }

        Timing[] timings = rotation.Run([.. contestants.Select(contestant => contestant.On(heads))], options.Rounds);
        foreach (HeadContestant mine in ours.Intersect(contestants))
        {
            Timing timing = timings[contestants.IndexOf(mine)];
            (HeadContestant, Timing)[] others = [.. contestants.Zip(timings).Where(pair => !ours.Contains(pair.First))];
            string name = heads.Name + (mine == bare ? "/bare" : "/whole");
            if (options.Json)
            {
                PrintJson(name, timing, others);
            }
            else
            {
                PrintText(name, timing, others);
            }

            status |= timing.Bytes > 0 ? 1 : 0;
        }

        return status;
    }

    private void Preface(HeadPeers peers, Rotation rotation)
    {
        Note($"vector path: {VectorPaths.Active}");
        foreach (string missing in peers.Missing)
        {
            Note(missing);
        }

        Contestant[] calls = peers.EmptyCalls();
        if (calls.Length == 0)
        {
            return;
        }

        Note("picohttpparser and http_parser are Debian's packages, baseline x86-64 builds, called by P/Invoke");
        foreach ((Contestant call, Timing timing) in calls.Zip(rotation.Run(calls, options.Rounds)))
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"an empty call, subtracted nowhere: {timing.Median:F1} ns ({call.Name})"));
        }
    }

    // In JSON mode, whatever is no measurement goes to an object of its own, so that every line stays JSON.
    private void Note(string text) => output.WriteLine(options.Json ? JsonSerializer.Serialize(new Dictionary<string, string> { ["note"] = text }) : text);

    private void PrintText(string name, Timing mine, (HeadContestant Peer, Timing Timing)[] others)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {Ours} {mine.Median,7:F1} ns, min {mine.Min,7:F1}, {mine.Bytes:F0} B"));
        foreach ((HeadContestant peer, Timing timing) in others)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture,
                $" | {peer.Name} {timing.Median,7:F1} ns, min {timing.Min,7:F1}, {timing.Bytes:F0} B, ratio {mine.RatioOf(timing),5:F2}"));
        }

        output.WriteLine();
    }

    private void PrintJson(string name, Timing mine, (HeadContestant Peer, Timing Timing)[] others)
    {
        foreach ((HeadContestant peer, Timing timing) in others)
        {
            output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["case"] = name,
                ["hiperf_ns"] = Math.Round(mine.Median, 1),
                ["hiperf_min_ns"] = Math.Round(mine.Min, 1),
                ["alloc"] = Math.Round(mine.Bytes, 2),
                ["peer"] = peer.Name,
                ["peer_ns"] = Math.Round(timing.Median, 1),
                ["peer_min_ns"] = Math.Round(timing.Min, 1),
                ["peer_alloc"] = Math.Round(timing.Bytes, 2),
                ["ratio"] = Math.Round(mine.RatioOf(timing), 2),
            }));
        }

        if (others.Length == 0)
        {
            output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["case"] = name,
                ["hiperf_ns"] = Math.Round(mine.Median, 1),
                ["hiperf_min_ns"] = Math.Round(mine.Min, 1),
                ["alloc"] = Math.Round(mine.Bytes, 2),
            }));
        }
    }
}
