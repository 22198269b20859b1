namespace HiPerf.Gopher;

/// <summary>A menu, parted into its lines under the limits of its size.</summary>
internal abstract class GopherMenuContent(ConnectionKey key, GopherLimits limits) : GopherContent
{
    private readonly GopherLimits _limits = limits;
    private GopherMenuParser _parser;

    public override bool Terminated => _parser.Terminated;

    public override Deviations Deviations => _parser.Deviations;

    /// <summary>Reads the next line.</summary>
    /// <param name="at">Where it begins in the window: behind lines that were read and are not spent.</param>
    /// <param name="item">What it says, with offsets from there; of kind End when the menu is over.</param>
    /// <param name="consumed">Octets of the line, its end included.</param>
    /// <returns>False when octets are missing.</returns>
    /// <exception cref="GopherException">LimitExceeded.</exception>
    protected bool TryParse(int at, out GopherMenuItem item, out int consumed)
    {
        var before = _parser.ConsumedTotal;
        var result = _parser.Parse(Window.Octets[at..], IsFinal, out item, in _limits);
        consumed = result.Consumed;
        if (result.NeedsMoreData)
        {
            return false;
        }

        if (!result.IsDone)
        {
            throw GopherErrors.Protocol(result, InternetPhase.ReceivingContent, key, before);
        }

        return true;
    }
}
