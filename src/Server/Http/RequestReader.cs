using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Server;

/// <summary>Reads request heads through the pump. One a connection: it holds the field table.</summary>
internal sealed class RequestReader(Http1Limits limits, int maxFields) : IPumpedParser
{
    private readonly FieldLine[] _fields = new FieldLine[maxFields];
    private RequestHead _head;
    private BodyFraming _framing;

    /// <summary>The head that was read last.</summary>
    public ref readonly RequestHead Head => ref _head;

    /// <summary>Its field lines.</summary>
    public Span<FieldLine> Fields => _fields.AsSpan(0, _head.FieldCount);

    /// <summary>How its content is framed.</summary>
    public ref readonly BodyFraming Framing => ref _framing;

    public int MaxLength => limits.MaxHead;

    public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined) =>
        RequestHeadParser.Parse(buffer, _fields, ref _head, out _framing, in limits, Http1Leniency.None, examined);
}
