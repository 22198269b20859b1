using System.Buffers;
using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Gopher;

public class GopherTextDecoderTests
{
    public static TheoryData<string, string, bool, int> Texts => [.. GopherTexts.All];

    [Theory, MemberData(nameof(Texts))]
    public void Text_is_decoded_alike_at_every_cut_apart_and_in_place(string sent, string text, bool terminated, int behind)
    {
        for (int cut = 0; cut <= sent.Length; cut++)
        {
            for (int room = 1; room <= 4; room++)
            {
                Assert.Equal((text, terminated, behind), Decoded(sent, cut, room, inPlace: false));
            }

            Assert.Equal((text, terminated, behind), Decoded(sent, cut, 1000, inPlace: true));
        }
    }

    [Theory]
    [InlineData("a\r\n.\r\n", Deviations.None)]
    [InlineData("a\n.\r\n", Deviations.None)]
    [InlineData("a\r\n.\n", Deviations.GopherBareLf)]
    [InlineData("a\r\n.", Deviations.GopherBareLf)]
    [InlineData("a", Deviations.MissingGopherTerminator)]
    [InlineData(".a\r\n.\r\n", Deviations.UnstuffedDot)]
    [InlineData("..a\r\n.\r\n", Deviations.None)]
    public void What_was_let_pass_is_told(string sent, Deviations deviations)
    {
        var decoder = default(GopherTextDecoder);
        Assert.Equal(OperationStatus.Done, decoder.Decode(GopherReading.Octets(sent), new byte[100], true, out _, out _));
        Assert.Equal(deviations, decoder.Deviations);
        Assert.True(decoder.IsComplete);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] sent = "a\r\n..b\r\n.c\r\n.\r\n"u8.ToArray();
        byte[] place = new byte[100];
        FtpAllocation.IsNone(() =>
        {
            var decoder = default(GopherTextDecoder);
            var encoder = new GopherTextEncoder(endsLines: true);
            return decoder.Decode(sent, place, false, out _, out _) == OperationStatus.Done && encoder.Encode(sent, place, out _, out _) == OperationStatus.Done;
        });
    }

    private static (string, bool, int) Decoded(string sent, int cut, int room, bool inPlace)
    {
        byte[] octets = GopherReading.Octets(sent);
        var decoder = default(GopherTextDecoder);
        var text = new System.Text.StringBuilder();
        int start = 0;
        int end = cut;
        while (true)
        {
            Span<byte> source = octets.AsSpan(start..end);
            Span<byte> destination = inPlace ? source : new byte[room];
            OperationStatus status = decoder.Decode(source, destination, end == octets.Length, out int consumed, out int written);
            Assert.InRange(written, 0, consumed);
            text.Append(GopherReading.Text(destination[..written]));
            start += consumed;
            switch (status)
            {
                case OperationStatus.Done:
                    return (text.ToString(), decoder.Terminated, octets.Length - start);
                case OperationStatus.NeedMoreData:
                    Assert.InRange(end - start, 0, 2);
                    Assert.NotEqual(octets.Length, end);
                    end = octets.Length;
                    break;
                default:
                    Assert.Equal((OperationStatus.DestinationTooSmall, false), (status, inPlace));
                    break;
            }
        }
    }
}
