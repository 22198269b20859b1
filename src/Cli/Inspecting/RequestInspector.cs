using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads requests as our server would.</summary>
internal sealed class RequestInspector(InspectCase item) : MessageInspector(item, Http1Limits.ServerFields, Http1Limits.Server)
{
    private const ConnectionOptions Upgrade = ConnectionOptions.Upgrade | ConnectionOptions.UpgradeField;
    private RequestHead _head;

    protected override ParseResult ReadHead(ReadOnlySpan<byte> input) =>
        RequestHeadParser.Parse(input, Table, ref _head, in Limits, Case.Leniency);

    protected override ParseResult ReadFraming(ReadOnlySpan<byte> input, out BodyFraming framing) =>
        BodyFramingParser.ParseRequest(input, Table, in _head, out framing, Case.Leniency, Case.RequireHost);

    protected override InspectedMessage Describe(ReadOnlySpan<byte> input) => new()
    {
        Method = FieldTexts.Text(_head.MethodIn(input)),
        Target = FieldTexts.Text(_head.TargetIn(input)),
        Version = FieldTexts.Version(_head.Version),
        Headers = FieldsOf(input, _head.FieldCount),
    };

    protected override InspectedMessage DescribePartial(ReadOnlySpan<byte> input)
    {
        var message = new InspectedMessage();
        PartialStartLine.Request(input, message);
        if (message.Version is not null)
        {
            message.Headers = FieldsOf(input, _head.FieldCount);
        }

        return message;
    }

    protected override bool Leaves(in BodyFraming framing) => _head.Method == RequestMethod.Connect || (framing.Options & Upgrade) == Upgrade;

    // One empty line behind a request is not yet the next one: RFC 9112 section 2.2.
    protected override bool ExpectsMore(ReadOnlySpan<byte> rest) => !rest.IsEmpty && !rest.SequenceEqual("\r\n"u8);
}
