namespace HiPerf.Http;

/// <summary>What a Range depends on: an entity tag, or a date.</summary>
/// <param name="Tag">The entity tag; default when it is a date.</param>
/// <param name="Date">Ticks of <see cref="DateTime"/>, UTC; −1 when it is an entity tag.</param>
/// <remarks>RFC 9110 section 13.1.5.</remarks>
public readonly record struct IfRange(EntityTag Tag, long Date)
{
    /// <summary>Whether it is a date.</summary>
    public bool IsDate => Date >= 0;
}
