using Microsoft.Extensions.Logging;

namespace HiPerf.Gopher;

/// <summary>What all Gopher requests of a session share, and how each of them begins.</summary>
internal sealed class GopherClientCore(InternetSessionOptions options, Dialer dialer) : IDisposable
{
    private readonly ILogger? _logger = options.LoggerFactory?.CreateLogger("HiPerf");

    public InternetSessionOptions Options { get; } = options;

    public Dialer Dialer { get; } = dialer;

    /// <summary>The limits of waits that earlier requests have left.</summary>
    public GopherAlarms Alarms { get; } = new(options.TimeProvider);

    /// <summary>What hosts were found to write their texts in.</summary>
    public GopherCharsetMemory Charsets { get; } = new();

    /// <summary>Opens an item as a file.</summary>
    /// <typeparam name="T">As what it is handed out.</typeparam>
    /// <exception cref="ArgumentException">Something cannot be sent.</exception>
    /// <exception cref="NotSupportedException">Its type is none that is fetched.</exception>
    /// <exception cref="GopherException">AccessDenied: the port is refused.</exception>
    public ValueTask<T> OpenAsync<T>(in GopherOpening opening, CancellationToken cancellationToken)
        where T : InternetFile
    {
        GopherTypes.CheckFile(opening.Locator);
        var key = KeyOf(opening.Locator, opening.Settings);
        var reader = Prepare(key, ContentOf(key, in opening), in opening);
        return reader.OpenAsync((T)(InternetFile)new GopherFile(reader, Charsets, in opening), cancellationToken);
    }

    /// <summary>Lists a menu.</summary>
    /// <exception cref="NotSupportedException">It is none.</exception>
    public GopherMenu Enumerate(in GopherOpening opening, CancellationToken cancellationToken)
    {
        GopherTypes.CheckMenu(opening.Locator);
        opening.Timeouts?.Validate();
        return new GopherMenu(this, in opening, cancellationToken);
    }

    /// <summary>Makes the reader of one menu.</summary>
    /// <exception cref="GopherException">AccessDenied: the port is refused.</exception>
    public GopherReader List(in GopherOpening opening, out GopherItemContent items)
    {
        var key = KeyOf(opening.Locator, opening.Settings);
        items = new GopherItemContent(key, opening.Settings.Limits, ItemsOf(in opening));
        return Prepare(key, items, in opening);
    }

    /// <summary>Makes the reader of attributes.</summary>
    /// <exception cref="GopherException">AccessDenied: the port is refused.</exception>
    public GopherReader Describe(in GopherOpening opening, out GopherAttributeContent attributes)
    {
        var key = KeyOf(opening.Locator, opening.Settings);
        attributes = new GopherAttributeContent(key, opening.Settings.Limits, opening.Locator, new GopherCharsetReader(opening.Settings, opening.Locator.Host, Charsets));
        return Prepare(key, attributes, in opening);
    }

    public void Dispose() => Alarms.Dispose();

    private GopherItemMaker ItemsOf(in GopherOpening opening) =>
        new(opening.Locator, new GopherCharsetReader(opening.Settings, opening.Locator.Host, Charsets));

    private GopherContent ContentOf(ConnectionKey key, in GopherOpening opening)
    {
        var limits = opening.Settings.Limits;
        return GopherTypes.IsMenu(opening.Locator)
            ? opening.DirectoryFormat == DirectoryFormat.Raw ? new GopherRawMenuContent(key, limits) : new GopherPageContent(key, limits, ItemsOf(in opening), opening.Locator)
            : new GopherDocumentContent(GopherTypes.HasDots(opening.Locator));
    }

    // The request is written, and with that looked at, before anything is dialled.
    private GopherReader Prepare(ConnectionKey key, GopherContent content, in GopherOpening opening)
    {
        opening.Timeouts?.Validate();
        var request = opening.Locator.Request;
        GopherRequestWriter.Write(content.Window, request with { HasDataBlock = opening.AskAnswers is not null }, opening.Settings.Limits);
        if (opening.AskAnswers is { } answers)
        {
            GopherAskAnswers.Write(content.Window, answers);
        }

        var exchange = new GopherExchange(this, key, opening.Timeouts ?? Options.Timeouts, new PhaseListener(opening.StatusChanged ?? Options.StatusChanged, Options.TimeProvider, _logger));
        return new GopherReader(exchange, content, request.Kind == GopherRequestKind.Item ? null : new GopherStatusReader());
    }

    private ConnectionKey KeyOf(GopherLocator locator, GopherConnectOptions settings)
    {
        var verdict = GopherPortPolicy.Judge(locator.Port);
        if (verdict != GopherPortVerdict.Allowed && !settings.AllowedPorts.Contains(locator.Port) && !(verdict == GopherPortVerdict.Privileged && settings.AllowPrivilegedPorts))
        {
            throw GopherErrors.PortRefused(locator, verdict);
        }

        return Dialer.KeyOf(locator.UsesTls ? "gophers" : "gopher", locator.Host, locator.Port, locator.UsesTls);
    }
}
