using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid chunked bodies, with extensions and trailers.</summary>
internal static class ChunkedBodyGenerator
{
    // No quote, no backslash: those are escaped, which is a choice of its own.
    private const string QuotedOctets = " !#$%&'()*+,-./:;<=>?@[]^_`{|}~\t\u0080\u00FF" + TextGenerator.Digits + TextGenerator.Letters;

    private static readonly Gen<string> s_blank = Gen.Frequency((5, Gen.Constant("")), (1, Gen.Elements(" ", "\t", "  ")));

    private static readonly Gen<string> s_quoted =
        from text in TextGenerator.Of(QuotedOctets, 0, 20)
        from escape in Gen.Elements("", "\\\"", "\\\\", "\\a")
        select $"\"{text}{escape}\"";

    // BWS stands before what follows it, never before the line's end.
    private static readonly Gen<string> s_extension =
        from before in s_blank
        from behind in s_blank
        from name in TextGenerator.Token(12)
        from around in s_blank
        from value in Gen.OneOf(Gen.Constant(""), TextGenerator.Token(12), s_quoted)
        select $"{before};{behind}{name}" + (value.Length == 0 ? "" : $"{around}={around}{value}");

    private static readonly Gen<string> s_extensions = Gen.Frequency(
        (5, Gen.Constant("")),
        (1, from count in Gen.Choose(1, 3) from extensions in s_extension.ArrayOf(count) select string.Concat(extensions)));

    private static readonly Gen<ChunkCase> s_chunk =
        from data in TextGenerator.Any(300).Where(d => d.Length > 0)
        from zeros in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 12)))
        from upper in Gen.Elements(false, true)
        from extension in s_extensions
        select new ChunkCase(Size(data.Length, zeros, upper), extension, data);

    public static Gen<ChunkedBodyCase> Bodies { get; } =
        from count in Gen.Choose(0, 6)
        from chunks in s_chunk.ArrayOf(count)
        from zeros in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 16)))
        from extension in s_extensions
        from trailerCount in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 5)))
        from trailers in FieldGenerator.Any.ArrayOf(trailerCount)
        select new ChunkedBodyCase(chunks, new string('0', zeros), extension, trailers);

    public static IEnumerable<ChunkedBodyCase> Shrink(ChunkedBodyCase body)
    {
        foreach (IReadOnlyList<ChunkCase> chunks in TextGenerator.ShrinkList(body.Chunks, _ => true, ShrinkChunk))
        {
            yield return body with { Chunks = chunks };
        }

        foreach (IReadOnlyList<FieldCase> trailers in FieldGenerator.Shrink(body.Trailers, ""))
        {
            yield return body with { Trailers = trailers };
        }

        if (body.LastSize.Length > 1)
        {
            yield return body with { LastSize = "0" };
        }

        if (body.LastExtension.Length > 0)
        {
            yield return body with { LastExtension = "" };
        }
    }

    private static IEnumerable<ChunkCase> ShrinkChunk(ChunkCase chunk)
    {
        if (chunk.Extension.Length > 0)
        {
            yield return chunk with { Extension = "" };
        }

        foreach (string data in TextGenerator.Shrink(chunk.Data, 1, 'a'))
        {
            yield return chunk with { Size = Size(data.Length, 0, upper: false), Data = data };
        }
    }

    private static string Size(int length, int zeros, bool upper) =>
        new string('0', zeros) + length.ToString(upper ? "X" : "x", CultureInfo.InvariantCulture);
}
