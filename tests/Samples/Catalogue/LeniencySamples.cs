using System.Text;
using HiPerf.Http1;

namespace HiPerf.Samples.Catalogue;

/// <summary>One thing that one leniency flag lets pass: what refuses it without, what reports it with.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="What">What it is.</param>
/// <param name="Marked">A whole head, ISO-8859-1, with <c>▸</c> before the octet that is refused and <c>▹</c> before that of the deviation, where another.</param>
/// <param name="Error">What refuses it without the flag.</param>
/// <param name="Deviations">What is reported with it.</param>
public sealed record LeniencySample(Http1Leniency Flag, string What, string Marked, ParseError Error, Deviations Deviations)
{
    public string Text { get; } = Marked.Replace("▸", string.Empty, StringComparison.Ordinal).Replace("▹", string.Empty, StringComparison.Ordinal);

    public byte[] Octets => Encoding.Latin1.GetBytes(Text);

    public bool IsResponse => Text.StartsWith("HTTP/", StringComparison.Ordinal);

    public int RefusedAt => Marked.Replace("▹", string.Empty, StringComparison.Ordinal).IndexOf('▸', StringComparison.Ordinal);

    public int DeviatesAt => Marked.Contains('▹', StringComparison.Ordinal)
        ? Marked.Replace("▸", string.Empty, StringComparison.Ordinal).IndexOf('▹', StringComparison.Ordinal)
        : RefusedAt;

    public override string ToString() => $"{Flag}: {What}";
}

/// <summary>Every flag of <see cref="Http1Leniency"/>, by itself.</summary>
public static class LeniencySamples
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    public static IReadOnlyList<LeniencySample> All { get; } =
    [
        new(Http1Leniency.BareLf, "request-line", "GET / HTTP/1.1▸\nHost: a\r\n\r\n", ParseError.BareLf, Deviations.BareLf),
        new(Http1Leniency.BareLf, "field line", "GET / HTTP/1.1\r\nHost: a▸\n\r\n", ParseError.BareLf, Deviations.BareLf),
        new(Http1Leniency.BareLf, "empty line", "GET / HTTP/1.1\r\nHost: a\r\n▸\n", ParseError.BareLf, Deviations.BareLf),
        new(Http1Leniency.BareLf, "every line", "GET / HTTP/1.1▸\nHost: a\n\n", ParseError.BareLf, Deviations.BareLf),
        new(Http1Leniency.BareLf, "status-line", "HTTP/1.1 200 OK▸\nA: b\r\n\r\n", ParseError.BareLf, Deviations.BareLf),
        new(Http1Leniency.BareLf, "before the request-line", "▸\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BareLf, Deviations.BareLf | Deviations.LeadingEmptyLine),
        new(Http1Leniency.ObsFold, "SP", "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n▸ z\r\n\r\n", ParseError.ObsFold, Deviations.ObsFold),
        new(Http1Leniency.ObsFold, "HTAB", "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n▸\tz\r\n\r\n", ParseError.ObsFold, Deviations.ObsFold),
        new(Http1Leniency.ObsFold, "of a response", Ok + "X: y\r\n▸ z\r\n\r\n", ParseError.ObsFold, Deviations.ObsFold),
        new(Http1Leniency.ObsFold, "of white space alone", Ok + "X: y\r\n▸ \t\r\nZ: w\r\n\r\n", ParseError.ObsFold, Deviations.ObsFold),
        new(Http1Leniency.SpaceBeforeColon, "SP", Ok + "X▸ : y\r\n\r\n", ParseError.SpaceBeforeColon, Deviations.SpaceBeforeColon),
        new(Http1Leniency.SpaceBeforeColon, "HTAB", Ok + "X▸\t: y\r\n\r\n", ParseError.SpaceBeforeColon, Deviations.SpaceBeforeColon),
        new(Http1Leniency.SpaceBeforeColon, "several", Ok + "X▸ \t : y\r\n\r\n", ParseError.SpaceBeforeColon, Deviations.SpaceBeforeColon),
        new(Http1Leniency.MissingReasonSpace, "status-line ends behind its code", "HTTP/1.1 200▸\r\n\r\n", ParseError.BadReasonPhrase, Deviations.MissingReasonSpace),
        new(Http1Leniency.MissingReasonSpace, "of HTTP/1.0", "HTTP/1.0 404▸\r\nA: b\r\n\r\n", ParseError.BadReasonPhrase, Deviations.MissingReasonSpace),
        new(Http1Leniency.RepeatedContentLength, "two lines", Ok + "Content-Length: 5\r\nContent-Length▸: ▹5\r\n\r\n", ParseError.RepeatedContentLength, Deviations.RepeatedContentLength),
        new(Http1Leniency.RepeatedContentLength, "list", Ok + "Content-Length: 5▸, ▹5\r\n\r\n", ParseError.RepeatedContentLength, Deviations.RepeatedContentLength),
        new(Http1Leniency.RepeatedContentLength, "request", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length▸: ▹5\r\n\r\n", ParseError.RepeatedContentLength, Deviations.RepeatedContentLength),
        new(Http1Leniency.RepeatedContentLength, "zeros differ, the number does not", Ok + "Content-Length: 5▸, ▹05\r\n\r\n", ParseError.RepeatedContentLength, Deviations.RepeatedContentLength),
    ];
}
