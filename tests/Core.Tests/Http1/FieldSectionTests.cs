using System.Text;
using HiPerf.Ascii;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public sealed class FieldSectionTests
{
    [Theory]
    [InlineData(nameof(VectorPath.Portable128))]
    [InlineData(nameof(VectorPath.Wide256))]
    [InlineData(nameof(VectorPath.Wide512))]
    [InlineData(nameof(VectorPath.Vbmi))]
    public void Walk_of_every_path_equals_the_scalar_twin(string name)
    {
        VectorPath path = Enum.Parse<VectorPath>(name);
        if (!VectorPaths.IsSupported(path))
        {
            Assert.False(VectorPaths.Active == path);
            return;
        }

        // Every sample, whole and cut, with one octet changed at random, read from its first field line and from its middle.
        var random = new Random(11);
        foreach (string text in RequestHeads.Valid.Concat(RequestHeads.Refused.Select(s => s.Text)))
        {
            byte[] head = Encoding.Latin1.GetBytes(text + "Trailing: octets\r\nMore: of them, to fill a block and another one behind it, padded\r\n\r\n");
            for (int round = 0; round < 300; round++)
            {
                byte[] changed = (byte[])head.Clone();
                if (round > 0)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                }

                int start = random.Next(changed.Length);
                int length = random.Next(start, changed.Length + 1);
                Compare(path, changed.AsSpan(0, length), start, (Http1Leniency)random.Next(8));
            }
        }
    }

    private static void Compare(VectorPath path, ReadOnlySpan<byte> buffer, int start, Http1Leniency leniency)
    {
        var expected = new FieldLine[8];
        var actual = new FieldLine[8];
        var expectedState = new FieldSectionState { Position = start, FirstDeviation = -1 };
        FieldSectionState state = expectedState;
        ParseResult scalar = FieldSection.Walk<ScalarMasks, LocatedFields>(buffer, expected, ref expectedState, 100, leniency);
        ParseResult vector = path switch
        {
            VectorPath.Portable128 => FieldSection.Walk<Portable128Masks, LocatedFields>(buffer, actual, ref state, 100, leniency),
            VectorPath.Wide256 => FieldSection.Walk<Wide256Masks, LocatedFields>(buffer, actual, ref state, 100, leniency),
            VectorPath.Wide512 => FieldSection.Walk<Wide512Masks, LocatedFields>(buffer, actual, ref state, 100, leniency),
            _ => FieldSection.Walk<VbmiMasks, LocatedFields>(buffer, actual, ref state, 100, leniency),
        };
        Assert.Equal(scalar, vector);
        Assert.Equal(expectedState, state);
        Assert.True(expected.AsSpan(0, state.Count).SequenceEqual(actual.AsSpan(0, state.Count), HeadLaws.FieldComparer.Instance));
    }
}
