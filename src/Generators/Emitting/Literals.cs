namespace HiPerf.Generators.Emitting;

/// <summary>Text as it stands in C# source and in XML documentation.</summary>
internal static class Literals
{
    public static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public static string Hex(ulong value) => value == 0 ? "0" : "0x" + value.ToString("X16");

    /// <summary>hop-by-hop as HopByHop.</summary>
    public static string Pascal(string word) =>
        string.Concat(word.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
}
