namespace HiPerf.Gopher;

/// <summary>What a server lets pass in a request although it is wrong; each is recorded in <see cref="ParseResult.Deviations"/>.</summary>
[Flags]
public enum GopherLeniency : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A request line that ends in LF alone: people who type it into <c>nc</c>, shell scripts.</summary>
    BareLf = 1,
}
