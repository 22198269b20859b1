// Emits what one 256-bit register needs to look a name up: the vector code itself is the library's.
using System.Text;
using HiPerf.Generators.Hashing;

namespace HiPerf.Generators.Emitting;

/// <summary>Emits WideKey, WideSlotMask, WideSlots and WideRows into an open class.</summary>
internal static class WideTableEmitter
{
    public static void Emit(SourceWriter source, IReadOnlyList<string> tokens, WideHash hash)
    {
        _ = source.Lines("\n// The key of the first of three rounds of AES.")
            .Table("byte", "WideKey", hash.Key.Select(octet => octet.ToString()), 16, "internal")
            .Lines("\n// The token's number, 0 for none; the slot is the low bits of what the rounds give.")
            .Lines($"internal const int WideSlotMask = {(1 << WideHash.SlotBits) - 1};")
            .Table(tokens.Count < 256 ? "byte" : "ushort", "WideSlots", hash.Slots.Select(slot => slot.ToString()), 64, "internal")
            .Lines($"\n// By token number, {WideHash.RowLength} octets each: the token with all case bits set, then zeros. A token that is longer has no row.")
            .Lines("internal static ReadOnlySpan<byte> WideRows =>");
        _ = source.Lines($"    {Text(new byte[WideHash.RowLength])}u8");
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = i == tokens.Count - 1 ? ";" : string.Empty;
            _ = source.Lines($"    + {Text(WideHash.Row(tokens[i]) ?? new byte[WideHash.RowLength])}u8{end}");
        }
    }

    private static string Text(byte[] row)
    {
        var text = new StringBuilder("\"");
        foreach (var octet in row)
        {
            _ = octet == 0 ? text.Append("\\0") : text.Append((char)octet);
        }

        return text.Append('"').ToString();
    }
}
