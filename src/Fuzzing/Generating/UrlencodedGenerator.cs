using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid urlencoded forms: plain, escaped and raw octets.</summary>
internal static class UrlencodedGenerator
{
    private static readonly Gen<(string Wire, string Octets)> s_octet =
        from octet in Gen.Frequency((3, Gen.Choose(0x20, 0x7E)), (1, Gen.Choose(0, 255)))
        from form in Gen.Choose(0, 5)
        select (Wire((char)octet, form), $"{(char)octet}");

    public static Gen<UrlencodedCase> Forms { get; } =
        from count in Gen.Frequency((4, Gen.Choose(0, 4)), (1, Gen.Choose(5, 20)))
        from pairs in Pair().ArrayOf(count)
        from more in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 4))).ArrayOf(count + 1)
        select new UrlencodedCase(pairs, [.. more.Select((m, i) => i > 0 && i < count ? m + 1 : m)]);

    public static IEnumerable<UrlencodedCase> Shrink(UrlencodedCase form)
    {
        for (int i = 0; i < form.Pairs.Count; i++)
        {
            FormPairCase[] pairs = [.. form.Pairs.Take(i), .. form.Pairs.Skip(i + 1)];
            yield return new UrlencodedCase(pairs, [.. Enumerable.Range(0, pairs.Length + 1).Select(k => k > 0 && k < pairs.Length ? 1 : 0)]);
        }

        for (int i = 0; i < form.Pairs.Count; i++)
        {
            if (form.Pairs[i].Wire != "a=b")
            {
                yield return form with { Pairs = [.. form.Pairs.Take(i), new FormPairCase("a", "b", "a", "b"), .. form.Pairs.Skip(i + 1)] };
            }
        }
    }

    private static Gen<FormPairCase> Pair() =>
        from name in Text(12)
        from value in Gen.Frequency((1, Gen.Constant<(string Wire, string Octets)?>(null)), (6, Text(60).Select(t => ((string Wire, string Octets)?)t)))
        select value is null && name.Wire.Length == 0
            ? new FormPairCase("", "", "", "")
            : new FormPairCase(name.Wire.Replace("=", "%3d", StringComparison.Ordinal), value?.Wire, name.Octets, value?.Octets ?? "");

    private static Gen<(string Wire, string Octets)> Text(int most) =>
        from length in TextGenerator.Length(most)
        from octets in s_octet.ArrayOf(length)
        select (string.Concat(octets.Select(o => o.Wire)), string.Concat(octets.Select(o => o.Octets)));

    private static string Wire(char octet, int form) => form switch
    {
        0 => Escape(octet, "X2"),
        1 => Escape(octet, "x2"),
        _ when octet is '&' or '%' or '+' => Escape(octet, "X2"),
        _ when octet == ' ' && form < 5 => "+",
        _ => $"{octet}",
    };

    private static string Escape(char octet, string format) => "%" + ((int)octet).ToString(format, CultureInfo.InvariantCulture);
}
