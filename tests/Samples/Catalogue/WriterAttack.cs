namespace HiPerf.Samples.Catalogue;

/// <summary>Which part of a message a caller hands to a writer.</summary>
public enum WriterSlot
{
    /// <summary>The value of a field; each writer of fields is given it, as octets and as characters.</summary>
    FieldValue,

    /// <summary>The value of a field, characters alone: some have no octet.</summary>
    FieldCharacters,

    /// <summary>The name of a field.</summary>
    FieldName,

    /// <summary>The name of a trailer field.</summary>
    TrailerName,

    /// <summary>The value of a trailer field.</summary>
    TrailerValue,

    /// <summary>The name of a cookie, to be set and to be sent back.</summary>
    CookieName,

    /// <summary>The value of a cookie, to be set and to be sent back.</summary>
    CookieValue,

    /// <summary>The method of a request.</summary>
    Method,

    /// <summary>The target of a GET whose Host is <c>a</c>.</summary>
    Target,

    /// <summary>The target of a CONNECT whose Host is <c>a</c>.</summary>
    ConnectTarget,

    /// <summary>The Host of a request for a path.</summary>
    Host,

    /// <summary>The Host of a request for <c>http://a/</c>.</summary>
    AbsoluteHost,

    /// <summary>The reason phrase of a response.</summary>
    Reason,

    /// <summary>The status of a response, decimal.</summary>
    Status,

    /// <summary>The size of a chunk, decimal.</summary>
    ChunkSize,

    /// <summary>The declared length of content, decimal.</summary>
    Length,

    /// <summary>The options of Connection, as the names of the flags.</summary>
    Options,

    /// <summary>The framing of a request, by the name of its kind.</summary>
    RequestFraming,

    /// <summary>A status and the framing of its response: <c>204 Length</c>.</summary>
    ResponseFraming,
}

/// <summary>One thing that no writer writes, and the part of the message it is tried as.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Slot">As what it is handed over.</param>
/// <param name="Value">The octets, ISO-8859-1, or the text that <paramref name="Slot"/> asks for.</param>
public sealed record WriterAttack(string Id, string What, WriterSlot Slot, string Value) : ICatalogued
{
    public override string ToString() => $"{Id}: {What}";
}
