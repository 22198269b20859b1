using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http.Forms;

public class MultipartBoundaryTests
{
    [Theory]
    [InlineData("b")]
    [InlineData("-")]
    [InlineData("gc0pJq0M:08jU534c0p")]
    [InlineData("simple boundary")]
    [InlineData(" x")]
    [InlineData("'()+_,-./:=?")]
    [InlineData("----WebKitFormBoundary7MA4YWxkTrZu0gW")]
    public void Boundary_of_bchars_is_taken(string value)
    {
        Assert.True(MultipartBoundary.TryCreate(Encoding.ASCII.GetBytes(value), out MultipartBoundary boundary));
        Assert.Equal(value, boundary.ToString());
        Assert.Equal(value.Length, boundary.Length);
        Assert.Equal(MultipartBoundary.Create(Encoding.ASCII.GetBytes(value)), boundary);
        Assert.Equal(MultipartBoundary.Create(Encoding.ASCII.GetBytes(value)).GetHashCode(), boundary.GetHashCode());
        Assert.True(boundary != default);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x ")]
    [InlineData("a\"b")]
    [InlineData("a;b")]
    [InlineData("a*b")]
    [InlineData("a\tb")]
    [InlineData("a\r\nb")]
    [InlineData("a\0b")]
    [InlineData("\u00E9")]
    public void Boundary_of_anything_else_is_refused(string value)
    {
        Assert.False(MultipartBoundary.TryCreate(Encoding.Latin1.GetBytes(value), out MultipartBoundary boundary));
        Assert.Equal(default, boundary);
        Assert.Throws<ArgumentException>(() => MultipartBoundary.Create(Encoding.Latin1.GetBytes(value)));
    }

    [Fact]
    public void Boundary_is_at_most_70_octets()
    {
        Assert.True(MultipartBoundary.TryCreate(Encoding.ASCII.GetBytes(new string('x', 70)), out _));
        Assert.False(MultipartBoundary.TryCreate(Encoding.ASCII.GetBytes(new string('x', 71)), out _));
    }

    [Fact]
    public void Every_octet_is_a_bchar_or_refused()
    {
        const string Bchars = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'()+_,-./:=?";
        for (int octet = 0; octet < 256; octet++)
        {
            Assert.Equal(octet == ' ' || Bchars.Contains((char)octet), MultipartBoundary.TryCreate([(byte)octet, (byte)'x'], out _));
            Assert.Equal(Bchars.Contains((char)octet), MultipartBoundary.TryCreate([(byte)'x', (byte)octet], out _));
        }
    }

    [Fact]
    public void Random_octets_make_a_boundary()
    {
        byte[] random = [0x00, 0x12, 0xAB, 0xFF, .. new byte[12]];
        Assert.Equal("0012abff" + new string('0', 24), MultipartBoundary.FromRandom(random).ToString());
        Assert.Equal(70, MultipartBoundary.FromRandom(new byte[35]).Length);
        Assert.Throws<ArgumentException>(() => MultipartBoundary.FromRandom(new byte[15]));
        Assert.Throws<ArgumentException>(() => MultipartBoundary.FromRandom(new byte[36]));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("--b", true)]
    [InlineData("--bc", true)]
    [InlineData("x--b", false)]
    [InlineData("\n--b", false)]
    [InlineData("x\r\n--b", true)]
    [InlineData("x\r\n--B", false)]
    [InlineData("\r\r\n--b", true)]
    public void Content_that_holds_a_delimiter_is_found(string content, bool occurs) =>
        Assert.Equal(occurs, MultipartBoundary.Create("b"u8).OccursIn(Encoding.ASCII.GetBytes(content)));
}
