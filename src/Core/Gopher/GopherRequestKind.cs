namespace HiPerf.Gopher;

/// <summary>What a request asks for; a member's value is the sign behind the last tab, 0 for none.</summary>
/// <remarks>Gopher+ sections 2.3, 2.4.</remarks>
public enum GopherRequestKind : byte
{
    /// <summary>The item, as RFC 1436 has it.</summary>
    Item = 0,

    /// <summary>The item by Gopher+: an answer with a status line, perhaps of a certain representation.</summary>
    Representation = (byte)'+',

    /// <summary>The attributes of the item.</summary>
    Attributes = (byte)'!',

    /// <summary>The attributes of all items of a menu.</summary>
    DirectoryAttributes = (byte)'$',
}
