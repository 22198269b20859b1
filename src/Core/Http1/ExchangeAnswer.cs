namespace HiPerf.Http1;

/// <summary>What became of an event.</summary>
public enum ExchangeAnswerKind : byte
{
    /// <summary>It was taken.</summary>
    Taken = 0,

    /// <summary>Nothing was taken: the octets wait until the exchange before them is over and <see cref="ExchangeState.Reuse"/> was called. RFC 9112 section 9.3.2.</summary>
    Paused,

    /// <summary>Nothing was taken: the octets belong to the protocol, or the tunnel, the connection was handed to. RFC 9110 sections 7.8 and 9.3.6.</summary>
    Switched,

    /// <summary>The peer broke a rule: <see cref="ExchangeAnswer.Error"/> says which. Every later event of the direction is answered alike.</summary>
    Refused,
}

/// <summary>The answer to an event: four octets.</summary>
public readonly record struct ExchangeAnswer
{
    private ExchangeAnswer(ExchangeAnswerKind kind, ParseError error)
    {
        Kind = kind;
        Error = error;
    }

    /// <summary>What became of the event.</summary>
    public ExchangeAnswerKind Kind { get; }

    /// <summary>The rule that was broken when <see cref="Kind"/> is Refused, else <see cref="ParseError.None"/>.</summary>
    public ParseError Error { get; }

    /// <summary>Whether the event was taken.</summary>
    public bool IsTaken => Kind == ExchangeAnswerKind.Taken;

    internal static ExchangeAnswer Taken => default;

    internal static ExchangeAnswer Of(ExchangeAnswerKind kind) => new(kind, ParseError.None);

    internal static ExchangeAnswer Refused(ParseError error) => new(ExchangeAnswerKind.Refused, error);
}
