using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>The window: octets stay in order while it moves and grows.</summary>
public class GopherWindowTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1000, 7)]
    [InlineData(5000, 4999)]
    [InlineData(40_000, 39_000)]
    public void What_goes_in_comes_out_in_order(int piece, int taken)
    {
        var window = new GopherWindow();
        var (put, got) = (0, 0);
        var read = new byte[taken];
        for (var round = 0; round < 20; round++)
        {
            for (var left = piece; left > 0;)
            {
                var room = window.Room.Span;
                var count = Math.Min(left, room.Length);
                for (var i = 0; i < count; i++)
                {
                    room[i] = (byte)put++;
                }

                window.Advance(count);
                left -= count;
            }

            Assert.Equal(put - got, window.Length);
            foreach (var octet in read.AsSpan(0, window.Take(read)))
            {
                Assert.Equal((byte)got++, octet);
            }
        }

        window.Cut(1);
        Assert.InRange(window.Length, 0, 1);
        window.Release();
        Assert.True(window.IsEmpty);
    }
}
