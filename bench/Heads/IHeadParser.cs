using HiPerf.Http1;

namespace HiPerf.Bench.Heads;

/// <summary>A head parser under measurement, ours or a peer's; static, so that the timed loop holds the call itself.</summary>
internal interface IHeadParser
{
    /// <summary>Parses one whole head. Answers its octets, or 0 or less when it is refused.</summary>
    static abstract int ParseWhole(HeadBuffer buffer);

    /// <summary>Parses the heads of a buffer one after another. Answers how many there were.</summary>
    static abstract int ParsePipelined(HeadBuffer buffer);

    /// <summary>Parses what came first, then all. Answers the head's octets.</summary>
    static abstract int ParseSplit(HeadBuffer buffer);

    /// <summary>As <see cref="ParseWhole"/>, for a head that is refused: answers 0 or less then, whatever a refusal looks like.</summary>
    static abstract int ParseMalformed(HeadBuffer buffer);

    /// <summary>Parses one whole head and writes its field lines as offsets, to be compared. Answers how many, or −1.</summary>
    static abstract int Record(HeadBuffer buffer, Span<FieldLine> fields);
}
