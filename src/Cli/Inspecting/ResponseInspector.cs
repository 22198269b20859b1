using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads responses as our client would.</summary>
internal sealed class ResponseInspector(InspectCase item) : MessageInspector(item, Http1Limits.ClientFields, Http1Limits.Client)
{
    private ResponseHead _head;

    protected override ParseResult ReadHead(ReadOnlySpan<byte> input) =>
        ResponseHeadParser.Parse(input, Table, ref _head, in Limits, Case.Leniency);

    protected override ParseResult ReadFraming(ReadOnlySpan<byte> input, out BodyFraming framing) =>
        BodyFramingParser.ParseResponse(input, Table, in _head, Case.RequestMethod, out framing, Case.Leniency);

    protected override InspectedMessage Describe(ReadOnlySpan<byte> input) => new()
    {
        Version = FieldTexts.Version(_head.Version),
        Status = _head.Status,
        Reason = FieldTexts.Text(_head.ReasonIn(input)),
        Headers = FieldsOf(input, _head.FieldCount),
    };

    protected override InspectedMessage DescribePartial(ReadOnlySpan<byte> input)
    {
        var message = new InspectedMessage();
        PartialStartLine.Response(input, message);
        if (message.Reason is not null)
        {
            message.Headers = FieldsOf(input, _head.FieldCount);
        }

        return message;
    }

    protected override bool Leaves(in BodyFraming framing) =>
        _head.Status == 101 || (Case.RequestMethod == RequestMethod.Connect && _head.Status is >= 200 and <= 299);

    // An interim response promises another one: RFC 9110 section 15.2.
    protected override bool ExpectsMore(ReadOnlySpan<byte> rest) => !rest.IsEmpty || _head.Status < 200;
}
