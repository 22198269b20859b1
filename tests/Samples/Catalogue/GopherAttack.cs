using System.Text;

namespace HiPerf.Samples.Catalogue;

/// <summary>What of Gopher is attacked.</summary>
public enum GopherSlot
{
    /// <summary>The path of a URL.</summary>
    Url,

    /// <summary>A request line, octets and all.</summary>
    Request,

    /// <summary>A menu, which ends with the connection.</summary>
    Menu,

    /// <summary>A text, which ends with the connection.</summary>
    Text,

    /// <summary>A port, decimal.</summary>
    Port,

    /// <summary>A selector that a caller hands to the writer of requests, and of menus.</summary>
    Selector,

    /// <summary>A selector that is too long to be asked for and may stand in a menu.</summary>
    LongSelector,

    /// <summary>Search words that a caller hands to the writer of requests.</summary>
    Search,

    /// <summary>A representation, or names of attributes, that a caller hands to the writer of requests.</summary>
    Argument,

    /// <summary>A display string that a server hands to the writer of menus.</summary>
    Display,

    /// <summary>A host that a server hands to the writer of menus.</summary>
    Host,

    /// <summary>An item type that a server hands to the writer of menus.</summary>
    Type,

    /// <summary>A text that is written so that a dot ends it.</summary>
    WrittenText,
}

/// <summary>One stimulus on Gopher.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Slot">Where it stands.</param>
/// <param name="Marked">The octets, ISO-8859-1; a mark stands before the first offending one.</param>
/// <param name="Outcome">The error, or what is read in the words of Core.Tests' <c>GopherAttackTests</c>; <c>throws</c> of a writer; of a written text, its octets.</param>
public sealed record GopherAttack(string Id, string What, GopherSlot Slot, string Marked, string Outcome) : ICatalogued
{
    public string Text { get; } = Marked.Replace("▸", string.Empty, StringComparison.Ordinal);

    public byte[] Octets => Encoding.Latin1.GetBytes(Text);

    public int Offset => Marked.IndexOf(MessageAttack.Mark, StringComparison.Ordinal);

    public override string ToString() => $"{Id}: {What}";
}
