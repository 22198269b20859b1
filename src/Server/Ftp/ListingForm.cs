namespace HiPerf.Server;

/// <summary>How a folder is listed.</summary>
internal enum ListingForm
{
    /// <summary>Lines as of <c>ls -l</c>: LIST.</summary>
    Long,

    /// <summary>Names alone: NLST.</summary>
    Names,

    /// <summary>Facts: MLSD, RFC 3659 section 7.</summary>
    Facts,
}
