using HiPerf.Mirroring;

namespace HiPerf;

/// <summary>What makes a destination equal to a source, as a value: to print, to filter, to save, to carry out. Immutable.</summary>
/// <remarks>Operations stand in the order they are carried out: what stands in the way is removed, folders are made before what goes into them, files copied, deletes last.</remarks>
public sealed class MirrorPlan
{
    private string? _id;

    internal MirrorPlan(InternetUrl source, InternetUrl destination, IReadOnlyList<MirrorOperation> operations, string nonce)
    {
        Source = source;
        Destination = destination;
        Operations = operations;
        Nonce = nonce;
        Totals = MirrorTotals.Of(operations);
    }

    /// <summary>The folder that is mirrored.</summary>
    public InternetUrl Source { get; }

    /// <summary>The folder that becomes like it.</summary>
    public InternetUrl Destination { get; }

    /// <summary>The operations in order.</summary>
    public IReadOnlyList<MirrorOperation> Operations { get; }

    /// <summary>Their sums.</summary>
    public MirrorTotals Totals { get; }

    /// <summary>Files that are the same on both sides.</summary>
    public long Unchanged { get; init; }

    /// <summary>Whether copies get the time of their source.</summary>
    public bool PreservesTimes { get; init; } = true;

    /// <summary>Whether it changes nothing.</summary>
    public bool IsEmpty => !Operations.Any(static operation => operation.IsChange);

    /// <summary>SHA-256 over the plan as it is saved, in hexadecimal digits: what a journal knows it by.</summary>
    public string Id => _id ??= MirrorPlanDocument.Identify(this);

    // Two plans of the same operations are two plans; and no peer can tell beforehand under which name a file is written first.
    internal string Nonce { get; }

    /// <summary>A plan of some of these operations.</summary>
    /// <param name="predicate">Which ones. A file whose folder is to be made needs that operation too.</param>
    public MirrorPlan Where(Func<MirrorOperation, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return With(Source, Destination, [.. Operations.Where(predicate)]);
    }

    /// <summary>The same plan with the users and passwords of these URLs: a saved plan holds none.</summary>
    /// <param name="source">The same folder as <see cref="Source"/>, as URL or local path.</param>
    /// <param name="destination">The same folder as <see cref="Destination"/>.</param>
    /// <exception cref="ArgumentException">It is another folder.</exception>
    public MirrorPlan WithCredentials(string source, string destination)
    {
        var (from, to) = (MirrorPlace.Read(source), MirrorPlace.Read(destination));
        return !MirrorPlace.AreSame(from, Source) ? throw new ArgumentException($"The plan's source is {Source}.", nameof(source))
            : !MirrorPlace.AreSame(to, Destination) ? throw new ArgumentException($"The plan's destination is {Destination}.", nameof(destination))
            : With(from, to, Operations);
    }

    /// <summary>Carries the plan out.</summary>
    /// <param name="session">Whose connections it uses.</param>
    /// <param name="execution">How.</param>
    /// <param name="cancellationToken">Ends the work; what the journal noted by then is done.</param>
    /// <returns>What became of it; operations that failed are in it, none of them is thrown.</returns>
    /// <exception cref="MirrorException">The journal is another plan's, or damaged.</exception>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public async ValueTask<MirrorResult> ExecuteAsync(InternetSession session, MirrorExecution? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        execution ??= MirrorExecution.Default;
        execution.Validate();
        using var run = new MirrorRun(this, session, execution);
        return await run.ExecuteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prints an operation a line and the sums; nothing from a peer moves a terminal.</summary>
    public void WriteTo(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        MirrorPlanText.Write(writer, this);
    }

    /// <summary>Writes the plan as JSON, without user names and passwords.</summary>
    public ValueTask SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.WriteAsync(MirrorPlanDocument.Write(this), cancellationToken);
    }

    /// <summary>Reads a plan that was saved.</summary>
    /// <param name="stream">JSON to its end, at most 2^31-1 octets.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MirrorException">ContentCorrupt: it is none, or an operation's path is none below a root.</exception>
    public static async ValueTask<MirrorPlan> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return await MirrorPlanDocument.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What <see cref="WriteTo"/> prints.</summary>
    public override string ToString()
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        WriteTo(writer);
        return writer.ToString();
    }

    private MirrorPlan With(InternetUrl source, InternetUrl destination, IReadOnlyList<MirrorOperation> operations) =>
        new(source, destination, operations, Nonce) { Unchanged = Unchanged, PreservesTimes = PreservesTimes };
}
