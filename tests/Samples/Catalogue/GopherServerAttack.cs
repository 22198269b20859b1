using System.Text;

namespace HiPerf.Samples.Catalogue;

/// <summary>What a Gopher server answers with.</summary>
public enum GopherAnswerKind
{
    /// <summary>A menu that holds an item of type 3 and ends in a dot; by Gopher+ where the request was, an error with a number.</summary>
    Error,

    /// <summary>A menu that ends in a dot.</summary>
    Menu,

    /// <summary>The text <c>hello.txt</c>, ended by a dot.</summary>
    Text,

    /// <summary>A menu behind a status line of Gopher+.</summary>
    PlusMenu,

    /// <summary>Attributes behind a status line of Gopher+.</summary>
    Attributes,

    /// <summary>Nothing: the connection ends.</summary>
    Close,
}

/// <summary>One stimulus on a Gopher server that serves a folder: <c>hello.txt</c>, <c>.hidden</c>, and a file in <c>sub</c>.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Sent">All that the client sends, ISO-8859-1.</param>
/// <param name="Answer">What comes back.</param>
public sealed record GopherServerAttack(string Id, string What, string Sent, GopherAnswerKind Answer) : ICatalogued
{
    public byte[] Octets => Encoding.Latin1.GetBytes(Sent);

    public override string ToString() => $"{Id}, server: {What}";
}
