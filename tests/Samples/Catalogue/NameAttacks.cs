namespace HiPerf.Samples.Catalogue;

/// <summary>A name from a listing, and why it is no plain one.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Name">The octets, ISO-8859-1.</param>
/// <param name="Always">The fault by no rules, by the name of <c>PlainNameFault</c>.</param>
/// <param name="Portable">The fault by the rules for any system.</param>
public sealed record NameAttack(string Id, string What, string Name, string Always, string Portable) : ICatalogued
{
    public override string ToString() => $"{Id}: {What}";
}

/// <summary>FC-11: names that would leave the folder, or become another thing in it.</summary>
public static class NameAttacks
{
    public static IReadOnlyList<NameAttack> All { get; } =
    [
        Always("no octets", "", "Empty"),
        Always("the folder itself", ".", "DotSegment"),
        Always("its parent", "..", "DotSegment"),
        Always("out of the folder", "../x", "Slash"),
        Always("out of the folder, twice", "../../x", "Slash"),
        Always("out of the folder from inside", "a/../../x", "Slash"),
        Always("absolute", "/abs", "Slash"),
        Always("two slashes", "//host/share", "Slash"),
        Always("slash behind", "x/", "Slash"),
        Always("home", "~/x", "Slash"),
        Always("out of the folder, backslash", "..\\x", "Backslash"),
        Always("root of a drive", "\\x", "Backslash"),
        Always("share", "\\\\host\\share", "Backslash"),
        Always("absolute on a drive", "C:\\x", "Backslash"),
        Always("device path", "\\\\.\\COM1", "Backslash"),
        Always("NUL", "a\0b", "NulOrLineEnd"),
        Always("NUL behind", "a.txt\0.exe", "NulOrLineEnd"),
        Always("CR", "a\rb", "NulOrLineEnd"),
        Always("LF", "a\nDELE b", "NulOrLineEnd"),
        Portable("drive letter", "C:x", "Colon"),
        Portable("drive alone", "C:", "Colon"),
        Portable("stream", "a.txt:hidden", "Colon"),
        Portable("stream of a folder", "a::$INDEX_ALLOCATION", "Colon"),
        Portable("CON", "CON", "Device"),
        Portable("con", "con", "Device"),
        Portable("PRN with extension", "PRN.txt", "Device"),
        Portable("AUX with two extensions", "aux.tar.gz", "Device"),
        Portable("NUL device", "NUL", "Device"),
        Portable("NUL device, spaces", "NUL  .txt", "Device"),
        Portable("COM1", "COM1", "Device"),
        Portable("COM0", "COM0", "Device"),
        Portable("LPT9 with extension", "LPT9.log", "Device"),
        Portable("COM and superscript one, ISO-8859-1", "COM\u00B9", "Device"),
        Portable("LPT and superscript three, UTF-8", "LPT\u00C2\u00B3", "Device"),
        Portable("CONIN$", "CONIN$", "Device"),
        Portable("CONOUT$", "conout$", "Device"),
        Portable("dot behind", "a.", "TrailingDotOrSpace"),
        Portable("three dots", "...", "TrailingDotOrSpace"),
        Portable("space behind", "a ", "TrailingDotOrSpace"),
        Portable("space alone", " ", "TrailingDotOrSpace"),
        Portable("parent and space", ".. ", "TrailingDotOrSpace"),
        Portable("ESC", "\u001b[2J", "Control"),
        Portable("DEL", "a\u007F", "Control"),
        Portable("HTAB", "a\tb", "Control"),
        Portable("8-bit name", "caf\u00E9", "NotUtf8"),
        Portable("overlong dots", "\u00C0\u00AE\u00C0\u00AE", "NotUtf8"),
        Portable("overlong slash", "..\u00C0\u00AFx", "NotUtf8"),
        Portable("half a character", "a\u00C3", "NotUtf8"),
        Portable("surrogate", "\u00ED\u00A0\u0080", "NotUtf8"),
        Plain("composed", "caf\u00C3\u00A9"),
        Plain("decomposed: another name, octet by octet", "cafe\u00CC\u0081"),
        Plain("hidden", ".profile"),
        Plain("two dots before", "..x"),
        Plain("dash before", "-rf"),
        Plain("device name as a part", "CONSOLE"),
        Plain("device name behind a dot", "a.con"),
        Plain("COM alone", "COM"),
        Plain("COM10", "COM10"),
        Plain("escape of a URL", "%2e%2e%2fx"),
        Plain("space before", " a"),
        Plain("full-width slash", "..\u00EF\u00BC\u008Fx"),
    ];

    private static NameAttack Always(string what, string name, string fault) => new("FC-11", what, name, fault, fault);

    private static NameAttack Portable(string what, string name, string fault) => new("FC-11", what, name, "None", fault);

    private static NameAttack Plain(string what, string name) => new("FC-11", what, name, "None", "None");
}
