namespace HiPerf.Fuzzing;

/// <summary>One entity tag of a list.</summary>
/// <param name="Separator">What stands before it: white space and commas, at least one comma except before the first.</param>
/// <param name="IsWeak">Whether it is weak.</param>
/// <param name="Opaque">What stands between the quotes.</param>
public sealed record EntityTagCase(string Separator, bool IsWeak, string Opaque)
{
    /// <summary>The tag with what stands before it.</summary>
    public string Wire => $"{Separator}{(IsWeak ? "W/" : "")}\"{Opaque}\"";
}

/// <summary>One valid value of If-Match or If-None-Match: a list of entity tags.</summary>
/// <remarks>RFC 9110 sections 8.8.3 and 13.1.</remarks>
/// <param name="Tags">The tags in order, at least one.</param>
public sealed record EntityTagListCase(IReadOnlyList<EntityTagCase> Tags) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => string.Concat(Tags.Select(t => t.Wire));

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
