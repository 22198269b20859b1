namespace HiPerf.Bench.Heads;

/// <summary>How a case's octets come to the parser.</summary>
internal enum HeadArrival
{
    /// <summary>One head, whole.</summary>
    Whole,

    /// <summary>Several heads in one buffer, parsed one after another.</summary>
    Pipelined,

    /// <summary>One head in two parts: the parser is called with the first, then with both.</summary>
    Split,

    /// <summary>One head that is refused.</summary>
    Malformed,
}
