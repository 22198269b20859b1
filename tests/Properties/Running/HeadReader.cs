using System.Globalization;
using System.Text;
using HiPerf.Http1;

namespace HiPerf.Properties;

/// <summary>A parser of heads together with the head and table it keeps between calls.</summary>
internal abstract class HeadReader(int table)
{
    protected FieldLine[] Table { get; } = new FieldLine[table];

    public ReadOnlySpan<FieldLine> Fields => Table.AsSpan(0, FieldCount);

    protected abstract int FieldCount { get; }

    public abstract ParseResult Parse(ReadOnlySpan<byte> buffer, Reading reading, int examined = 0);

    /// <summary>The start-line's parts, as offsets.</summary>
    protected abstract string StartLine { get; }

    /// <summary>Everything a parse left, as text, to be compared.</summary>
    public string Describe()
    {
        var text = new StringBuilder(StartLine);
        foreach (ref readonly FieldLine f in Fields)
        {
            text.Append(CultureInfo.InvariantCulture, $" {f.NameStart}+{f.NameLength}:{(f.ValueLength == 0 ? 0 : f.ValueStart)}+{f.ValueLength}");
        }

        return text.ToString();
    }
}

internal sealed class RequestReader(int table) : HeadReader(table)
{
    private RequestHead _head;

    public ref RequestHead Head => ref _head;

    protected override int FieldCount => _head.FieldCount;

    protected override string StartLine =>
        $"{_head.MethodStart}+{_head.MethodLength} {_head.TargetStart}+{_head.TargetLength} {_head.TargetForm} {_head.Version}";

    public override ParseResult Parse(ReadOnlySpan<byte> buffer, Reading reading, int examined = 0) =>
        RequestHeadParser.Parse(buffer, Table, ref _head, reading.Limits, reading.Leniency, examined);

    public ParseResult ParseWhole(ReadOnlySpan<byte> buffer, Reading reading, out BodyFraming framing, int examined = 0) =>
        RequestHeadParser.Parse(buffer, Table, ref _head, out framing, reading.Limits, reading.Leniency, examined);

    public ParseResult Frame(ReadOnlySpan<byte> buffer, out BodyFraming framing, Http1Leniency leniency) =>
        BodyFramingParser.ParseRequest(buffer, Table, in _head, out framing, leniency);
}

internal sealed class ResponseReader(int table) : HeadReader(table)
{
    private ResponseHead _head;

    public ref ResponseHead Head => ref _head;

    protected override int FieldCount => _head.FieldCount;

    protected override string StartLine => $"{_head.Version} {_head.Status} {_head.ReasonStart}+{_head.ReasonLength}";

    public override ParseResult Parse(ReadOnlySpan<byte> buffer, Reading reading, int examined = 0) =>
        ResponseHeadParser.Parse(buffer, Table, ref _head, reading.Limits, reading.Leniency, examined);

    public ParseResult ParseWhole(ReadOnlySpan<byte> buffer, Reading reading, HiPerf.Http.RequestMethod method, out BodyFraming framing, int examined = 0) =>
        ResponseHeadParser.Parse(buffer, Table, ref _head, method, out framing, reading.Limits, reading.Leniency, examined);

    public ParseResult Frame(ReadOnlySpan<byte> buffer, HiPerf.Http.RequestMethod method, out BodyFraming framing, Http1Leniency leniency) =>
        BodyFramingParser.ParseResponse(buffer, Table, in _head, method, out framing, leniency);
}
