using FsCheck;

namespace HiPerf.Properties.Fuzz;

/// <summary>The laws that a target's parser keeps beside agreeing with its oracle.</summary>
[Flags]
internal enum FuzzLaws
{
    None = 0,

    /// <summary>Fed in two pieces it answers as for the whole: <see cref="IFuzzTarget.ParseInTwo"/>.</summary>
    Growth = 1,

    /// <summary>Octets behind an element that is whole, or behind a refusal, change nothing.</summary>
    Suffix = 2,

    /// <summary>Changing or cutting off the octets behind a refusal keeps it; a value, which is whole as it is given, is changed only.</summary>
    Offset = 4,

    /// <summary>All three: what is read from a stream.</summary>
    Stream = Growth | Suffix | Offset,
}

/// <summary>One parser under fuzz and what it is compared with. One small class a parser, one line in <see cref="FuzzTargets"/>.</summary>
internal interface IFuzzTarget
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>The parser and its oracle, in a few words.</summary>
    string Summary { get; }

    /// <summary>The sample tables, as octets in ISO-8859-1.</summary>
    IEnumerable<string> Samples { get; }

    /// <summary>Inputs made from the grammar, valid and broken.</summary>
    Gen<string> Structure { get; }

    /// <summary>What to insert: words that mean something to this parser.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>The laws beside the oracle.</summary>
    FuzzLaws Laws { get; }

    /// <summary>Runs our parser over all octets.</summary>
    void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer);

    /// <summary>Runs the oracle.</summary>
    void Refer(FuzzInput input, Answer answer);

    /// <summary>Runs our parser over the octets before the split, then over all of them, as a connection would.</summary>
    void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer) => throw new NotSupportedException("No growth here.");

    /// <summary>Names the class of a disagreement with the oracle, when it is one of the closed list.</summary>
    Disagreement? Explain(FuzzInput input, Answer ours, Answer oracle) => null;

    /// <summary>What is this target's alone, tried in turn with the laws: another oracle, the vector paths. Null when nothing is to be said.</summary>
    Disagreement? TryAlso(FuzzInput input, Answer ours) => null;
}
