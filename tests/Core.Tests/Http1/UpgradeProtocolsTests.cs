using System.Text;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

public class UpgradeProtocolsTests
{
    [Theory]
    [InlineData("websocket", "websocket", true)]
    [InlineData("WebSocket", "websocket", true)]
    [InlineData("h2c, websocket", "websocket", true)]
    [InlineData("a/1, b/2", "b/2,a/1", true)]
    [InlineData(" ,a ,, b\t", ",b,", true)]
    [InlineData("IRC/6.9", "irc/6.9", true)]
    [InlineData("a/X", "a/x", false)]
    [InlineData("a/1", "a", false)]
    [InlineData("a", "a/1", false)]
    [InlineData("websocket", "h2c", false)]
    [InlineData("websocket", "websocket, h2c", false)]
    [InlineData("websocket", "web", false)]
    [InlineData("", "h2c", false)]
    [InlineData("websocket", "", false)]
    [InlineData("websocket", " , ", false)]
    public void Chosen_protocols_must_have_been_offered(string offered, string chosen, bool expected) =>
        Assert.Equal(expected, UpgradeProtocols.AreOffered(Encoding.ASCII.GetBytes(offered), Encoding.ASCII.GetBytes(chosen)));
}
