using System.Text;
using HiPerf.Ascii;
using HiPerf.Fuzzing;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Properties.Http1;

/// <summary>All vector paths that this machine has answer as the scalar one does, and read nothing outside the buffer.</summary>
public sealed class VectorPathLaws
{
    private delegate ParseResult Walk(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref FieldSectionState state, int maxLine, Http1Leniency leniency);

    private delegate int TargetEnd(ref readonly byte first, int length, int start);

    private static readonly (VectorPath Path, Walk Walk, TargetEnd TargetEnd)[] s_paths =
    [
        .. new (VectorPath Path, Walk Walk, TargetEnd TargetEnd)[]
        {
            (VectorPath.Scalar, FieldSection.Walk<ScalarMasks, LocatedFields>, Octets.TargetEnd<ScalarMasks>),
            (VectorPath.Portable128, FieldSection.Walk<Portable128Masks, LocatedFields>, Octets.TargetEnd<Portable128Masks>),
            (VectorPath.Wide256, FieldSection.Walk<Wide256Masks, LocatedFields>, Octets.TargetEnd<Wide256Masks>),
            (VectorPath.Wide512, FieldSection.Walk<Wide512Masks, LocatedFields>, Octets.TargetEnd<Wide512Masks>),
            (VectorPath.Vbmi, FieldSection.Walk<VbmiMasks, LocatedFields>, Octets.TargetEnd<VbmiMasks>),
        }.Where(p => VectorPaths.IsSupported(p.Path)),
    ];

    [Fact]
    public void Active_path_is_the_one_that_was_forced()
    {
        string? expected = Environment.GetEnvironmentVariable("HIPERF_EXPECT_PATH");
        Assert.True(expected is null || expected == VectorPaths.Active.ToString(), $"{VectorPaths.Active} is active, {expected} was to be forced.");
        Assert.Contains(s_paths, p => p.Path == VectorPaths.Active);
    }

    [Fact]
    public void Scalar_is_what_every_path_answers() => Law.Holds(2500, Inputs.ResponseHeads, Inputs.Readings, (input, reading) =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        int start = Math.Min(octets.Length, input.Wire.IndexOf('\n', StringComparison.Ordinal) + 1);
        string? expected = null;
        foreach ((VectorPath path, Walk walk, _) in s_paths)
        {
            string answer = Run(walk, octets, start, reading);
            Assert.True(answer == (expected ??= answer), $"{path}: {answer}\nScalar: {expected}");
        }
    });

    [Fact]
    public void Scalar_is_what_every_path_answers_at_every_octet_and_place()
    {
        // Every octet at every place of a line that spans blocks, in name and value.
        byte[] head = Inputs.Latin1(new string('n', 70) + ":" + new string('v', 70) + "\r\na:b\r\n\r\n");
        var scalar = new FieldLine[4];
        var fields = new FieldLine[4];
        for (int at = 0; at < head.Length; at++)
        {
            byte kept = head[at];
            for (int octet = 0; octet < 256; octet++)
            {
                head[at] = (byte)octet;
                ParseResult expected = Run(s_paths[0].Walk, head, scalar, out int count);
                foreach ((VectorPath path, Walk walk, _) in s_paths.AsSpan(1))
                {
                    Assert.True(expected == Run(walk, head, fields, out int same) && count == same, $"{path}, 0x{octet:X2} at {at}");
                    for (int i = 0; i < count; i++)
                    {
                        bool equal = (scalar[i].NameStart, scalar[i].NameLength, scalar[i].ValueStart, scalar[i].ValueLength)
                            == (fields[i].NameStart, fields[i].NameLength, fields[i].ValueStart, fields[i].ValueLength);
                        Assert.True(equal, $"{path}, 0x{octet:X2} at {at}, field {i}");
                    }
                }
            }

            head[at] = kept;
        }
    }

    [Fact]
    public void Target_ends_alike_on_every_path() => Law.Holds(1500, Inputs.RequestHeads, input =>
    {
        byte[] octets = Inputs.Latin1(input.Wire);
        for (int start = 0; start < Math.Min(octets.Length, 8); start++)
        {
            int expected = s_paths[0].TargetEnd(in Octets.First(octets), octets.Length, start);
            foreach ((VectorPath path, _, TargetEnd targetEnd) in s_paths)
            {
                Assert.True(expected == targetEnd(in Octets.First(octets), octets.Length, start), path.ToString());
            }
        }
    });

    [Fact]
    public void Nothing_outside_the_buffer_is_read_at_any_length()
    {
        using var guarded = new GuardedOctets();
        byte[][] heads = [.. RequestHeads.Valid.Concat(ResponseHeads.Valid).Select(Encoding.Latin1.GetBytes), Inputs.Latin1(new string('n', 201)), Inputs.Latin1("a:" + new string('v', 201))];
        foreach (byte[] head in heads)
        {
            int fields = Array.IndexOf(head, (byte)'\n') + 1;
            for (int length = 0; length <= Math.Min(200, head.Length); length++)
            {
                ReadOnlySpan<byte> prefix = head.AsSpan(0, length);
                foreach (int start in (ReadOnlySpan<int>)[0, Math.Min(fields, length)])
                {
                    string? expected = null;
                    foreach ((VectorPath path, Walk walk, TargetEnd targetEnd) in s_paths)
                    {
                        expected ??= Run(walk, prefix, start, Reading.Strict);
                        Assert.True(expected == Run(walk, guarded.AtEnd(prefix), start, Reading.Strict), $"{path}, length {length}");
                        Assert.True(expected == Run(walk, guarded.AtStart(prefix), start, Reading.Strict), $"{path}, length {length}");
                        Assert.InRange(targetEnd(in Octets.First(guarded.AtEnd(prefix)), length, start), start, length);
                    }
                }

                HeadReader[] readers = [new RequestReader(Http1Limits.ServerFields), new ResponseReader(Http1Limits.ServerFields)];
                foreach (HeadReader reader in readers)
                {
                    Assert.Equal(reader.Parse(prefix, Reading.Strict), reader.Parse(guarded.AtEnd(prefix), Reading.Strict));
                }
            }
        }
    }

    private static ParseResult Run(Walk walk, byte[] head, FieldLine[] fields, out int count)
    {
        var state = new FieldSectionState { FirstDeviation = -1 };
        ParseResult result = walk(head, fields, ref state, ushort.MaxValue, Http1Leniency.None);
        count = state.Count;
        return result;
    }

    private static string Run(Walk walk, ReadOnlySpan<byte> octets, int start, Reading reading)
    {
        var fields = new FieldLine[reading.Table];
        var state = new FieldSectionState { Position = start, FirstDeviation = -1 };
        ParseResult result = walk(octets, fields, ref state, Math.Min(reading.Limits.MaxFieldLine, ushort.MaxValue), reading.Leniency);
        var text = new StringBuilder($"{result} {state.Position} {state.Count} {state.Deviations}");
        foreach (ref readonly FieldLine f in fields.AsSpan(0, state.Count))
        {
            text.Append(f.NameStart).Append('+').Append(f.NameLength).Append(':').Append(f.ValueStart).Append('+').Append(f.ValueLength).Append(' ');
        }

        return text.ToString();
    }
}
