namespace HiPerf.Gopher;

/// <summary>What kind of answer a question of an ASK form wants.</summary>
/// <remarks>Gopher+ section 2.8.</remarks>
public enum GopherQuestionKind : byte
{
    /// <summary>No kind that is known.</summary>
    Unknown = 0,

    /// <summary>One line: <c>Ask</c>.</summary>
    Ask,

    /// <summary>A password: <c>AskP</c>.</summary>
    Password,

    /// <summary>Several lines: <c>AskL</c>.</summary>
    Lines,

    /// <summary>A file's name: <c>AskF</c>.</summary>
    FileName,

    /// <summary>Yes or no: <c>Select</c>.</summary>
    Select,

    /// <summary>One of several choices: <c>Choose</c>.</summary>
    Choose,

    /// <summary>A file that is there: <c>ChooseF</c>.</summary>
    ChooseFile,

    /// <summary>No question: a text to show. <c>Note</c>.</summary>
    Note,
}
