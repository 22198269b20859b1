using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates menus, requests and attributes, and what makes one hostile.</summary>
internal static class GopherGenerator
{
    private const string FieldOctets = TextGenerator.Letters + TextGenerator.Digits + " .-_/:+!$?*'()\u0001\u001B\u007F\u0080\u00C3\u00E9\u00FF";

    private const string HostOctets = TextGenerator.Letters + TextGenerator.Digits + ".-:";

    private static readonly Gen<string> s_field = TextGenerator.Of(FieldOctets, 0, 300);

    private static readonly Gen<string> s_words = s_field.Select(words => words.TrimStart('+', '!', '$'));

    /// <summary>What attacks on menus, requests and attributes are made of.</summary>
    public static string[] Inserts { get; } =
    [
        "\r\n", "\n", "\r", "\0", "\t", "\t\t", ".\r\n", "\n.\n", "\r\n.\r\n", "..", ".", "+", "?", "\t+", "\t?", "\t!", "\t$", "\t+\t1", "\t1", "0", "65535", "65536", "-1", "i", "3", "+A\ta\th\t1\r\n",
        "iText\r\n", "hW\tURL:http://a\th\t70\r\n", "URL:", "/URL:javascript:", "0A\ta\th\t70\r\n", "1\t\t\t", "+INFO: ", "+ADMIN:\r\n", "+VIEWS:\r\n", "+ASK:\r\n", "+X\r\n", " ", ":", ": ", "<20240229000000>",
        " Admin: a <b>\r\n", " Choose: a\tb\tc\r\n", "%0d%0a", "\u00FF",
    ];

    public static Gen<GopherMenuCase> Menus { get; } =
        from items in Item().ArrayOf(0, 6)
        from terminated in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new GopherMenuCase(items, terminated);

    public static Gen<GopherRequestCase> Requests { get; } =
        from selector in s_field
        from search in Gen.Frequency((2, Gen.Constant((string?)null)), (1, s_words.Select(words => (string?)words)))
        from sign in Gen.Frequency((3, Gen.Constant("")), (3, Gen.Elements("+", "!", "$")))
        from argument in s_field
        from hasData in Gen.Elements(true, false)
        select new GopherRequestCase(selector, search, sign.Length == 0 ? null : sign + argument, hasData && sign == "+");

    public static Gen<GopherAttributesCase> Attributes { get; } =
        from blocks in Block().ArrayOf(0, 5)
        from terminated in Gen.Elements(true, false)
        select new GopherAttributesCase([.. blocks.SelectMany(block => block)], terminated);

    public static IEnumerable<GopherMenuCase> Shrink(GopherMenuCase menu) =>
        TextGenerator.ShrinkList(menu.Items, _ => true, Shrink).Select(items => menu with { Items = items });

    public static IEnumerable<GopherRequestCase> Shrink(GopherRequestCase request)
    {
        foreach (string selector in TextGenerator.Shrink(request.Selector, 0, 'a'))
        {
            yield return request with { Selector = selector };
        }

        if (request.Search is not null)
        {
            yield return request with { Search = request.Search.Length == 0 ? null : string.Empty };
        }

        if (request.Plus is not null)
        {
            yield return request.Plus.Length > 1 ? request with { Plus = request.Plus[..1] } : request with { Plus = null, HasDataBlock = false };
        }
    }

    // What is left stays valid as long as a block begins it.
    public static IEnumerable<GopherAttributesCase> Shrink(GopherAttributesCase attributes) =>
        TextGenerator.ShrinkList(attributes.Lines, _ => true, _ => []).Where(lines => lines.Count == 0 || lines[0][0] == '+').Select(lines => attributes with { Lines = lines });

    private static IEnumerable<GopherItemCase> Shrink(GopherItemCase item)
    {
        if (item.Display.Length > 0)
        {
            yield return item with { Display = string.Empty };
        }

        if (item.Selector.Length > 0)
        {
            yield return item with { Selector = string.Empty };
        }

        if (item.Host.Length > 1)
        {
            yield return item with { Host = "h" };
        }
    }

    private static Gen<GopherItemCase> Item() =>
        from type in Gen.Frequency((6, Gen.Elements("0123456789+TgIhi:;<sPdcprx".ToCharArray())), (1, Gen.Elements('~', '!', 'Z', '\u0080', '\u00FF')))
        from display in s_field
        from selector in s_field
        from host in TextGenerator.Of(HostOctets, 1, 40)
        from port in Gen.Frequency((3, Gen.Constant(70)), (1, Gen.Choose(1, 65535)))
        from mark in Gen.Frequency((3, Gen.Constant("")), (1, Gen.Elements("+", "?")))
        select new GopherItemCase(type, display, selector, host, port, mark);

    private static Gen<string[]> Block() => Gen.OneOf<string[]>(
        from item in Item() select (string[])["+INFO: " + item.Line],
        from day in Gen.Choose(0, 40_000)
        from number in Gen.Choose(-1000, 1000)
        from name in TextGenerator.Of(TextGenerator.Letters + " ", 1, 20)
        select (string[])[
            "+ADMIN:", $" Admin: {name} <a@b>", $" Mod-Date: <{DateTime.UnixEpoch.AddDays(day).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}>",
            $" Score: {number.ToString(CultureInfo.InvariantCulture)}"],
        from size in Gen.Choose(0, 10_000) select (string[])["+VIEWS", $" Text/plain En_US: <{size.ToString(CultureInfo.InvariantCulture)}k>", " text/html:"],
        from text in s_field.ArrayOf(0, 3) select (string[])["+ABSTRACT:", .. text.Select(line => " " + line)],
        from kind in Gen.Elements("Ask", "AskP", "AskL", "AskF", "Select", "Choose", "ChooseF", "Note")
        from prompt in s_field
        select (string[])["+ASK:", $" {kind}: {prompt}\ta\tb"],
        from name in TextGenerator.Of(TextGenerator.Letters, 1, 12)
        from text in s_field
        select (string[])[$"+{name}: {text}", " " + text]);

    private static Gen<T[]> ArrayOf<T>(this Gen<T> gen, int least, int most) => Gen.Choose(least, most).SelectMany(count => gen.ArrayOf(count));
}
