namespace HiPerf;

/// <summary>Names the token of an enum member in a <see cref="TokenTableAttribute"/> enum; without it the member's own name is the token.</summary>
/// <param name="text">1 to 255 printable ASCII characters without spaces, as in <c>X-Request-Id</c>.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TokenAttribute(string text) : Attribute
{
    /// <summary>The token, case as it is written out.</summary>
    public string Text { get; } = text;
}
