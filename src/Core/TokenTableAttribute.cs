namespace HiPerf;

/// <summary>Generates, for an enum of yours, the look-up from octets that HiPerf's own registries have.</summary>
/// <remarks>
/// For <c>enum Verb</c> the class <c>VerbTable</c> appears beside it, as accessible as the enum, with <c>Find(ReadOnlySpan&lt;byte&gt;)</c>,
/// <c>Bytes(Verb)</c> and <c>Text(Verb)</c>; none of them allocates. Find answers the value zero where nothing matches:
/// a member of value zero must be named <c>Unknown</c> or <c>None</c> and has no token. The enum stands in a namespace, not in another type.
/// </remarks>
/// <param name="ignoreCase">Whether ASCII letters match in either case.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class TokenTableAttribute(bool ignoreCase = true) : Attribute
{
    /// <summary>Whether ASCII letters match in either case.</summary>
    public bool IgnoreCase { get; } = ignoreCase;
}
