using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Samples.Catalogue;

/// <summary>What becomes of a message.</summary>
public enum Verdict
{
    /// <summary>Refused with an error, at an offset.</summary>
    Refused,

    /// <summary>Read as something.</summary>
    Accepted,

    /// <summary>Neither: more octets must come.</summary>
    Incomplete,
}

/// <summary>One message as it stands on the wire, head and content, and what a strict reading makes of it.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it throws at the parser.</param>
/// <param name="Marked">The octets, ISO-8859-1; a <see cref="Mark"/> stands before the first offending one.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Error">Why it is refused.</param>
/// <param name="Shows">What it is read as, in the notation of <c>MessageReading</c>; empty unless it is accepted.</param>
public sealed record MessageAttack(string Id, string What, string Marked, Verdict Verdict, ParseError Error, string Shows) : ICatalogued
{
    /// <summary>Stands before the first offending octet. Not an octet itself.</summary>
    public const char Mark = '▸';

    /// <summary>Whether this is a response.</summary>
    public bool IsResponse { get; init; }

    /// <summary>The method of the request that a response answers.</summary>
    public RequestMethod Method { get; init; } = RequestMethod.Get;

    /// <summary>Limits other than those of the side that reads it.</summary>
    public Http1Limits? Limits { get; init; }

    /// <summary>Most content in octets, 0 for no limit.</summary>
    public long MaxContent { get; init; }

    /// <summary>What a folder server answers a request that no parser refuses: a status, and <c>close</c> where the connection ends.</summary>
    public string? Answer { get; init; }

    public string Text { get; } = Marked.Replace("▸", string.Empty, StringComparison.Ordinal);

    public byte[] Octets => Encoding.Latin1.GetBytes(Text);

    /// <summary>The first offending octet, −1 where there is none.</summary>
    public int Offset => Marked.IndexOf(Mark, StringComparison.Ordinal);

    public static MessageAttack Refused(string id, string what, string marked, ParseError error) => new(id, what, marked, Verdict.Refused, error, string.Empty);

    public static MessageAttack Accepted(string id, string what, string text, string shows, string? answer = null) =>
        new(id, what, text, Verdict.Accepted, ParseError.None, shows) { Answer = answer };

    public static MessageAttack Incomplete(string id, string what, string text) => new(id, what, text, Verdict.Incomplete, ParseError.None, string.Empty);

    public override string ToString() => $"{Id}: {What}";
}
