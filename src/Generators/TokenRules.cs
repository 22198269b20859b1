namespace HiPerf.Generators;

/// <summary>What may be looked up in a token table.</summary>
internal static class TokenRules
{
    public const int MaxLength = 255;

    /// <summary>Whether a text is 1 to 255 printable ASCII characters without spaces.</summary>
    public static bool IsToken(string text) =>
        text.Length is > 0 and <= MaxLength && text.All(c => c is > ' ' and <= '~');
}
