using System.Buffers;
using System.Text;
using FsCheck;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>A reader of one field value against a rule of RFC 9110 or 9111 that tells the first octet no continuation could make valid, and against what a valid value says.</summary>
/// <remarks>The rule knows verdict and offset; the name of the error is the reader's own.</remarks>
internal sealed class FieldValueTarget(string name, string summary, FieldValueTarget.Reader read, Func<byte[], string, int> refusal, Func<string, string> meaning) : IFuzzTarget
{
    /// <summary>Reads a value and says in words what it says.</summary>
    public delegate ParseResult Reader(ReadOnlySpan<byte> value, StringBuilder meaning);

    private readonly StringBuilder _meaning = new();

    public string Name => name;

    public string Summary => summary;

    public required IEnumerable<string> Samples { get; init; }

    public required Gen<string> Structure { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What the rule does not know, though the RFC asks for it.</summary>
    public Func<ParseResult, string, int, Disagreement?> Beside { get; init; } = (_, _, _) => null;

    public FuzzLaws Laws => FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        _meaning.Clear();
        ParseResult result = read(octets, _meaning);
        answer.Begin(result.Status, ParseError.None, result.IsDone ? result.Consumed : result.Position);
        if (result.IsDone)
        {
            answer.Add(_meaning.ToString());
        }
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        byte[] value = input.Span.ToArray();
        string text = Encoding.Latin1.GetString(value);
        int wrong = refusal(value, text);
        answer.Begin(wrong < 0 ? OperationStatus.Done : OperationStatus.InvalidData, ParseError.None, wrong < 0 ? value.Length : wrong);
        if (wrong < 0)
        {
            answer.Add(meaning(text));
        }
    }

    public Disagreement? Explain(FuzzInput input, Answer ours, Answer oracle)
    {
        string text = Encoding.Latin1.GetString(input.Span);
        return Beside(read(input.Span, _meaning), text, oracle.Status == OperationStatus.Done ? -1 : (int)oracle.Offset);
    }
}
