namespace HiPerf.Gopher;

/// <summary>One question of an ASK form, as offsets.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="Prompt">What is shown; may be empty.</param>
/// <param name="Options">Behind the prompt and a tab: a default answer, or the choices with tabs between them; empty when there are none.</param>
/// <remarks>Gopher+ section 2.8.</remarks>
public readonly record struct GopherQuestion(GopherQuestionKind Kind, GopherText Prompt, GopherText Options)
{
    /// <summary>Takes the next of the options.</summary>
    /// <param name="buffer">The buffer the line was parsed from.</param>
    /// <param name="rest">Options at first; then what is left.</param>
    /// <param name="option">The next one; may be empty.</param>
    /// <returns>False when none is left.</returns>
    public static bool TryTake(ReadOnlySpan<byte> buffer, ref GopherText rest, out GopherText option)
    {
        option = default;
        if (rest.Length <= 0)
        {
            return false;
        }

        int tab = rest.In(buffer).IndexOf((byte)'\t');
        option = tab < 0 ? rest : new GopherText(rest.Start, tab);
        rest = tab < 0 ? new GopherText(rest.End, 0) : new GopherText(option.End + 1, rest.Length - tab - 1);
        return true;
    }
}
