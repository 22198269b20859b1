using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>The representations of items, by their content types.</summary>
/// <remarks>Gopher+ sections 2.6 and 2.3. A file has one, and none of them a language; a folder has its menu and the attributes of its items.</remarks>
internal static class ItemViews
{
    /// <summary>A folder's menu, as RFC 1436 has it.</summary>
    public static ReadOnlySpan<byte> Menu => "application/gopher-menu"u8;

    /// <summary>The attributes of a folder's items, as <c>$</c> asks for them.</summary>
    public static ReadOnlySpan<byte> PlusMenu => "application/gopher+-menu"u8;

    /// <summary>The content type of a file: that of its name, or of its item type where the name's is another kind of thing.</summary>
    public static byte[] Of(GopherItemType type, string name)
    {
        var known = ContentTypes.Of(name);
        var isText = known.StartsWith("text/", StringComparison.Ordinal);
        return Encoding.ASCII.GetBytes(type == GopherItemType.Text && !isText && !known.EndsWith("json", StringComparison.Ordinal) && !known.EndsWith("xml", StringComparison.Ordinal)
            ? "text/plain" : known);
    }

    /// <summary>Whether a representation that is asked for is this one; an empty one is any.</summary>
    public static bool IsAsked(ReadOnlySpan<byte> asked, ReadOnlySpan<byte> view) => asked.IsEmpty || System.Text.Ascii.EqualsIgnoreCase(asked.Trim((byte)' '), view);
}
