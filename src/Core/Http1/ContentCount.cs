namespace HiPerf.Http1;

/// <summary>Counts a message's content against what its framing allows. RFC 9112 section 6.3.</summary>
internal struct ContentCount
{
    private long _due;
    private BodyFramingKind _kind;

    /// <summary>Begins a message's content.</summary>
    /// <param name="kind">How its end is found.</param>
    /// <param name="due">Octets it may have: exact for Length, at most for the others.</param>
    public void Begin(BodyFramingKind kind, long due)
    {
        _kind = kind;
        _due = due;
    }

    /// <summary>Octets still due; −1 where no number is known.</summary>
    public readonly long Remaining => _kind is BodyFramingKind.Chunked or BodyFramingKind.UntilClose ? -1 : _due;

    public readonly bool EndsWithConnection => _kind == BodyFramingKind.UntilClose;

    /// <summary>Which event so many octets are.</summary>
    public readonly byte Column(long octets) => octets == 0 ? ExchangeTable.Empty
        : octets > _due ? ExchangeTable.Excess
        : octets == _due && _kind == BodyFramingKind.Length ? ExchangeTable.Last
        : ExchangeTable.Some;

    /// <summary>Which event the sender's word is that there is no more.</summary>
    /// <param name="own">Whether this end sends: it ends until-close content before it closes; a reader knows of that end by the close alone.</param>
    public readonly byte EndColumn(bool own) => _kind switch
    {
        BodyFramingKind.Length => ExchangeTable.Short,
        BodyFramingKind.UntilClose when !own => ExchangeTable.Short,
        _ => ExchangeTable.End,
    };

    public void Add(long octets)
    {
        if (_kind == BodyFramingKind.Length)
        {
            _due -= octets;
        }
    }
}
