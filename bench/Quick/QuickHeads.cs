using System.Buffers;
using System.Globalization;
using System.Text.Json;
using HiPerf.Ascii;
using HiPerf.Bench.Peers;
using HiPerf.Http1;

namespace HiPerf.Bench.Quick;

/// <summary><c>quick heads</c>: our request head parser against Kestrel's, on the same octets, offsets compared first.</summary>
/// <remarks><c>/bare</c> is the parse alone, as Kestrel's parser does it; with <c>--whole</c> a second line a head, <c>/whole</c>, also identifies every
/// field and decides the body's framing, which Kestrel's parser leaves to others.</remarks>
public static class QuickHeads
{
    /// <summary>Runs all cases; one line each. Answers 0, or 1 where offsets differ or memory was allocated.</summary>
    public static int Run(bool json, bool withWhole, TextWriter output)
    {
        (string Name, byte[][] Heads)[] cases =
        [
            ("plaintext", [Corpus.Plaintext]),
            ("classic", [Corpus.Classic]),
            ("browser", [Corpus.Browser]),
            ("hundred-fields", [Corpus.HundredFields]),
            ("different-256", Corpus.Different),
        ];
        if (!json)
        {
            output.WriteLine($"vector path: {VectorPaths.Active}");
        }

        int status = 0;
        foreach ((string name, byte[][] heads) in cases)
        {
            if (!SameOffsets(heads))
            {
                output.WriteLine($"{name}: field offsets differ from Kestrel's");
                status = 1;
                continue;
            }

            foreach (bool whole in (bool[])(withWhole ? [false, true] : [false]))
            {
                Interleaved.Outcome outcome = Compare(heads, whole);
                Print(name + (whole ? "/whole" : "/bare"), outcome, json, output);
                status |= outcome.OursBytes > 0 ? 1 : 0;
            }
        }

        return status;
    }

    private static Interleaved.Outcome Compare(byte[][] heads, bool whole)
    {
        var fields = new FieldLine[128];
        ReadOnlySequence<byte>[] sequences = [.. heads.Select(h => new ReadOnlySequence<byte>(h))];
        int sink = 0;
        return Interleaved.Run(
            operations =>
            {
                int index = 0;
                RequestHead head = default;
                Http1Limits limits = Http1Limits.Server;
                for (int i = 0; i < operations; i++)
                {
                    ParseResult result = RequestHeadParser.Parse(heads[index], fields, ref head, limits);
                    sink += result.Consumed + head.FieldCount;
                    if (whole)
                    {
                        // Identifies every field and decides framing, keep-alive and Host as well.
                        sink += BodyFramingParser.ParseRequest(heads[index], fields.AsSpan(0, head.FieldCount), head, out BodyFraming framing).Consumed;
                        sink += (int)framing.Length;
                    }

                    index = index + 1 == heads.Length ? 0 : index + 1;
                }
            },
            operations =>
            {
                int index = 0;
                for (int i = 0; i < operations; i++)
                {
                    sink += KestrelHeads.Parse(sequences[index]);
                    index = index + 1 == heads.Length ? 0 : index + 1;
                }
            });
    }

    private static bool SameOffsets(byte[][] heads)
    {
        var ours = new FieldLine[128];
        var theirs = new FieldLine[128];
        foreach (byte[] bytes in heads)
        {
            RequestHead head = default;
            ParseResult result = RequestHeadParser.Parse(bytes, ours, ref head, Http1Limits.Server);
            int count = KestrelHeads.Record(bytes, theirs);
            if (!result.IsDone || Checksum(ours.AsSpan(0, head.FieldCount)) != Checksum(theirs.AsSpan(0, count)))
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Checksum(ReadOnlySpan<FieldLine> fields)
    {
        ulong sum = 14695981039346656037;
        foreach (FieldLine field in fields)
        {
            foreach (int number in (ReadOnlySpan<int>)[field.NameStart, field.NameLength, field.ValueStart, field.ValueLength])
            {
                sum = (sum ^ (uint)number) * 1099511628211;
            }
        }

        return sum;
    }

    private static void Print(string name, Interleaved.Outcome outcome, bool json, TextWriter output)
    {
        if (!json)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-22} HiPerf {outcome.OursNs,7:F1} ns  Kestrel {outcome.PeerNs,7:F1} ns  ratio {outcome.Ratio,5:F2}  {outcome.OursBytes:F0} B"));
            return;
        }

        output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["case"] = name,
            ["hiperf_ns"] = Math.Round(outcome.OursNs, 1),
            ["peer"] = "kestrel",
            ["peer_ns"] = Math.Round(outcome.PeerNs, 1),
            ["ratio"] = Math.Round(outcome.Ratio, 2),
            ["alloc"] = outcome.OursBytes,
        }));
    }
}
