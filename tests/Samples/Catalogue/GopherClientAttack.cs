namespace HiPerf.Samples.Catalogue;

/// <summary>What a client is at when it is attacked.</summary>
public enum GopherWork
{
    /// <summary>Opens the item and reads it to its end, at most 64 KiB of a text.</summary>
    Read,

    /// <summary>Lists the menu.</summary>
    List,

    /// <summary>Asks for the attributes of the item.</summary>
    Attributes,

    /// <summary>Opens the URL by HTTP, which answers with a redirect to this Gopher path.</summary>
    Redirect,
}

/// <summary>How a server ends its answer.</summary>
public enum GopherEnd
{
    /// <summary>It closes.</summary>
    Fin,

    /// <summary>It resets the connection.</summary>
    Reset,

    /// <summary>It closes within TLS, with close_notify.</summary>
    CloseNotify,

    /// <summary>It closes within TLS, without close_notify.</summary>
    NoCloseNotify,

    /// <summary>It sends <see cref="GopherClientAttack.Endless"/> until nobody takes it any more.</summary>
    Flood,
}

/// <summary>One stimulus for a Gopher client: what a server sends, and what the client makes of it.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Work">What the client is at.</param>
/// <param name="Path">The path of the URL.</param>
/// <param name="Sent">All that the server sends, ISO-8859-1.</param>
/// <param name="Outcome">
/// <c>reads</c> and the content, with <c>verified</c> behind where its end is the true one and <c>terminated</c> where it was a dot; <c>lists</c> and the items, <c>bad</c> for each that is none;
/// <c>tells</c> and the names of the blocks; or <c>fails</c> with the kind of the error, the error of the parser if there is one, and the number of a Gopher+ error if there is one.
/// </param>
public sealed record GopherClientAttack(string Id, string What, GopherWork Work, string Path, string Sent, string Outcome) : ICatalogued
{
    /// <summary>How the answer ends.</summary>
    public GopherEnd End { get; init; }

    /// <summary>What is sent again and again.</summary>
    public string Endless { get; init; } = string.Empty;

    public bool IsTls => End is GopherEnd.CloseNotify or GopherEnd.NoCloseNotify;

    public override string ToString() => $"{Id}, client: {What}";
}
