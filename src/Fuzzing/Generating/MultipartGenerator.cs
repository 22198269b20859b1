using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid multipart bodies whose content comes as near to a delimiter as it may.</summary>
internal static class MultipartGenerator
{
    /// <summary>The boundary of mutated bodies, which a test must know without the source.</summary>
    public const string HostileBoundary = "b-";

    private const string Bchars = "'()+_,-./:=?" + TextGenerator.Digits + TextGenerator.Letters;

    private static readonly Gen<string> s_padding = Gen.Frequency((6, Gen.Constant("")), (1, Gen.Elements(" ", "\t", " \t ")));

    private static readonly Gen<string> s_boundary = Gen.Frequency(
        (2, Gen.Elements("b", "-", "--", "----WebKitFormBoundary7MA4YWxkTrZu0gW", "simple boundary", "a=b:c?d", HostileBoundary)),
        (2, TextGenerator.Of(Bchars, 1, 20)),
        (1, TextGenerator.Exactly(Bchars, 70)));

    public static Gen<MultipartCase> Bodies { get; } = s_boundary.SelectMany(Of);

    /// <summary>Bodies of one boundary, to be mutated.</summary>
    public static Gen<MultipartCase> BodiesToMutate { get; } = Of(HostileBoundary);

    public static IEnumerable<MultipartCase> Shrink(MultipartCase body)
    {
        if (body.Preamble is not null)
        {
            yield return body with { Preamble = null };
        }

        if (body.Epilogue is not null)
        {
            yield return body with { Epilogue = null };
        }

        if (body.ClosePadding.Length > 0)
        {
            yield return body with { ClosePadding = "" };
        }

        foreach (IReadOnlyList<PartCase> parts in TextGenerator.ShrinkList(body.Parts, _ => body.Parts.Count > 1, p => ShrinkPart(body.Boundary, p)))
        {
            yield return body with { Parts = parts };
        }
    }

    private static Gen<MultipartCase> Of(string boundary) =>
        from preamble in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Content(boundary, 80).Select(t => (string?)t)))
        from count in Gen.Frequency((6, Gen.Choose(1, 3)), (1, Gen.Choose(4, 12)))
        from parts in Part(boundary).ArrayOf(count)
        from padding in s_padding
        from epilogue in Gen.Frequency((2, Gen.Constant<string?>(null)), (2, Gen.Constant<string?>("")), (1, TextGenerator.Any(60).Select(t => (string?)t)))
        select new MultipartCase(boundary, preamble, parts, padding, epilogue);

    private static Gen<PartCase> Part(string boundary) =>
        from padding in s_padding
        from count in Gen.Choose(0, 4)
        from fields in FieldGenerator.Any.ArrayOf(count)
        from content in Content(boundary, 300)
        select new PartCase([.. fields.Select(f => f.Name.StartsWith("--", StringComparison.Ordinal) ? f with { Name = "x" + f.Name } : f)], content, padding);

    // Pieces of delimiters among other octets. What holds a whole one, or begins as one behind the line end before it, is taken apart.
    private static Gen<string> Content(string boundary, int most) =>
        from count in Gen.Choose(0, 6)
        from pieces in Gen.OneOf(
            TextGenerator.Any(most / 4),
            Gen.Elements("\r", "\n", "\r\n", "\r\n-", "\r\n--", "--", "-", "\r\r\n--", "\n--" + boundary, "\r--" + boundary, "--" + boundary, "\r\n--" + boundary[..^1], "\r\n--" + boundary[..((boundary.Length + 1) / 2)])).ArrayOf(count)
        select Harmless(boundary, string.Concat(pieces));

    private static string Harmless(string boundary, string content)
    {
        while (("\r\n" + content).IndexOf("\r\n--" + boundary, StringComparison.Ordinal) is var at and >= 0)
        {
            content = content.Insert(at, "x");
        }

        return content;
    }

    private static IEnumerable<PartCase> ShrinkPart(string boundary, PartCase part)
    {
        if (part.Padding.Length > 0)
        {
            yield return part with { Padding = "" };
        }

        foreach (IReadOnlyList<FieldCase> fields in FieldGenerator.Shrink(part.Fields, ""))
        {
            if (!fields.Any(f => f.Name.StartsWith("--", StringComparison.Ordinal)))
            {
                yield return part with { Fields = fields };
            }
        }

        foreach (string content in TextGenerator.Shrink(part.Content, 0, 'a'))
        {
            if (Harmless(boundary, content) == content)
            {
                yield return part with { Content = content };
            }
        }
    }
}
