using System.Text;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public sealed class RequestHeadParserTests() : HeadParserTests(
    fields => new HeadLaws.Request(fields),
    "GET / HTTP/1.1",
    [.. RequestHeads.Valid.Select(Encoding.Latin1.GetBytes), .. RequestHeads.Refused.Select(s => s.Octets)])
{
    public static TheoryData<string> Valid => [.. RequestHeads.Valid];

    public static TheoryData<HeadSample> Refused => [.. RequestHeads.Refused];

    [Theory, MemberData(nameof(Valid))]
    public void Valid_head_obeys_the_laws(string text) => ObeysTheLaws(text);

    [Theory, MemberData(nameof(Refused))]
    public void Refused_head_is_typed_at_its_first_offending_octet(HeadSample sample) => IsTypedAtItsFirstOffendingOctet(sample);
}
