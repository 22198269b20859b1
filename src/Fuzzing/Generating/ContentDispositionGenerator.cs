using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid Content-Disposition field values.</summary>
internal static class ContentDispositionGenerator
{
    private const string QuotedOctets = " !#$%&'()*+,-./:;<=>?@[]^_`{|}~\t\u00C3\u00A4\u00FF" + TextGenerator.Digits + TextGenerator.Letters;
    private const string PlainOctets = "!#$&+-.^_`|~" + TextGenerator.Digits + TextGenerator.Letters;

    /// <summary>What attacks on names of files are made of.</summary>
    public static readonly string[] Inserts =
    [
        ";", "; ", " ;", ";;", "=", " = ", "\"", "\\", "\\\"", ",", "'", "''", "*", "%", "%4", "%zz", "%00", "%2F", "%C3", "%ED%A0%80", "%F4%90%80%80", "../", "..\\", "/etc/passwd", "C:\\",
        "; filename=a", "; filename=\"b\"", "; FILENAME=c", "; filename*=UTF-8''d", "; filename*=\"UTF-8''e\"", "; filename*=KOI8-R''f", "; x*=y", "filename", "UTF-8'", "\r\n", "\0", "\x7F", "\u0080", "\u00FF",
    ];

    private static readonly Gen<string> s_quoted =
        from text in TextGenerator.Of(QuotedOctets, 0, 30)
        from escape in Gen.Elements("", "", "\\\"", "\\\\", "\\a")
        select $"\"{text}{escape}\"";

    private static readonly Gen<string> s_extended =
        from charset in Gen.Frequency((5, Gen.Constant("UTF-8")), (1, Gen.Elements("utf-8", "ISO-8859-1", "iso-8859-1", "KOI8-R")))
        from language in Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements("en", "de-AT", "x-1")))
        from pieces in Gen.Frequency(
            (3, TextGenerator.Of(PlainOctets, 1, 10)),
            (2, Gen.Elements("%20", "%e2%82%ac", "%C3%A4", "%F0%9F%98%80", "%2F", "%00", "%A3"))).ListOf()
        select $"{charset}'{language}'{string.Concat(pieces.Take(12))}";

    private static readonly string[] s_names = ["filename", "filename*", "name", "creation-date", "x-", "y*"];

    public static Gen<ContentDispositionCase> Dispositions { get; } =
        from type in Gen.Frequency((6, Gen.Elements("inline", "attachment", "form-data", "Attachment", "INLINE")), (1, TextGenerator.Token(10)))
        from order in Gen.Shuffle(s_names)
        from count in Gen.Choose(0, s_names.Length)
        from parameters in Gen.CollectToArray(order.Take(count).ToArray(), Parameter)
        select new ContentDispositionCase(type, parameters);

    public static IEnumerable<ContentDispositionCase> Shrink(ContentDispositionCase disposition)
    {
        foreach (IReadOnlyList<string> parameters in TextGenerator.ShrinkList(disposition.Parameters, _ => true, _ => []))
        {
            yield return disposition with { Parameters = parameters };
        }
    }

    private static Gen<string> Parameter(string name) =>
        from upper in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from value in name.EndsWith('*') ? s_extended : Gen.OneOf(TextGenerator.Token(20), s_quoted)
        select $"{(upper ? name.ToUpperInvariant() : name)}={value}";
}
