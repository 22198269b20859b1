using System.Buffers;
using HiPerf.Gopher;

namespace HiPerf.Core.Tests.Gopher;

public class GopherTextEncoderTests
{
    [Theory]
    [InlineData("", false, ".\r\n")]
    [InlineData("a", false, "a\r\n.\r\n")]
    [InlineData("a\r\n", false, "a\r\n.\r\n")]
    [InlineData("a\nb\n", false, "a\nb\n.\r\n")]
    [InlineData("a\nb\n", true, "a\r\nb\r\n.\r\n")]
    [InlineData("\n\n", true, "\r\n\r\n.\r\n")]
    [InlineData("a\r\n\nb", true, "a\r\n\r\nb\r\n.\r\n")]
    [InlineData("a\r\r\n", true, "a\r\r\n.\r\n")]
    [InlineData(".", false, "..\r\n.\r\n")]
    [InlineData(".\n.a\n..\n", true, "..\r\n..a\r\n...\r\n.\r\n")]
    [InlineData("a.b\r\n.\r\n", false, "a.b\r\n..\r\n.\r\n")]
    [InlineData("a\r", false, "a\r\r\n.\r\n")]
    public void Text_is_encoded_alike_at_every_cut_and_in_any_room(string text, bool endsLines, string sent)
    {
        byte[] octets = GopherReading.Octets(text);
        for (int cut = 0; cut <= octets.Length; cut++)
        {
            for (int room = 2; room <= 5; room++)
            {
                Assert.Equal(sent, Encoded(octets, cut, room, endsLines));
            }
        }
    }

    [Fact]
    public void Too_little_room_writes_what_fits()
    {
        var encoder = default(GopherTextEncoder);
        Assert.Equal(OperationStatus.DestinationTooSmall, encoder.Encode(".a"u8, new byte[1], out int consumed, out int written));
        Assert.Equal((0, 0), (consumed, written));
        Assert.False(encoder.TryComplete(new byte[2], out written));
        Assert.Equal(0, written);
    }

    private static string Encoded(byte[] octets, int cut, int room, bool endsLines)
    {
        var encoder = new GopherTextEncoder(endsLines);
        var sent = new System.Text.StringBuilder();
        int start = 0;
        foreach (int end in (int[])[cut, octets.Length])
        {
            OperationStatus status;
            do
            {
                byte[] place = new byte[room];
                status = encoder.Encode(octets.AsSpan(start, end - start), place, out int consumed, out int written);
                sent.Append(GopherReading.Text(place.AsSpan(0, written)));
                start += consumed;
            }
            while (status == OperationStatus.DestinationTooSmall);

            Assert.Equal((OperationStatus.Done, end), (status, start));
        }

        byte[] last = new byte[5];
        Assert.True(encoder.TryComplete(last, out int count));
        return sent.Append(GopherReading.Text(last.AsSpan(0, count))).ToString();
    }
}
