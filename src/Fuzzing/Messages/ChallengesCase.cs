namespace HiPerf.Fuzzing;

/// <summary>One authentication parameter.</summary>
/// <param name="Separator">What stands before it: white space and commas, at least one comma except before the first.</param>
/// <param name="Name">A token that its challenge has once.</param>
/// <param name="EqualsSign">The equals sign with the white space around it.</param>
/// <param name="Value">A token or quoted-string as it stands.</param>
public sealed record AuthParameterCase(string Separator, string Name, string EqualsSign, string Value)
{
    /// <summary>The parameter with what stands before it.</summary>
    public string Wire => Separator + Name + EqualsSign + Value;
}

/// <summary>One challenge.</summary>
/// <param name="Separator">What stands before it: white space and commas, at least one comma except before the first.</param>
/// <param name="Scheme">A token.</param>
/// <param name="Spaces">The spaces behind the scheme; none where nothing follows it.</param>
/// <param name="Token68">The token68, or nothing.</param>
/// <param name="Parameters">The parameters; none beside a token68.</param>
public sealed record ChallengeCase(string Separator, string Scheme, string Spaces, string Token68, IReadOnlyList<AuthParameterCase> Parameters)
{
    /// <summary>The challenge with what stands before it.</summary>
    public string Wire => Separator + Scheme + Spaces + Token68 + string.Concat(Parameters.Select(p => p.Wire));
}

/// <summary>One valid value of WWW-Authenticate: a list of challenges.</summary>
/// <remarks>RFC 9110 section 11.</remarks>
/// <param name="Challenges">The challenges in order, at least one.</param>
public sealed record ChallengesCase(IReadOnlyList<ChallengeCase> Challenges) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => string.Concat(Challenges.Select(c => c.Wire));

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
