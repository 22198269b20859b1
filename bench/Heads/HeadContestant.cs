using HiPerf.Bench.Quick;
using HiPerf.Http1;

namespace HiPerf.Bench.Heads;

/// <summary>A head parser with its name: what it does is checked by <see cref="Disagreement"/> before <see cref="On"/> has it timed.</summary>
internal abstract class HeadContestant(string name)
{
    private static int s_sink;

    /// <summary>What it is called in the output.</summary>
    public string Name => name;

    /// <summary>Makes a contestant of a parser.</summary>
    public static HeadContestant Of<T>(string name)
        where T : struct, IHeadParser => new Typed<T>(name);

    /// <summary>The job to be timed; an operation is one head.</summary>
    public abstract Contestant On(HeadCase heads);

    /// <summary>What it does otherwise than <paramref name="other"/> on these heads; null when it finds the same fields, or refuses alike.</summary>
    public abstract string? Disagreement(HeadCase heads, HeadContestant other);

    private protected abstract int Record(HeadBuffer buffer, Span<FieldLine> fields);

    private sealed class Typed<T>(string name) : HeadContestant(name)
        where T : struct, IHeadParser
    {
        public override Contestant On(HeadCase heads)
        {
            HeadBuffer[] buffers = heads.Buffers();
            return new Contestant(Name, heads.Arrival switch
            {
                HeadArrival.Pipelined => operations => Pipelined(buffers[0], operations),
                HeadArrival.Split => operations => Split(buffers, operations),
                HeadArrival.Malformed => operations => Malformed(buffers, operations),
                _ => operations => Whole(buffers, operations),
            });
        }

        public override string? Disagreement(HeadCase heads, HeadContestant other)
        {
            if (heads.Arrival == HeadArrival.Malformed)
            {
                int[] accepted = [.. Enumerable.Range(0, heads.Heads.Length).Where(i => T.ParseMalformed(new HeadBuffer(heads.Heads[i])) > 0)];
                return accepted.Length == 0 ? null : $"accepts heads {string.Join(", ", accepted)} of {heads.Heads.Length}";
            }

            if (!heads.Heads.All(head => SameFields(new HeadBuffer(head), other)))
            {
                return "finds other fields";
            }

            return heads.Buffers().All(buffer => heads.Arrival switch
            {
                HeadArrival.Pipelined => T.ParsePipelined(buffer) == heads.HeadsPerBuffer,
                HeadArrival.Split => T.ParseSplit(buffer) == buffer.Octets.Length,
                _ => T.ParseWhole(buffer) == buffer.Octets.Length,
            }) ? null : "finds another end";
        }

        private protected override int Record(HeadBuffer buffer, Span<FieldLine> fields) => T.Record(buffer, fields);

        private bool SameFields(HeadBuffer buffer, HeadContestant other)
        {
            var mine = new FieldLine[128];
            var theirs = new FieldLine[128];
            int count = Record(buffer, mine);
            return count > 0 && count == other.Record(buffer, theirs) && mine.Take(count).Select(Offsets).SequenceEqual(theirs.Take(count).Select(Offsets));
        }

        private static (int, int, int, int) Offsets(FieldLine field) => (field.NameStart, field.NameLength, field.ValueStart, field.ValueLength);

        private static void Whole(HeadBuffer[] buffers, int operations)
        {
            int sum = 0;
            int index = 0;
            for (int i = 0; i < operations; i++)
            {
                sum += T.ParseWhole(buffers[index]);
                index = index + 1 == buffers.Length ? 0 : index + 1;
            }

            s_sink = sum;
        }

        private static void Split(HeadBuffer[] buffers, int operations)
        {
            int sum = 0;
            int index = 0;
            for (int i = 0; i < operations; i++)
            {
                sum += T.ParseSplit(buffers[index]);
                index = index + 1 == buffers.Length ? 0 : index + 1;
            }

            s_sink = sum;
        }

        private static void Malformed(HeadBuffer[] buffers, int operations)
        {
            int sum = 0;
            int index = 0;
            for (int i = 0; i < operations; i++)
            {
                sum += T.ParseMalformed(buffers[index]);
                index = index + 1 == buffers.Length ? 0 : index + 1;
            }

            s_sink = sum;
        }

        // Whole buffers only: up to one buffer more than asked for, which the caller's count of operations, thousands, does not feel.
        private static void Pipelined(HeadBuffer buffer, int operations)
        {
            int sum = 0;
            while (sum < operations)
            {
                sum += T.ParsePipelined(buffer);
            }

            s_sink = sum;
        }
    }
}
