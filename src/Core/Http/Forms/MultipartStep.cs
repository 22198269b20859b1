namespace HiPerf.Http;

/// <summary>Where the reading of a multipart body stands.</summary>
internal enum MultipartStep : byte
{
    /// <summary>Before the first delimiter.</summary>
    Preamble = 0,

    /// <summary>In a part's content.</summary>
    Content,

    /// <summary>Right behind a boundary.</summary>
    DelimiterEnd,

    /// <summary>Behind the first of two hyphens.</summary>
    SecondHyphen,

    /// <summary>In the white space behind a delimiter.</summary>
    Padding,

    /// <summary>Behind the CR of a delimiter line.</summary>
    DelimiterLf,

    /// <summary>In a part's head.</summary>
    Head,

    /// <summary>Behind the close-delimiter, where the body may end.</summary>
    ClosePadding,

    /// <summary>Behind the CR that follows the close-delimiter.</summary>
    CloseLf,

    /// <summary>Where everything is dropped, and the body may end.</summary>
    Epilogue,

    /// <summary>The end was answered.</summary>
    End,
}
