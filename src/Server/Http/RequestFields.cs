using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Server;

/// <summary>The fields of a request that decide how a file is answered.</summary>
/// <remarks>RFC 9110 sections 12.5.1, 13.1 and 14.2. The first line of a repeated Accept counts; a repeated Range is ignored.</remarks>
internal readonly ref struct RequestFields
{
    private readonly ReadOnlySpan<byte> _buffer;
    private readonly ReadOnlySpan<FieldLine> _fields;
    private readonly RequestMethod _method;
    private readonly ReadOnlySpan<byte> _accept;
    private readonly ReadOnlySpan<byte> _range;
    private readonly bool _isConditional;

    /// <summary>Picks them from an identified field table.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    /// <param name="fields">The fields of the head.</param>
    /// <param name="method">GET or HEAD: Range means nothing to HEAD. RFC 9110 section 14.2.</param>
    public RequestFields(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, RequestMethod method)
    {
        _buffer = buffer;
        _fields = fields;
        _method = method;
        var ranges = 0;
        foreach (ref readonly var field in fields)
        {
            switch (field.Name)
            {
                case FieldName.Accept when _accept.IsEmpty:
                    _accept = field.ValueIn(buffer);
                    break;
                case FieldName.IfMatch or FieldName.IfNoneMatch or FieldName.IfModifiedSince or FieldName.IfUnmodifiedSince:
                    _isConditional = true;
                    break;
                case FieldName.Range when method == RequestMethod.Get:
                    _range = ranges++ == 0 ? field.ValueIn(buffer) : default;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Whether nothing makes the answer depend on the file's validators or length.</summary>
    public bool ArePlain => !_isConditional && _range.IsEmpty;

    /// <summary>Whether JSON is preferred to HTML.</summary>
    public bool WantsJson
    {
        get
        {
            _ = ContentNegotiation.ChooseMediaType(_accept, "text/html, application/json"u8, out var best);
            return best == 1;
        }
    }

    /// <summary>What the preconditions lead to. RFC 9110 section 13.2.2.</summary>
    /// <param name="validators">The file's.</param>
    /// <param name="now">Ticks, UTC.</param>
    public PreconditionOutcome Evaluate(Validators validators, long now) =>
        _isConditional ? Preconditions.Evaluate(_buffer, _fields, _method, validators.At(now), now) : PreconditionOutcome.Proceed;

    /// <summary>Finds the one part that is asked for; several ranges, and what is no range, are ignored, as section 14.2 allows.</summary>
    /// <param name="validators">The file's.</param>
    /// <param name="length">Octets of the file.</param>
    /// <param name="now">Ticks, UTC.</param>
    /// <param name="part">The part; default for Unsatisfiable, and for null.</param>
    /// <returns>Null where the whole file is the answer.</returns>
    public RangeOutcome? SelectRange(Validators validators, long length, long now, out RangePart part)
    {
        part = default;
        if (_range.IsEmpty)
        {
            return null;
        }

        Span<RangeSpec> ranges = stackalloc RangeSpec[1];
        if (!RangeParser.Parse(_range, ranges, out var set).IsDone || set.Count == 0 || !Preconditions.RangeHolds(_buffer, _fields, validators.At(now), now))
        {
            return null;
        }

        return ranges[0].TryResolve(length, out part) ? RangeOutcome.Satisfiable : RangeOutcome.Unsatisfiable;
    }
}
