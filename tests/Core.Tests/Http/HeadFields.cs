using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http;

/// <summary>Field tables of whole heads, identified.</summary>
internal static class HeadFields
{
    public static FieldLine[] OfRequest(byte[] head)
    {
        var fields = new FieldLine[32];
        RequestHead request = default;
        Assert.True(RequestHeadParser.Parse(head, fields, ref request, Http1Limits.Server).IsDone);
        Assert.True(BodyFramingParser.ParseRequest(head, fields, request, out _).IsDone);
        return fields[..request.FieldCount];
    }

    public static FieldLine[] OfResponse(byte[] head)
    {
        var fields = new FieldLine[32];
        ResponseHead response = default;
        Assert.True(ResponseHeadParser.Parse(head, fields, ref response, Http1Limits.Client).IsDone);
        Assert.True(BodyFramingParser.ParseResponse(head, fields, response, HiPerf.Http.RequestMethod.Get, out _).IsDone);
        return fields[..response.FieldCount];
    }
}
