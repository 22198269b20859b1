using System.Text.Unicode;

namespace HiPerf.Ftp;

/// <summary>Judges whether a name that a peer sent is one plain component of a path, so that joined to a folder it stays in that folder.</summary>
/// <remarks>
/// Always refused: no octets, ".", "..", slash, backslash, NUL, CR, LF; and by <see cref="PlainNameRules"/> what some systems give another meaning to. Not told
/// here: whether two names are one file, as letters of either case or composed in two ways may be, and whether a name seen as a link comes again as a folder.
/// </remarks>
public static class PlainName
{
    /// <summary>Judges a name.</summary>
    /// <param name="name">The octets, as in <see cref="FtpListEntry.NameIn"/>.</param>
    /// <param name="rules">What else is refused.</param>
    /// <returns>The first fault in the order of <see cref="PlainNameFault"/>; None when the name is plain.</returns>
    public static PlainNameFault Check(ReadOnlySpan<byte> name, PlainNameRules rules = PlainNameRules.Portable)
    {
        if (name.IsEmpty)
        {
            return PlainNameFault.Empty;
        }

        if (name.SequenceEqual("."u8) || name.SequenceEqual(".."u8))
        {
            return PlainNameFault.DotSegment;
        }

        if (name.Contains((byte)'/'))
        {
            return PlainNameFault.Slash;
        }

        if (name.Contains((byte)'\\'))
        {
            return PlainNameFault.Backslash;
        }

        return name.IndexOfAny((byte)0, (byte)'\r', (byte)'\n') >= 0 ? PlainNameFault.NulOrLineEnd : CheckRules(name, rules);
    }

    /// <summary>Whether a name is plain.</summary>
    /// <param name="name">The octets.</param>
    /// <param name="rules">What else is refused.</param>
    public static bool IsPlain(ReadOnlySpan<byte> name, PlainNameRules rules = PlainNameRules.Portable) => Check(name, rules) == PlainNameFault.None;

    private static PlainNameFault CheckRules(ReadOnlySpan<byte> name, PlainNameRules rules)
    {
        if ((rules & PlainNameRules.Colon) != 0 && name.Contains((byte)':'))
        {
            return PlainNameFault.Colon;
        }

        if ((rules & PlainNameRules.Devices) != 0 && IsDevice(name))
        {
            return PlainNameFault.Device;
        }

        if ((rules & PlainNameRules.TrailingDotOrSpace) != 0 && name[^1] is (byte)'.' or (byte)' ')
        {
            return PlainNameFault.TrailingDotOrSpace;
        }

        if ((rules & PlainNameRules.Controls) != 0 && (name.ContainsAnyInRange((byte)0, (byte)0x1F) || name.Contains((byte)0x7F)))
        {
            return PlainNameFault.Control;
        }

        return (rules & PlainNameRules.NotUtf8) != 0 && !Utf8.IsValid(name) ? PlainNameFault.NotUtf8 : PlainNameFault.None;
    }

    // The stem is what stands before the first dot, or the colon of a stream, spaces at its end left out.
    private static bool IsDevice(ReadOnlySpan<byte> name)
    {
        int dot = name.IndexOfAny((byte)'.', (byte)':');
        ReadOnlySpan<byte> stem = (dot < 0 ? name : name[..dot]).TrimEnd((byte)' ');
        return stem.Length switch
        {
            3 => Is(stem, "con"u8) || Is(stem, "prn"u8) || Is(stem, "aux"u8) || Is(stem, "nul"u8),
            4 => IsPort(stem[..3]) && stem[3] is (>= (byte)'0' and <= (byte)'9') or 0xB9 or 0xB2 or 0xB3,

            // Superscript digits one to three count as digits here.
            5 => IsPort(stem[..3]) && stem[3] == 0xC2 && stem[4] is 0xB9 or 0xB2 or 0xB3,
            6 => Is(stem, "conin$"u8),
            7 => Is(stem, "conout$"u8),
            _ => false,
        };
    }

    private static bool IsPort(ReadOnlySpan<byte> three) => Is(three, "com"u8) || Is(three, "lpt"u8);

    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(word, lower);
}
