using System.Text;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public sealed class ResponseHeadParserTests() : HeadParserTests(
    fields => new HeadLaws.Response(fields),
    "HTTP/1.1 200 OK",
    [.. ResponseHeads.Valid.Select(Encoding.Latin1.GetBytes), .. ResponseHeads.Refused.Select(s => s.Octets)])
{
    public static TheoryData<string> Valid => [.. ResponseHeads.Valid];

    public static TheoryData<HeadSample> Refused => [.. ResponseHeads.Refused];

    [Theory, MemberData(nameof(Valid))]
    public void Valid_head_obeys_the_laws(string text) => ObeysTheLaws(text);

    [Theory, MemberData(nameof(Refused))]
    public void Refused_head_is_typed_at_its_first_offending_octet(HeadSample sample) => IsTypedAtItsFirstOffendingOctet(sample);
}
