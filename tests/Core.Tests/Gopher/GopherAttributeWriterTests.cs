using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;

namespace HiPerf.Core.Tests.Gopher;

public class GopherAttributeWriterTests
{
    private const string Expected = "+INFO: 0A\t/a\th\t70\t?\r\n+ADMIN:\r\n Admin: Joe <joe@a>\r\n Mod-Date: <19930728170201>\r\n TTL: 180\r\n"
        + "+VIEWS:\r\n text/plain En_US: <1023b>\r\n text/html: <2k>\r\n a/b: \r\n+ABSTRACT:\r\n A text\r\n+ASK:\r\n Choose: Which?\ta\tb\r\n Ask: Who?\r\n+X:\r\n.\r\n";

    [Fact]
    public void Attributes_are_written()
    {
        byte[] place = new byte[Expected.Length];
        Assert.True(Write(place, out int written));
        Assert.Equal(Expected, GopherReading.Text(place.AsSpan(0, written)));
        for (int room = 0; room < Expected.Length; room++)
        {
            Assert.False(Write(new byte[room], out written));
            Assert.Equal(0, written);
        }
    }

    [Theory]
    [InlineData("a\r")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("a\r\n.\r\n")]
    public void What_would_end_a_line_throws(string text)
    {
        byte[] bad = GopherReading.Octets(text);
        Throws((ref writer) => writer.WriteField("a"u8, bad));
        Throws((ref writer) => writer.WriteField(bad, "a"u8));
        Throws((ref writer) => writer.WriteText(bad));
        Throws((ref writer) => writer.BeginBlock(bad));
        Throws((ref writer) => writer.WriteAdministrator(bad, default));
        Throws((ref writer) => writer.WriteAdministrator(default, bad));
        Throws((ref writer) => writer.WriteView(bad, default, 1));
        Throws((ref writer) => writer.WriteView("a"u8, bad, 1));
        Throws((ref writer) => writer.WriteQuestion(GopherQuestionKind.Ask, bad, default));
        Throws((ref writer) => writer.WriteQuestion(GopherQuestionKind.Ask, default, bad));
        Throws((ref writer) => writer.WriteInfo(GopherItemType.Text, bad, default, "h"u8, 70));
    }

    [Fact]
    public void What_would_part_what_is_one_throws()
    {
        Throws((ref writer) => writer.WriteField("a:b"u8, default));
        Throws((ref writer) => writer.BeginBlock("a b"u8));
        Throws((ref writer) => writer.BeginBlock("+a"u8));
        Throws((ref writer) => writer.BeginBlock(default(ReadOnlySpan<byte>)));
        Throws((ref writer) => writer.BeginBlock(GopherAttribute.Info));
        Throws((ref writer) => writer.BeginBlock(GopherAttribute.Score));
        Throws((ref writer) => writer.WriteAdministrator("a"u8, "b>c"u8));
        Throws((ref writer) => writer.WriteView("a b"u8, default, 1));
        Throws((ref writer) => writer.WriteQuestion(GopherQuestionKind.Ask, "a\tb"u8, default));
        Throws((ref writer) => writer.WriteText(new byte[8192].AsSpan().OfLetters()));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new GopherAttributeWriter(new byte[100]).WriteModified(-1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new GopherAttributeWriter(new byte[100]).WriteQuestion(GopherQuestionKind.Unknown, default, default));
        _ = Assert.Throws<InvalidOperationException>(() => new GopherAttributeWriter(new byte[100]).WriteText("a"u8));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] place = new byte[1000];
        FtpAllocation.IsNone(() => Write(place, out _));
    }

    private delegate void Use(ref GopherAttributeWriter writer);

    private static void Throws(Use use)
    {
        byte[] place = new byte[10_000];
        Assert.Throws<ArgumentException>(() =>
        {
            var writer = new GopherAttributeWriter(place);
            writer.BeginBlock("X"u8);
            use(ref writer);
        });
        Assert.Equal("+X:\r\n\0", GopherReading.Text(place.AsSpan(0, 6)));
    }

    private static bool Write(Span<byte> place, out int written)
    {
        var writer = new GopherAttributeWriter(place);
        writer.WriteInfo(GopherItemType.Text, "A"u8, "/a"u8, "h"u8, 70, GopherPlusMark.Ask);
        writer.BeginBlock(GopherAttribute.Admin);
        writer.WriteAdministrator("Joe"u8, "joe@a"u8);
        writer.WriteModified(new DateTime(1993, 7, 28, 17, 2, 1).Ticks);
        writer.WriteField("TTL"u8, "180"u8);
        writer.BeginBlock(GopherAttribute.Views);
        writer.WriteView("text/plain"u8, "En_US"u8, 1023);
        writer.WriteView("text/html"u8, default, 1025);
        writer.WriteView("a/b"u8, default, -1);
        writer.BeginBlock(GopherAttribute.Abstract);
        writer.WriteText("A text"u8);
        writer.BeginBlock(GopherAttribute.Ask);
        writer.WriteQuestion(GopherQuestionKind.Choose, "Which?"u8, "a\tb"u8);
        writer.WriteQuestion(GopherQuestionKind.Ask, "Who?"u8, default);
        writer.BeginBlock("X"u8);
        return writer.TryComplete(terminates: true, out written);
    }
}
