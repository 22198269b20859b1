namespace HiPerf.Gopher;

/// <summary>Attributes, handed out item by item.</summary>
internal sealed class GopherAttributeContent(ConnectionKey key, GopherLimits limits, GopherLocator locator, GopherCharsetReader charset) : GopherContent
{
    private readonly GopherLimits _limits = limits;
    private readonly GopherAttributeBuilder _builder = new(new GopherItemMaker(locator, charset), charset);
    private GopherAttributeParser _parser;
    private GopherFraming _framing = GopherFraming.UntilClose;

    /// <inheritdoc/>
    public override bool Terminated => _parser.Terminated;

    /// <summary>The item that was taken last; null where there was none.</summary>
    public GopherItemAttributes? Current { get; private set; }

    /// <inheritdoc/>
    public override void Begin(GopherFraming framing) => _framing = framing;

    /// <inheritdoc/>
    /// <remarks>Takes one item, and fills no destination.</remarks>
    public override bool TryTake(Span<byte> destination, out int taken)
    {
        taken = 0;
        while (true)
        {
            var before = _parser.ConsumedTotal;
            var result = _parser.Parse(Window.Octets, IsFinal, out var line, in _limits);
            if (result.NeedsMoreData)
            {
                return false;
            }

            if (!result.IsDone)
            {
                throw GopherErrors.Protocol(result, InternetPhase.ReceivingContent, key, before);
            }

            if (line.Kind == GopherAttributeLineKind.End)
            {
                Current = _builder.Take(_parser.Terminated || _framing == GopherFraming.Counted || key.Tls is not null);
                IsComplete = true;
                taken = Current is null ? 0 : 1;
                return true;
            }

            var isNext = _builder.IsNext(in line);
            if (isNext)
            {
                Current = _builder.Take(isVerified: true);
                taken = 1;
            }

            _builder.Add(Window.Octets, in line, result.Deviations);
            Window.Consume(result.Consumed);
            if (isNext)
            {
                return true;
            }
        }
    }
}
