namespace HiPerf.Gopher;

/// <summary>What a line of a menu is.</summary>
public enum GopherLineKind : byte
{
    /// <summary>The menu is over.</summary>
    End = 0,

    /// <summary>An item, an information line or an error among them.</summary>
    Item,

    /// <summary>No item: show its text, follow nothing. <see cref="GopherMenuItem.Faults"/> says why.</summary>
    Malformed,
}
