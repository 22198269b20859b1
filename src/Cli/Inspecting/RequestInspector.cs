using System.Buffers;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads the requests of one connection in turn, as our server would: up to a close, an upgrade or a tunnel.</summary>
internal sealed class RequestInspector(InspectCase item)
{
    private readonly FieldLine[] _fields = new FieldLine[Http1Limits.ServerFields];
    private readonly List<InspectedMessage> _messages = [];
    private readonly InspectAnswer _answer = new();

    public static InspectAnswer Inspect(InspectCase item) => new RequestInspector(item).Run();

    private InspectAnswer Run()
    {
        ReadOnlySpan<byte> input = item.Input.Span;
        _answer.Messages = _messages;
        int at = 0;
        bool goesOn = true;
        while (goesOn)
        {
            goesOn = ReadOne(input[at..], ref at) && !item.HeadOnly && !IsIdle(input[at..]);
        }

        if (_answer.Verdict == Verdict.Accept)
            _answer.Unconsumed = input.Length - at;
        return _answer;
    }

    // One empty line behind a request is not yet the next one: RFC 9112 section 2.2.
    private static bool IsIdle(ReadOnlySpan<byte> rest) => rest.IsEmpty || rest.SequenceEqual("\r\n"u8);

    /// <summary>Reads one request.</summary>
    /// <returns>Whether another may follow.</returns>
    private bool ReadOne(ReadOnlySpan<byte> input, ref int at)
    {
        Http1Limits limits = Http1Limits.Server;
        RequestHead head = default;
        ParseResult result = RequestHeadParser.Parse(input, _fields, ref head, in limits, item.Leniency);
        if (result.NeedsMoreData)
            return Stop(Partial(input, in head));
        if (!result.IsDone)
            return Refuse(result.Error, at + result.Position);

        _answer.Deviations |= result.Deviations;
        int end = result.Consumed;
        result = BodyFramingParser.ParseRequest(input, _fields, in head, out BodyFraming framing, item.Leniency, item.RequireHost);
        if (!result.IsDone)
            return Refuse(result.Error, at + result.Position);

        _answer.Deviations |= result.Deviations;
        InspectedMessage message = Describe(input, in head, in framing);
        _messages.Add(message);
        if (!item.HeadOnly)
        {
            MessageContent content = MessageContent.Read(input[end..], in framing, endsConnection: false, in limits);
            message.Body = content.Octets.ToArray();
            message.Trailers = content.Trailers;
            if (content.Status == OperationStatus.NeedMoreData)
                return Stop(message, isNew: false);
            if (content.Status == OperationStatus.InvalidData)
                return Refuse(content.Error, at + end + content.Position);
            end += content.Consumed;
        }

        message.Complete = true;
        message.EndOffset = at += end;
        bool leaves = head.Method == RequestMethod.Connect
            || (framing.Options & (ConnectionOptions.Upgrade | ConnectionOptions.UpgradeField)) == (ConnectionOptions.Upgrade | ConnectionOptions.UpgradeField);
        if (leaves)
            _answer.UpgradeAt = at;
        return framing.KeepsAlive && !leaves;
    }

    private InspectedMessage Describe(ReadOnlySpan<byte> input, in RequestHead head, in BodyFraming framing) => new()
    {
        Method = FieldTexts.Text(head.MethodIn(input)),
        Target = FieldTexts.Text(head.TargetIn(input)),
        Version = FieldTexts.Version(head.Version),
        Headers = FieldTexts.Of(input, _fields.AsSpan(0, head.FieldCount)),
        Framing = Framings.Name(framing.Kind),
        ContentLength = framing.Length >= 0 ? framing.Length : null,
        KeepAlive = framing.KeepsAlive,
    };

    private InspectedMessage Partial(ReadOnlySpan<byte> input, in RequestHead head)
    {
        var message = new InspectedMessage();
        PartialStartLine.Request(input, message);
        if (message.Version is not null)
            message.Headers = FieldTexts.Of(input, _fields.AsSpan(0, head.FieldCount));
        return message;
    }

    private bool Stop(InspectedMessage message, bool isNew = true)
    {
        if (isNew)
            _messages.Add(message);
        _answer.Verdict = Verdict.Incomplete;
        _answer.AtEndOfConnection = Verdict.Reject;
        return false;
    }

    private bool Refuse(ParseError error, long offset)
    {
        _ = _answer.Refuse(error, offset);
        return false;
    }
}
