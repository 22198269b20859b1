using HiPerf.Gopher;

namespace HiPerf.Core.Tests.Gopher;

public class GopherPortPolicyTests
{
    [Theory]
    [InlineData(70, GopherPortVerdict.Allowed)]
    [InlineData(105, GopherPortVerdict.Allowed)]
    [InlineData(1024, GopherPortVerdict.Allowed)]
    [InlineData(7070, GopherPortVerdict.Allowed)]
    [InlineData(65535, GopherPortVerdict.Allowed)]
    [InlineData(1, GopherPortVerdict.Privileged)]
    [InlineData(22, GopherPortVerdict.Privileged)]
    [InlineData(69, GopherPortVerdict.Privileged)]
    [InlineData(71, GopherPortVerdict.Privileged)]
    [InlineData(80, GopherPortVerdict.Privileged)]
    [InlineData(104, GopherPortVerdict.Privileged)]
    [InlineData(106, GopherPortVerdict.Privileged)]
    [InlineData(1023, GopherPortVerdict.Privileged)]
    [InlineData(25, GopherPortVerdict.Denied)]
    [InlineData(465, GopherPortVerdict.Denied)]
    [InlineData(587, GopherPortVerdict.Denied)]
    [InlineData(3306, GopherPortVerdict.Denied)]
    [InlineData(5432, GopherPortVerdict.Denied)]
    [InlineData(6379, GopherPortVerdict.Denied)]
    [InlineData(9000, GopherPortVerdict.Denied)]
    [InlineData(9200, GopherPortVerdict.Denied)]
    [InlineData(11211, GopherPortVerdict.Denied)]
    [InlineData(27017, GopherPortVerdict.Denied)]
    [InlineData(0, GopherPortVerdict.None)]
    [InlineData(-1, GopherPortVerdict.None)]
    [InlineData(65536, GopherPortVerdict.None)]
    [InlineData(int.MinValue, GopherPortVerdict.None)]
    public void Port_is_judged(int port, GopherPortVerdict verdict)
    {
        Assert.Equal(verdict, GopherPortPolicy.Judge(port));
        Assert.Equal(verdict == GopherPortVerdict.Allowed, GopherPortPolicy.IsAllowed(port));
    }

    [Fact]
    public void Denied_ports_stand_in_order_and_are_all_denied()
    {
        ushort[] denied = GopherPortPolicy.DeniedPorts.ToArray();
        Assert.Equal(denied.Distinct().Order(), denied);
        Assert.Equal(denied.Length, Enumerable.Range(0, 65536).Count(port => GopherPortPolicy.Judge(port) == GopherPortVerdict.Denied));
    }
}
