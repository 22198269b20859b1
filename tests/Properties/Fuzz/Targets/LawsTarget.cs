using FsCheck;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>A reader of one field value that has no second reader yet: it must be total, read nothing outside its buffer, answer alike twice, and keep a refusal whatever stands behind its offset.</summary>
internal sealed class LawsTarget(string name, string summary, LawsTarget.Reader read) : IFuzzTarget
{
    /// <summary>Reads a value and adds what it found.</summary>
    public delegate void Reader(ReadOnlySpan<byte> value, Answer answer);

    public string Name => name;

    public string Summary => summary;

    public required IEnumerable<string> Samples { get; init; }

    public required Gen<string> Structure { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    public FuzzLaws Laws => FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => read(octets, answer);

    // What is the same in the input's own buffer, with other octets behind it, is all there is to compare with.
    public void Refer(FuzzInput input, Answer answer) => read(input.Span, answer);
}
