namespace HiPerf.Gopher;

/// <summary>What a line of attributes is.</summary>
public enum GopherAttributeLineKind : byte
{
    /// <summary>The attributes are over.</summary>
    End = 0,

    /// <summary>A block begins; of INFO the value is the item's menu line.</summary>
    Block,

    /// <summary>A name and a value, in a block that holds such.</summary>
    Field,

    /// <summary>A line of text, in any other block.</summary>
    Text,

    /// <summary>Neither: no space begins it, or no block is open. Its value is the whole line.</summary>
    Malformed,
}
