using System.Buffers;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads the responses of one connection in turn, as our client would: up to a close, a switch of protocols or a tunnel.</summary>
internal sealed class ResponseInspector(InspectCase item)
{
    private readonly FieldLine[] _fields = new FieldLine[Http1Limits.ClientFields];
    private readonly List<InspectedMessage> _messages = [];
    private readonly InspectAnswer _answer = new();

    public static InspectAnswer Inspect(InspectCase item) => new ResponseInspector(item).Run();

    private InspectAnswer Run()
    {
        ReadOnlySpan<byte> input = item.Input.Span;
        _answer.Messages = _messages;
        int at = 0;
        bool goesOn = true;
        while (goesOn)
        {
            // An interim response promises another one: RFC 9110 section 15.2.
            goesOn = ReadOne(input[at..], ref at) && !item.HeadOnly && (at < input.Length || _messages[^1].Status is < 200);
        }

        if (_answer.Verdict == Verdict.Accept)
            _answer.Unconsumed = input.Length - at;
        return _answer;
    }

    /// <summary>Reads one response.</summary>
    /// <returns>Whether another may follow.</returns>
    private bool ReadOne(ReadOnlySpan<byte> input, ref int at)
    {
        Http1Limits limits = Http1Limits.Client;
        ResponseHead head = default;
        ParseResult result = ResponseHeadParser.Parse(input, _fields, ref head, in limits, item.Leniency);
        if (result.NeedsMoreData)
        {
            _messages.Add(Partial(input, in head));
            return Stop(Verdict.Reject);
        }

        if (!result.IsDone)
            return Refuse(result.Error, at + result.Position);

        _answer.Deviations |= result.Deviations;
        int end = result.Consumed;
        result = BodyFramingParser.ParseResponse(input, _fields, in head, item.RequestMethod, out BodyFraming framing, item.Leniency);
        if (!result.IsDone)
            return Refuse(result.Error, at + result.Position);

        _answer.Deviations |= result.Deviations;
        InspectedMessage message = Describe(input, in head, in framing);
        _messages.Add(message);
        if (!item.HeadOnly)
        {
            MessageContent content = MessageContent.Read(input[end..], in framing, item.EndsConnection, in limits);
            message.Body = content.Octets.ToArray();
            message.Trailers = content.Trailers;
            if (content.Status == OperationStatus.NeedMoreData)
                return Stop(framing.Kind == BodyFramingKind.UntilClose ? Verdict.Accept : Verdict.Reject);
            if (content.Status == OperationStatus.InvalidData)
                return Refuse(content.Error, at + end + content.Position);
            end += content.Consumed;
        }

        message.Complete = true;
        message.EndOffset = at += end;
        bool leaves = head.Status == 101 || (item.RequestMethod == RequestMethod.Connect && head.Status is >= 200 and <= 299);
        if (leaves)
            _answer.UpgradeAt = at;
        return framing.KeepsAlive && !leaves;
    }

    private InspectedMessage Describe(ReadOnlySpan<byte> input, in ResponseHead head, in BodyFraming framing) => new()
    {
        Version = FieldTexts.Version(head.Version),
        Status = head.Status,
        Reason = FieldTexts.Text(head.ReasonIn(input)),
        Headers = FieldTexts.Of(input, _fields.AsSpan(0, head.FieldCount)),
        Framing = Framings.Name(framing.Kind),
        ContentLength = framing.Length >= 0 ? framing.Length : null,
        KeepAlive = framing.KeepsAlive,
    };

    private InspectedMessage Partial(ReadOnlySpan<byte> input, in ResponseHead head)
    {
        var message = new InspectedMessage();
        PartialStartLine.Response(input, message);
        if (message.Reason is not null)
            message.Headers = FieldTexts.Of(input, _fields.AsSpan(0, head.FieldCount));
        return message;
    }

    private bool Stop(Verdict atEnd)
    {
        _answer.Verdict = Verdict.Incomplete;
        _answer.AtEndOfConnection = atEnd;
        return false;
    }

    private bool Refuse(ParseError error, long offset)
    {
        _ = _answer.Refuse(error, offset);
        return false;
    }
}
