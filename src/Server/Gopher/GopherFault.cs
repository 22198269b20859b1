namespace HiPerf.Server;

/// <summary>Why a request is answered by an error.</summary>
internal enum GopherFault
{
    /// <summary>The selector names nothing that is served.</summary>
    NotFound,

    /// <summary>What it names cannot be read.</summary>
    NotReadable,

    /// <summary>The line is no request.</summary>
    NoRequest,

    /// <summary>The line is longer than a request may be.</summary>
    TooLong,

    /// <summary>The line did not come in its time.</summary>
    TooLate,

    /// <summary>There are as many sessions as there may be.</summary>
    TooMany,

    /// <summary>A search without words.</summary>
    NoWords,

    /// <summary>A search with more words than are looked for.</summary>
    TooManyWords,

    /// <summary>There are as many searches under way as there may be.</summary>
    TooManySearches,

    /// <summary>A representation that the item does not have.</summary>
    NoView,

    /// <summary>Answers to a form: there are none here.</summary>
    NoForm,
}
