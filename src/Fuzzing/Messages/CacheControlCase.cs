namespace HiPerf.Fuzzing;

/// <summary>One cache directive.</summary>
/// <param name="Separator">What stands before it: white space and commas, at least one comma except before the first.</param>
/// <param name="Name">A token.</param>
/// <param name="Argument">A token or quoted-string as it stands; null where there is none.</param>
public sealed record CacheDirectiveCase(string Separator, string Name, string? Argument)
{
    /// <summary>The directive with what stands before it.</summary>
    public string Wire => Separator + Name + (Argument is null ? "" : "=" + Argument);
}

/// <summary>One valid value of Cache-Control.</summary>
/// <remarks>RFC 9111 section 5.2. Arguments need not be what their directives ask for.</remarks>
/// <param name="Directives">The directives in order, at least one.</param>
public sealed record CacheControlCase(IReadOnlyList<CacheDirectiveCase> Directives) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => string.Concat(Directives.Select(d => d.Wire));

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
