using System.Buffers;
using System.Text;

namespace HiPerf.Http;

/// <summary>Makes one plain, visible path component of a file name that a peer has given.</summary>
/// <remarks>
/// RFC 6266 section 4.3, RFC 9110 section 17: what stands behind the last slash or backslash counts; controls, marks that turn the direction of writing and halves
/// of surrogate pairs go; what a file system gives a meaning to becomes an underscore, a leading dot too, and so does the risk of names of devices. Not decided
/// here: whether such a file exists, or may be of such a type.
/// </remarks>
public static class SafeFileName
{
    /// <summary>UTF-8 octets of the longest name that is made, 255: what common file systems hold.</summary>
    public const int MaxOctets = 255;

    private static readonly SearchValues<char> s_reserved = SearchValues.Create("<>:\"|?*");

    /// <summary>Makes a safe name.</summary>
    /// <param name="name">Any characters.</param>
    /// <param name="destination">Takes the name; one character more than <paramref name="name"/> has is always enough.</param>
    /// <param name="written">Characters written; 0 where no name was made.</param>
    /// <returns>False when nothing is left to name a file by, what is left is longer than 255 octets, or the destination is too short.</returns>
    public static bool TryMake(ReadOnlySpan<char> name, Span<char> destination, out int written)
    {
        written = 0;
        int length = 0;
        foreach (Rune rune in name[(name.LastIndexOfAny('/', '\\') + 1)..].EnumerateRunes())
        {
            // The enumerator answers U+FFFD for half a pair; a whole U+FFFD says as little.
            if (IsDropped(rune) || (length == 0 && Rune.IsWhiteSpace(rune)))
            {
                continue;
            }

            bool replaced = (rune.IsBmp && s_reserved.Contains((char)rune.Value)) || (length == 0 && rune.Value == '.');
            if (!(replaced ? new Rune('_') : rune).TryEncodeToUtf16(destination[length..], out int count))
            {
                return false;
            }

            length += count;
        }

        length = TrimEnd(destination[..length]);
        if (length == 0 || !TryPrefixDevice(destination, ref length) || Encoding.UTF8.GetByteCount(destination[..length]) > MaxOctets)
        {
            return false;
        }

        // What began with a dot and has nothing else is no name: "." and ".." among them.
        if (destination[..length].IndexOfAnyExcept('_', '.') < 0)
        {
            return false;
        }

        written = length;
        return true;
    }

    private static bool IsDropped(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0xFFFD or 0x061C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    private static int TrimEnd(ReadOnlySpan<char> name)
    {
        int length = name.Length;
        while (length > 0 && (name[length - 1] == '.' || char.IsWhiteSpace(name[length - 1])))
        {
            length--;
        }

        return length;
    }

    // CON, PRN, AUX, NUL, CONIN$, CONOUT$, COM0 to COM9, LPT0 to LPT9, whatever extension follows.
    private static bool TryPrefixDevice(Span<char> name, ref int length)
    {
        int dot = name[..length].IndexOf('.');
        ReadOnlySpan<char> stem = name[..(dot < 0 ? length : dot)].TrimEnd(' ');
        bool isDevice = stem.Length switch
        {
            3 => stem.Equals("con", StringComparison.OrdinalIgnoreCase) || stem.Equals("prn", StringComparison.OrdinalIgnoreCase)
                || stem.Equals("aux", StringComparison.OrdinalIgnoreCase) || stem.Equals("nul", StringComparison.OrdinalIgnoreCase),
            4 => stem[3] is (>= '0' and <= '9') or '\u00B9' or '\u00B2' or '\u00B3'
                && (stem.StartsWith("com", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("lpt", StringComparison.OrdinalIgnoreCase)),
            6 => stem.Equals("conin$", StringComparison.OrdinalIgnoreCase),
            7 => stem.Equals("conout$", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        if (!isDevice)
        {
            return true;
        }

        if (length == name.Length)
        {
            return false;
        }

        name[..length].CopyTo(name[1..]);
        name[0] = '_';
        length++;
        return true;
    }
}
