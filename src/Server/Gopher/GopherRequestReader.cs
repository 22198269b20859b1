using HiPerf.Gopher;
using HiPerf.Transport;

namespace HiPerf.Server;

/// <summary>Reads the one request line of a connection through the pump.</summary>
internal sealed class GopherRequestReader(GopherLimits limits, GopherLeniency leniency) : IPumpedParser
{
    private GopherRequest _request;

    /// <summary>The request that was read.</summary>
    public ref readonly GopherRequest Request => ref _request;

    // CRLF is not counted by the limit.
    public int MaxLength => limits.MaxRequestLine + 2;

    public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined) => GopherRequestParser.Parse(buffer, ref _request, in limits, leniency, examined);
}
