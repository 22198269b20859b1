using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>Generates valid replies, command lines and lines of facts.</summary>
internal static class FtpGenerator
{
    private const string TextOctets = " \t-()\",;=|/." + TextGenerator.Digits + TextGenerator.Letters + "\u0080\u00E9\u00FE";

    /// <summary>What attacks on control connections are made of.</summary>
    public static readonly string[] Inserts =
    [
        "\r", "\n", "\r\n", "\r\r\n", "\0", "\u00FF", "\u00FF\u00FF", "\u00FF\u00F4", "\u00FF\u00FD\n", "200 ", "200-", "226 ok\r\n", "150 x\r\n", "421 \r\n", "200", "999 ", "000", "2000", "\r\n200 x\r\n",
        " ", ";", "=", "; ", "type=", "size=-1;", "size=9223372036854775808;", "modify=20001301000000;", "modify=;", "UNIX.mode=8;", "../x", "QUIT\r\n", "\u00FF\u00F4\u00FF\u00F2ABOR\r\n",
    ];

    private static readonly Gen<string> s_text = TextGenerator.Of(TextOctets, 0, 60);

    private static readonly Gen<string> s_time =
        from ticks in Gen.Choose(0, int.MaxValue)
        from fraction in Gen.Elements("", ".5", ".123", ".1234567")
        select new DateTime(1970, 1, 1).AddSeconds(ticks).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + fraction;

    public static Gen<FtpReplyCase> Replies { get; } =
        from code in Gen.Choose(100, 599)
        from lines in Gen.Frequency((4, Gen.Constant(1)), (2, Gen.Choose(2, 6)), (1, Gen.Choose(2, 40))).SelectMany(count => s_text.ArrayOf(count))
        select new FtpReplyCase(code, [.. lines.Select((line, i) => i == 0 || i == lines.Length - 1 ? line : Between(line, code))]);

    public static Gen<FtpCommandCase> Commands { get; } =
        from verb in Gen.Frequency(
            (4, Gen.Elements("USER", "PASS", "RETR", "stor", "Noop", "PASV", "EPSV", "FEAT", "MLSD", "OPTS", "SITE", "ABOR", "XSHA256", "MFMT")),
            (1, TextGenerator.Of(TextGenerator.Letters, 1, 16)))
        from argument in Gen.Frequency((1, Gen.Constant((string?)null)), (3, s_text.Select(text => (string?)text)))
        select new FtpCommandCase(verb, argument);

    public static Gen<FactLineCase> Facts { get; } =
        from facts in Gen.SubListOf<Gen<string>>(
        (Gen<string>[])[
            Gen.Elements("type=file", "Type=dir", "type=cdir", "type=pdir", "type=OS.unix=slink:/a", "type=OS.unix=symlink", "type=x"),
            Gen.Choose(0, int.MaxValue).Select(size => "size=" + size.ToString(CultureInfo.InvariantCulture)),
            s_time.Select(time => "modify=" + time),
            s_time.Select(time => "create=" + time),
            Gen.Elements("perm=", "perm=r", "Perm=elcmdfp", "perm=adfrw"),
            Gen.Choose(0, 4095).Select(mode => "UNIX.mode=" + Convert.ToString(mode, 8)),
            Gen.Elements("unique=a", "unique=fd01g12c", "lang=de", "media-type=text/html", "charset=utf-8", "x.y=z", "UNIX.owner=0", "UNIX.ownername=root"),
        ]).SelectMany(list => Gen.CollectToList(list, fact => fact))
        from name in s_text
        select new FactLineCase([.. facts], "n" + name);

    public static IEnumerable<FtpReplyCase> Shrink(FtpReplyCase reply) => TextGenerator.ShrinkList(reply.Lines, _ => reply.Lines.Count > 1, line => TextGenerator.Shrink(line, 0, 'a'))
        .Where(lines => lines.Skip(1).SkipLast(1).All(line => Between(line, reply.Code) == line)).Select(lines => reply with { Lines = lines });

    public static IEnumerable<FtpCommandCase> Shrink(FtpCommandCase command) => command.Argument is null
        ? []
        : TextGenerator.Shrink(command.Argument, 0, 'a').Select(argument => command with { Argument = argument }).Prepend(command with { Argument = null });

    public static IEnumerable<FactLineCase> Shrink(FactLineCase line) =>
    [
        .. TextGenerator.ShrinkList(line.Facts, _ => true, _ => []).Select(facts => line with { Facts = facts }),
        .. TextGenerator.Shrink(line.Name, 1, 'a').Select(name => line with { Name = name }),
    ];

    private static string Between(string line, int code) =>
        line.StartsWith(code.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? " " + line : line;
}
