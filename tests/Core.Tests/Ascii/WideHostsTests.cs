using System.Text;
using HiPerf.Ascii;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Ascii;

public sealed class WideHostsTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("www.Example-1.com", true)]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("a:", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz.abc.de", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyz.abc.d", true)]
    [InlineData("a:12345", false)]
    [InlineData(":80", false)]
    [InlineData("a:8a", false)]
    [InlineData("a:8:8", false)]
    [InlineData("a_b", false)]
    [InlineData("[::1]", false)]
    [InlineData("", false)]
    public void Plain_are_names_with_a_port_of_up_to_four_digits(string host, bool plain) => Assert.Equal(plain && WideHosts.IsSupported, IsPlain(host, behind: 40));

    [Fact]
    public void Plain_is_said_of_no_value_that_is_not_valid()
    {
        var random = new Random(20261120);
        int plain = 0;
        for (int i = 0; i < 200_000; i++)
        {
            string host = new(random.GetItems<char>("aZ09.-:::/@[ `{\u007F\u00E9", random.Next(1, 12)));
            if (IsPlain(host, behind: random.Next(64)))
            {
                plain++;
                Assert.True(Authority.FindInvalid(Encoding.Latin1.GetBytes(host)) < 0, host);
            }
        }

        Assert.True(plain > 0 || !WideHosts.IsSupported);
    }

    [Fact]
    public void Plain_is_not_said_where_32_octets_cannot_be_read()
    {
        Assert.Equal(WideHosts.IsSupported, IsPlain("a.example", behind: 23));
        Assert.False(IsPlain("a.example", behind: 22));
        Assert.False(WideHosts.IsPlain(new byte[64], -1, 5));
    }

    private static bool IsPlain(string host, int behind) => WideHosts.IsPlain(Encoding.Latin1.GetBytes("Host: " + host + new string('a', behind)), 6, host.Length);
}
