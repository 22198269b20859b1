namespace HiPerf.Http;

/// <summary>What is to be done with the content. RFC 6266 section 4.2.</summary>
[TokenTable]
public enum DispositionType : byte
{
    /// <summary>Any other: to be handled as attachment.</summary>
    Unknown,

    /// <summary>Shown.</summary>
    [Token("inline")]
    Inline,

    /// <summary>Saved.</summary>
    [Token("attachment")]
    Attachment,

    /// <summary>A part of a form. RFC 7578 section 4.2.</summary>
    [Token("form-data")]
    FormData,
}
