using System.Text;

namespace HiPerf.Samples.Catalogue;

/// <summary>What of the control connection is attacked.</summary>
public enum ControlSlot
{
    /// <summary>A reply, octets and all.</summary>
    Reply,

    /// <summary>The text of a 227 reply.</summary>
    Passive,

    /// <summary>The text of a 229 reply.</summary>
    ExtendedPassive,

    /// <summary>The text of a 257 reply.</summary>
    QuotedPath,

    /// <summary>Commands and replies, in the words of Core.Tests' <c>ControlScript</c>.</summary>
    Dialogue,

    /// <summary>An argument that a caller hands to the writer of commands; the verb stands before it.</summary>
    Argument,
}

/// <summary>One stimulus on a control connection.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Slot">Where it stands.</param>
/// <param name="Marked">The octets, ISO-8859-1; a mark stands before the first offending one.</param>
/// <param name="Outcome">The error, or what is read; <c>incomplete</c>; <c>throws</c> of a writer.</param>
public sealed record ControlAttack(string Id, string What, ControlSlot Slot, string Marked, string Outcome) : ICatalogued
{
    public string Text { get; } = Marked.Replace("▸", string.Empty, StringComparison.Ordinal);

    public byte[] Octets => Encoding.Latin1.GetBytes(Text);

    public int Offset => Marked.IndexOf(MessageAttack.Mark, StringComparison.Ordinal);

    public override string ToString() => $"{Id}: {What}";
}
