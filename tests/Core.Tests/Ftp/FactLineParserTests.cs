using HiPerf.Ftp;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp;

public class FactLineParserTests
{
    public static TheoryData<string, string> Facts => [.. FactLines.Valid];

    public static TheoryData<MarkedSample> RefusedFacts => [.. FactLines.Refused];

    [Theory, MemberData(nameof(Facts))]
    public void Valid_facts_are_read(string line, string value)
    {
        byte[] octets = FtpTexts.Octets(line);
        Assert.Equal(ParseResult.Done(octets.Length), FactLineParser.Parse(octets, out FactLine facts));
        Assert.Equal(value, FtpTexts.Facts(octets, in facts));
    }

    [Theory, MemberData(nameof(RefusedFacts))]
    public void Refused_facts_are_refused(MarkedSample sample) =>
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), FactLineParser.Parse(sample.Octets, out _));

    [Fact]
    public void Nothing_is_allocated_for_what_is_read_or_refused()
    {
        byte[] valid = FtpTexts.Octets("type=file;size=5;modify=20000102030405;UNIX.mode=0644; n");
        FtpAllocation.IsNone(() => FactLineParser.Parse(valid, out _).IsDone && !FactLineParser.Parse(valid.AsSpan(1, 20), out _).IsDone);
    }
}
