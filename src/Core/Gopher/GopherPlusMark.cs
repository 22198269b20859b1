namespace HiPerf.Gopher;

/// <summary>What the fifth field of a menu line says; a member's value is its octet, 0 for none.</summary>
/// <remarks>Gopher+ section 2.2.</remarks>
public enum GopherPlusMark : byte
{
    /// <summary>An item of RFC 1436 alone.</summary>
    None = 0,

    /// <summary>The server has Gopher+ for the item.</summary>
    Plus = (byte)'+',

    /// <summary>As <see cref="Plus"/>, and the item has an ASK form to fill in first.</summary>
    Ask = (byte)'?',
}
