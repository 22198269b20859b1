namespace HiPerf.Http;

/// <summary>What preconditions ask of the selected representation: whether there is one, and its validators.</summary>
/// <remarks>RFC 9110 section 8.8. Values alone: it may be made anew for each request.</remarks>
public readonly ref struct Representation
{
    /// <summary>One that is there.</summary>
    /// <param name="entityTag">Its entity tag as ETag says it, <c>W/</c> and quotes included; empty when it has none.</param>
    /// <param name="lastModified">Ticks of <see cref="DateTime"/>, UTC; parts of a second are dropped, as Last-Modified drops them. −1 when that is not known.</param>
    /// <param name="lastModifiedIsStrong">Whether no two versions can share that date, as when it lies a second back at least. RFC 9110 section 8.8.2.2.</param>
    /// <exception cref="ArgumentException"><paramref name="entityTag"/> is none: no condition could ever hold. RFC 9110 section 8.8.3.</exception>
    public Representation(ReadOnlySpan<byte> entityTag, long lastModified, bool lastModifiedIsStrong)
    {
        if (!entityTag.IsEmpty && !EntityTagParser.Parse(entityTag, out _).IsDone)
        {
            FieldValueMisuse.BadOwnEntityTag();
        }

        EntityTag = entityTag;
        LastModified = lastModified < 0 ? lastModified : lastModified - (lastModified % TimeSpan.TicksPerSecond);
        LastModifiedIsStrong = lastModifiedIsStrong;
        Exists = true;
    }

    /// <summary>Whether there is one; false for <c>default</c>.</summary>
    public bool Exists { get; }

    /// <summary>The entity tag; empty when it has none.</summary>
    public ReadOnlySpan<byte> EntityTag { get; }

    /// <summary>Ticks, UTC, of a whole second; −1 when not known.</summary>
    public long LastModified { get; }

    /// <summary>Whether the date is a strong validator.</summary>
    public bool LastModifiedIsStrong { get; }
}
