using System.Buffers;
using HiPerf.Http1;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads the messages of one connection in turn, up to one that closes, upgrades or opens a tunnel. What requests and responses have in common.</summary>
internal abstract class MessageInspector
{
    private readonly InspectAnswer _answer = new();
    private readonly List<InspectedMessage> _messages = [];
    private readonly FieldLine[] _fields;
    private readonly Http1Limits _limits;

    protected MessageInspector(InspectCase item, int maxFields, Http1Limits limits)
    {
        Case = item;
        _fields = new FieldLine[maxFields];
        _limits = limits;
    }

    protected InspectCase Case { get; }

    protected Span<FieldLine> Table => _fields;

    protected ref readonly Http1Limits Limits => ref _limits;

    public InspectAnswer Run()
    {
        ReadOnlySpan<byte> input = Case.Input.Span;
        _answer.Messages = _messages;
        int at = 0;
        while (ReadOne(input[at..], ref at) && !Case.HeadOnly && ExpectsMore(input[at..]))
        {
        }

        if (_answer.Verdict == Verdict.Accept)
        {
            _answer.Unconsumed = input.Length - at;
        }

        return _answer;
    }

    /// <summary>Reads a head into the table and keeps its parts.</summary>
    protected abstract ParseResult ReadHead(ReadOnlySpan<byte> input);

    /// <summary>Decides how the content behind the head is framed.</summary>
    protected abstract ParseResult ReadFraming(ReadOnlySpan<byte> input, out BodyFraming framing);

    /// <summary>Shows the start-line and the field lines of a whole head.</summary>
    protected abstract InspectedMessage Describe(ReadOnlySpan<byte> input);

    /// <summary>Shows what is known of a head that goes on.</summary>
    protected abstract InspectedMessage DescribePartial(ReadOnlySpan<byte> input);

    /// <summary>Whether what follows the message is HTTP no more.</summary>
    protected abstract bool Leaves(in BodyFraming framing);

    /// <summary>Whether another message has begun behind a whole one.</summary>
    protected abstract bool ExpectsMore(ReadOnlySpan<byte> rest);

    protected List<KeyValuePair<string, string>> FieldsOf(ReadOnlySpan<byte> input, int count) => FieldTexts.Of(input, _fields.AsSpan(0, count));

    /// <returns>Whether another message may follow.</returns>
    private bool ReadOne(ReadOnlySpan<byte> input, ref int at)
    {
        ParseResult result = ReadHead(input);
        if (result.NeedsMoreData)
        {
            _messages.Add(DescribePartial(input));
            return Stop(Verdict.Reject);
        }

        if (!result.IsDone)
        {
            return Refuse(result.Error, at + result.Position);
        }

        int end = result.Consumed;
        _answer.Deviations |= result.Deviations;
        result = ReadFraming(input, out BodyFraming framing);
        if (!result.IsDone)
        {
            return Refuse(result.Error, at + result.Position);
        }

        _answer.Deviations |= result.Deviations;

        InspectedMessage message = Describe(input);
        message.Framing = Name(framing.Kind);
        message.ContentLength = framing.Length >= 0 ? framing.Length : null;
        message.KeepAlive = framing.KeepsAlive;
        _messages.Add(message);
        if (!Case.HeadOnly && !ReadContent(input, at, in framing, message, ref end))
        {
            return false;
        }

        message.Complete = true;
        message.EndOffset = at += end;
        if (!Leaves(in framing))
        {
            return framing.KeepsAlive;
        }

        _answer.UpgradeAt = at;
        return false;
    }

    private bool ReadContent(ReadOnlySpan<byte> input, int at, in BodyFraming framing, InspectedMessage message, ref int end)
    {
        MessageContent content = MessageContent.Read(input[end..], in framing, Case.EndsConnection, in _limits);
        message.Body = content.Octets.ToArray();
        message.Trailers = content.Trailers;
        _answer.Deviations |= content.Deviations;
        if (content.Status == OperationStatus.NeedMoreData)
        {
            return Stop(framing.Kind == BodyFramingKind.UntilClose ? Verdict.Accept : Verdict.Reject);
        }

        if (content.Status == OperationStatus.InvalidData)
        {
            return Refuse(content.Error, at + end + content.Position);
        }

        end += content.Consumed;
        return true;
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

    private static string Name(BodyFramingKind kind) => kind switch
    {
        BodyFramingKind.Length => "length",
        BodyFramingKind.Chunked => "chunked",
        BodyFramingKind.UntilClose => "until-close",
        _ => "none",
    };
}
