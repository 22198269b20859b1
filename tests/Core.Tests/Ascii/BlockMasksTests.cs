using HiPerf.Ascii;

namespace HiPerf.Core.Tests.Ascii;

public sealed class BlockMasksTests
{
    private delegate void Fields(ref readonly byte block, out ulong notToken, out ulong control);

    private delegate ulong Target(ref readonly byte block);

    [Fact]
    public void Expected_path_is_the_active_one()
    {
        // .ci/run forces each path and names it here; without a name the widest supported path must be active.
        string? expected = Environment.GetEnvironmentVariable("HIPERF_EXPECT_PATH");
        VectorPath widest = Enum.GetValues<VectorPath>().Where(VectorPaths.IsSupported).Max();
        Assert.Equal(expected ?? widest.ToString(), VectorPaths.Active.ToString());
    }

    [Theory]
    [InlineData(nameof(VectorPath.Portable128))]
    [InlineData(nameof(VectorPath.Wide256))]
    [InlineData(nameof(VectorPath.Wide512))]
    [InlineData(nameof(VectorPath.Vbmi))]
    public void Masks_of_every_path_equal_the_scalar_twin(string name)
    {
        VectorPath path = Enum.Parse<VectorPath>(name);
        if (!VectorPaths.IsSupported(path))
        {
            Assert.False(VectorPaths.Active == path);
            return;
        }

        (Fields fields, Target target) = path switch
        {
            VectorPath.Portable128 => ((Fields)Portable128Masks.Fields, (Target)Portable128Masks.Target),
            VectorPath.Wide256 => (Wide256Masks.Fields, Wide256Masks.Target),
            VectorPath.Wide512 => (Wide512Masks.Fields, Wide512Masks.Target),
            _ => (VbmiMasks.Fields, VbmiMasks.Target),
        };

        var random = new Random(7);
        byte[] block = new byte[64];
        for (int round = 0; round < 2000; round++)
        {
            // All 256 octets at all 64 places in the first rounds, then noise.
            for (int i = 0; i < 64; i++)
            {
                block[i] = round < 256 ? (byte)(round + i) : (byte)random.Next(256);
            }

            fields(in block[0], out ulong notToken, out ulong control);
            ScalarMasks.Fields(in block[0], out ulong scalarToken, out ulong scalarControl);
            Assert.Equal(scalarToken, notToken);
            Assert.Equal(scalarControl, control);
            Assert.Equal(ScalarMasks.Target(in block[0]), target(in block[0]));
        }
    }

    [Fact]
    public void Masks_of_the_last_block_never_look_behind_the_buffer()
    {
        byte[] buffer = new byte[300];
        Array.Fill(buffer, (byte)'a');
        for (int length = 64; length < 200; length++)
        {
            Array.Fill(buffer, (byte)0, length, buffer.Length - length);
            for (int block = 0; block < length; block += 64)
            {
                Octets.UncheckedFields<ScalarMasks>(in buffer[0], length, block, out ulong notToken, out ulong control);
                Assert.Equal(0UL, notToken | control);
            }

            Assert.Equal(length, Octets.TargetEnd<ScalarMasks>(in buffer[0], length, length % 7));
            Array.Fill(buffer, (byte)'a', 0, buffer.Length);
        }
    }
}
