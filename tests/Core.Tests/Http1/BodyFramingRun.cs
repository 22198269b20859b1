using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>Parses a head, which must be whole and valid, and then decides its framing.</summary>
internal static class BodyFramingRun
{
    public static ParseResult Request(string text, out BodyFraming framing, Http1Leniency leniency = Http1Leniency.None, bool requireHost = true)
    {
        byte[] octets = Encoding.Latin1.GetBytes(text);
        var fields = new FieldLine[16];
        RequestHead head = default;
        ParseResult parsed = RequestHeadParser.Parse(octets, fields, ref head, Http1Limits.Server);
        Assert.True(parsed.IsDone, $"{text}: {parsed}");
        return BodyFramingParser.ParseRequest(octets, fields, in head, out framing, leniency, requireHost);
    }

    public static ParseResult Response(string text, out BodyFraming framing, RequestMethod method = RequestMethod.Get, Http1Leniency leniency = Http1Leniency.None)
    {
        byte[] octets = Encoding.Latin1.GetBytes(text);
        var fields = new FieldLine[16];
        ResponseHead head = default;
        ParseResult parsed = ResponseHeadParser.Parse(octets, fields, ref head, Http1Limits.Client);
        Assert.True(parsed.IsDone, $"{text}: {parsed}");
        return BodyFramingParser.ParseResponse(octets, fields, in head, method, out framing, leniency);
    }
}
