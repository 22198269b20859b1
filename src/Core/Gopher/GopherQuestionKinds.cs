namespace HiPerf.Gopher;

/// <summary>The words of the kinds of questions.</summary>
internal static class GopherQuestionKinds
{
    public static GopherQuestionKind Find(ReadOnlySpan<byte> name)
    {
        for (GopherQuestionKind kind = GopherQuestionKind.Ask; kind <= GopherQuestionKind.Note; kind++)
        {
            if (GopherOctets.Is(name, Bytes(kind)))
            {
                return kind;
            }
        }

        return GopherQuestionKind.Unknown;
    }

    /// <summary>The word; empty for Unknown.</summary>
    public static ReadOnlySpan<byte> Bytes(GopherQuestionKind kind) => kind switch
    {
        GopherQuestionKind.Ask => "Ask"u8,
        GopherQuestionKind.Password => "AskP"u8,
        GopherQuestionKind.Lines => "AskL"u8,
        GopherQuestionKind.FileName => "AskF"u8,
        GopherQuestionKind.Select => "Select"u8,
        GopherQuestionKind.Choose => "Choose"u8,
        GopherQuestionKind.ChooseFile => "ChooseF"u8,
        GopherQuestionKind.Note => "Note"u8,
        _ => default,
    };
}
