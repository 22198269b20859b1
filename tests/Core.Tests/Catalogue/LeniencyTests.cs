using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Core.Tests.Catalogue;

/// <summary>Each flag by itself: what it lets pass is refused without it and with every other, and reported with it.</summary>
public class LeniencyTests
{
    private static readonly Http1Leniency[] s_flags = [.. Enum.GetValues<Http1Leniency>().Where(flag => flag != Http1Leniency.None)];

    public static TheoryData<LeniencySample> Samples => [.. LeniencySamples.All];

    [Theory, MemberData(nameof(Samples))]
    public void Off_refuses_on_passes_and_reports(LeniencySample sample)
    {
        Http1Leniency others = s_flags.Aggregate((all, flag) => all | flag) & ~sample.Flag;
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.RefusedAt), Read(sample, Http1Leniency.None));
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.RefusedAt), Read(sample, others));
        ParseResult passed = Read(sample, sample.Flag);
        Assert.Equal((true, sample.Deviations, sample.DeviatesAt), (passed.IsDone, passed.Deviations, passed.Position));
    }

    [Fact]
    public void Every_flag_has_samples() => Assert.Equal(s_flags, LeniencySamples.All.Select(sample => sample.Flag).Distinct());

    [Fact]
    public void Space_before_colon_never_passes_in_a_request()
    {
        RequestHead head = default;
        ParseResult result = RequestHeadParser.Parse("GET / HTTP/1.1\r\nHost : a\r\n\r\n"u8, new FieldLine[4], ref head, Http1Limits.Server, (Http1Leniency)ushort.MaxValue);
        Assert.Equal(ParseResult.Invalid(ParseError.SpaceBeforeColon, 20), result);
    }

    [Fact]
    public void Every_flag_is_listed_with_the_peer_that_needs_it()
    {
        string[] lines = File.ReadAllLines(Path.Combine(CatalogueDocument.Root, "docs", "http1.md"));
        string source = File.ReadAllText(Path.Combine(CatalogueDocument.Root, "src", "Core", "Http1", "Http1Leniency.cs"));
        foreach (Http1Leniency flag in s_flags)
        {
            string row = Assert.Single(lines, line => line.StartsWith($"| `{flag}` |", StringComparison.Ordinal));
            string[] cells = row.Split('|', StringSplitOptions.TrimEntries);
            Assert.All(cells[1..^1], cell => Assert.NotEmpty(cell));

            // The comment behind its colon names the peer.
            Assert.Matches($@"/// <summary>[^\n]+: [^\n]+</summary>\n    {flag} = ", source);
        }
    }

    private static ParseResult Read(LeniencySample sample, Http1Leniency leniency)
    {
        byte[] octets = sample.Octets;
        var fields = new FieldLine[8];
        RequestHead request = default;
        ResponseHead response = default;
        ParseResult head = sample.IsResponse
            ? ResponseHeadParser.Parse(octets, fields, ref response, Http1Limits.Client, leniency)
            : RequestHeadParser.Parse(octets, fields, ref request, Http1Limits.Server, leniency);
        if (!head.IsDone || head.Deviations != Deviations.None)
        {
            return head;
        }

        return sample.IsResponse
            ? BodyFramingParser.ParseResponse(octets, fields, in response, RequestMethod.Get, out _, leniency)
            : BodyFramingParser.ParseRequest(octets, fields, in request, out _, leniency);
    }
}
