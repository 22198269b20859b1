using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp;

public class HostPortParserTests
{
    public static TheoryData<string, string, string> HostPortRows => [.. HostPorts.Valid];

    public static TheoryData<string, MarkedSample> RefusedHostPorts => [.. HostPorts.Refused];

    [Theory, MemberData(nameof(HostPortRows))]
    public void Valid_host_and_port_are_read(string form, string text, string value)
    {
        ParseResult result = FtpTexts.HostPort(form, FtpTexts.Octets(text), out HostPort found);
        Assert.Equal((true, text.Length), (result.IsDone, result.Consumed));
        Assert.Equal(value.Replace("[::ffff:102:304]", "[::ffff:1.2.3.4]", StringComparison.Ordinal), FtpTexts.Tell(in found, in result));

        // Written, it is read the same.
        byte[] written = new byte[HostPortWriter.MaxLength];
        if (found.HasAddress)
        {
            Assert.True(HostPortWriter.TryWriteExtended(written, in found, out int length));
            Assert.True(HostPortParser.ParseExtendedPort(written.AsSpan(0, length), out HostPort again).IsDone);
            Assert.Equal(found, again);
            Assert.False(HostPortWriter.TryWriteExtended(written.AsSpan(0, length - 1), in found, out _));
        }

        Assert.True(HostPortWriter.TryWriteExtendedPassive(written, in found, out int port));
        Assert.True(HostPortParser.ParseExtendedPassive([(byte)'(', .. written.AsSpan(0, port), (byte)')'], out HostPort extended).IsDone);
        Assert.Equal(found.Port, extended.Port);
    }

    [Theory, MemberData(nameof(RefusedHostPorts))]
    public void Refused_host_and_port_are_refused_whatever_follows(string form, MarkedSample sample)
    {
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FtpTexts.HostPort(form, sample.Octets, out HostPort value));
        Assert.Equal(default, value);
        if (sample.Offset < sample.Octets.Length)
        {
            Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FtpTexts.HostPort(form, [.. sample.Octets.AsSpan(0, sample.Offset + 1), .. "9,|1.x"u8], out _));
        }
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_read_or_refused() => FtpAllocation.IsNone(() =>
        HostPortParser.ParsePort("1,2,3,4,5,6"u8, out _).IsDone && HostPortParser.ParsePassive("(1,2,3,4,5,6)"u8, out _).IsDone && HostPortParser.ParseExtendedPassive("(|||1|)"u8, out _).IsDone
        && HostPortParser.ParseExtendedPort("|2|::1|1|"u8, out _).IsDone && !HostPortParser.ParseExtendedPort("|2|::g|1|"u8, out _).IsDone && !HostPortParser.ParsePort("256"u8, out _).IsDone);
}
