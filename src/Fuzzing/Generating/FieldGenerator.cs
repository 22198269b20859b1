using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates field lines: unknown names, registered ones, and those that frame the content.</summary>
internal static class FieldGenerator
{
    private static readonly Gen<string> s_space = Gen.Frequency((6, Gen.Constant(" ")), (1, Gen.Elements("", "\t", "  ", " \t ", "\t\t")));

    private static readonly Gen<string> s_behind = Gen.Frequency((8, Gen.Constant("")), (1, Gen.Elements(" ", "\t", " \t")));

    private static readonly Gen<string> s_registered = Gen.Elements("Accept", "Accept-Encoding", "User-Agent", "Cookie", "Date", "ETag", "Via", "Vary", "X-Forwarded-For", "Content-Type");

    /// <summary>A field of any name but those that decide framing or routing.</summary>
    public static Gen<FieldCase> Any { get; } =
        from name in Gen.Frequency((1, s_registered), (2, TextGenerator.Token(70).Select(Harmless)))
        from value in TextGenerator.Value(200)
        from line in Line(name, value)
        select line;

    /// <summary>Up to a dozen fields, seldom up to fifty.</summary>
    public static Gen<FieldCase[]> Several { get; } =
        from count in Gen.Frequency((12, Gen.Choose(0, 6)), (2, Gen.Choose(7, 12)), (1, Gen.Choose(13, 50)))
        from fields in Any.ArrayOf(count)
        select fields;

    /// <summary>Nothing, or one field that frames the content, and what may be said of the connection.</summary>
    public static Gen<FieldCase[]> Framing(bool http10) =>
        from framing in Gen.Frequency(
            (3, Gen.Constant(Array.Empty<FieldCase>())),
            (2, Length),
            (http10 ? 0 : 2, Gen.Elements("chunked", "CHUNKED").SelectMany(v => Line("Transfer-Encoding", v)).Select(f => new[] { f })))
        from connection in Gen.Frequency(
            (3, Gen.Constant(Array.Empty<FieldCase>())),
            (1, Gen.Elements("close", "keep-alive", "Keep-Alive, TE", "upgrade", "x-hop ,close").SelectMany(v => Line("Connection", v)).Select(f => new[] { f })))
        select (FieldCase[])[.. framing, .. connection];

    private static Gen<FieldCase[]> Length =>
        from number in Gen.Frequency((3, Gen.Choose(0, 100000).Select(n => (long)n)), (1, Gen.Elements(0, 1, long.MaxValue)))
        from line in Line("Content-Length", number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        select new[] { line };

    public static Gen<FieldCase> Line(string name, string value) =>
        from before in s_space
        from behind in s_behind
        select new FieldCase(name, value, before, behind);

    public static IEnumerable<IReadOnlyList<FieldCase>> Shrink(IReadOnlyList<FieldCase> fields, string keep) =>
        TextGenerator.ShrinkList(fields, f => f.Name != keep, f => f.Name == keep ? ShrinkSpace(f) : ShrinkField(f));

    private static IEnumerable<FieldCase> ShrinkField(FieldCase field)
    {
        foreach (FieldCase smaller in ShrinkSpace(field))
        {
            yield return smaller;
        }

        if (IsFraming(field.Name))
        {
            yield break;
        }

        foreach (string name in TextGenerator.Shrink(field.Name, 1, 'a'))
        {
            if (Harmless(name) == name)
            {
                yield return field with { Name = name };
            }
        }

        foreach (string value in TextGenerator.Shrink(field.Value, 0, 'a'))
        {
            yield return field with { Value = value.Trim(' ', '\t') };
        }
    }

    private static IEnumerable<FieldCase> ShrinkSpace(FieldCase field)
    {
        if (field.Before.Length > 0)
        {
            yield return field with { Before = "" };
        }

        if (field.Behind.Length > 0)
        {
            yield return field with { Behind = "" };
        }
    }

    private static bool IsFraming(string name) => name is "Host" or "Content-Length" or "Transfer-Encoding" or "Connection";

    // A random token that happens to be a name with a meaning would make a valid head invalid.
    private static string Harmless(string name) => name.ToUpperInvariant() is "HOST" or "CONTENT-LENGTH" or "TRANSFER-ENCODING" or "CONNECTION" or "EXPECT" or "UPGRADE" or "TE" ? "x" : name;
}
