namespace HiPerf.Html;

/// <summary>A text for a page, as characters or as octets that ought to be UTF-8. Whatever is neither is shown as U+FFFD.</summary>
public readonly ref struct HtmlText
{
    /// <summary>Takes characters.</summary>
    /// <param name="characters">UTF-16; a surrogate alone is shown as U+FFFD.</param>
    public HtmlText(ReadOnlySpan<char> characters) => Characters = characters;

    /// <summary>Takes octets as a peer sent them.</summary>
    /// <param name="octets">UTF-8; what is none is shown as U+FFFD, one for each part that could have begun a character (Unicode section 3.9).</param>
    public HtmlText(ReadOnlySpan<byte> octets) => Octets = octets;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Characters.IsEmpty && Octets.IsEmpty;

    internal ReadOnlySpan<char> Characters { get; }

    internal ReadOnlySpan<byte> Octets { get; }

    /// <summary>Whether it is this text of ASCII.</summary>
    internal bool Is(ReadOnlySpan<byte> ascii) =>
        Characters.IsEmpty ? Octets.SequenceEqual(ascii) : System.Text.Ascii.Equals(ascii, Characters);

    /// <summary>Whether it begins with this text of ASCII, letters of either case alike.</summary>
    internal bool BeginsWith(ReadOnlySpan<byte> ascii) => Characters.IsEmpty
        ? Octets.Length >= ascii.Length && System.Text.Ascii.EqualsIgnoreCase(Octets[..ascii.Length], ascii)
        : Characters.Length >= ascii.Length && System.Text.Ascii.EqualsIgnoreCase(ascii, Characters[..ascii.Length]);
}
