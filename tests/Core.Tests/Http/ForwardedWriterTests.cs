using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class ForwardedWriterTests
{
    [Fact]
    public void Elements_are_written_and_quoted_where_they_must_be()
    {
        byte[] place = new byte[200];
        var writer = new ForwardedWriter(place);
        writer.Write("192.0.2.43"u8);
        writer.Write("[2001:db8::17]:4711"u8, "_proxy"u8, "example.com:8080"u8, "https"u8);
        writer.Write(default, default, "a"u8, default);
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal(
            "for=192.0.2.43, for=\"[2001:db8::17]:4711\";by=_proxy;host=\"example.com:8080\";proto=https, host=a",
            Encoding.ASCII.GetString(place, 0, written));
        for (int length = 0; length < written; length++)
        {
            var small = new ForwardedWriter(place.AsSpan(0, length));
            small.Write("192.0.2.43"u8);
            small.Write("[2001:db8::17]:4711"u8, "_proxy"u8, "example.com:8080"u8, "https"u8);
            small.Write(default, default, "a"u8, default);
            Assert.False(small.TryComplete(out int none));
            Assert.Equal(0, none);
        }
    }

    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("example.com", "", "", "")]
    [InlineData("::1", "", "", "")]
    [InlineData("1.2.3.4;by=x", "", "", "")]
    [InlineData("_a\r\n", "", "", "")]
    [InlineData("_a\"", "", "", "")]
    [InlineData("_a", "x", "", "")]
    [InlineData("_a", "", "a b", "")]
    [InlineData("_a", "", "a\"", "")]
    [InlineData("_a", "", "a:x", "")]
    [InlineData("_a", "", "", "1")]
    [InlineData("_a", "", "", "http;x=y")]
    [InlineData("_a", "", "", "http\r\n")]
    public void What_is_not_of_its_grammar_throws_and_leaves_the_value_as_it_was(string forNode, string byNode, string host, string protocol)
    {
        byte[] place = new byte[100];
        var writer = new ForwardedWriter(place);
        writer.Write("_x"u8);
        bool thrown = false;
        try
        {
            writer.Write(Encoding.Latin1.GetBytes(forNode), Encoding.Latin1.GetBytes(byNode), Encoding.Latin1.GetBytes(host), Encoding.Latin1.GetBytes(protocol));
        }
        catch (ArgumentException)
        {
            thrown = true;
        }

        Assert.True(thrown);
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal("for=_x", Encoding.ASCII.GetString(place, 0, written));
        Assert.All(place[written..], octet => Assert.Equal(0, octet));
    }
}
