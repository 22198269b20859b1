namespace HiPerf.Gopher;

/// <summary>One question of an ASK form.</summary>
/// <param name="Kind">What is wanted; <see cref="GopherQuestionKind.Note"/> wants no answer.</param>
/// <param name="Prompt">What is shown; may be empty.</param>
/// <param name="Options">The choices, or a default answer; may be empty.</param>
/// <remarks>Gopher+ section 2.8. Answers go to <see cref="GopherOpenOptions.AskAnswers"/>.</remarks>
public sealed record GopherAskQuestion(GopherQuestionKind Kind, string Prompt, IReadOnlyList<string> Options)
{
    /// <summary>The answer that the server suggests; null where it suggests none, and of a choice.</summary>
    public string? Default => Kind is not (GopherQuestionKind.Choose or GopherQuestionKind.Note) && Options.Count > 0 ? Options[0] : null;
}
