namespace HiPerf.Ftp;

/// <summary>Finds the hash in the replies to HASH, XCRC, XMD5, MD5, XSHA, XSHA256 and XSHA512.</summary>
/// <remarks>
/// <code>
/// 213 SHA-256 0-49 169cd22282da7f147cb491e559e9dd filename     ; HASH
/// 250 0F2C0A5B   /   251 "name" 0f2c...                        ; the others, in whatever order
/// </code>
/// draft-bryan-ftpext-hash; the X commands have no document. The hash is the only word of hexadecimal digits as long as the algorithm's: where two
/// words are that long, which is the hash and which the name cannot be told, and both are refused unless they are equal.
/// A CRC-32 may lack leading zeros: it has 1 to 8 digits, alone in its text.
/// </remarks>
public static class FtpHashParser
{
    /// <summary>Octets of an algorithm's hash; 0 for none or several.</summary>
    public static int SizeOf(FtpHashAlgorithms algorithm) => algorithm switch
    {
        FtpHashAlgorithms.Crc32 => 4,
        FtpHashAlgorithms.Md5 => 16,
        FtpHashAlgorithms.Sha1 => 20,
        FtpHashAlgorithms.Sha256 => 32,
        FtpHashAlgorithms.Sha384 => 48,
        FtpHashAlgorithms.Sha512 => 64,
        _ => 0,
    };

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The reply's text, code left out.</param>
    /// <param name="algorithm">One algorithm.</param>
    /// <param name="destination">Takes the hash: as many octets as <see cref="SizeOf"/> says.</param>
    /// <param name="written">Octets of the hash; 0 unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadHash, at the length where there is none, at the second where there are two.
    /// DestinationTooSmall: BadHash.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> text, FtpHashAlgorithms algorithm, Span<byte> destination, out int written)
    {
        written = 0;
        int size = SizeOf(algorithm);
        if (size == 0)
        {
            return ParseResult.Invalid(ParseError.BadHash, 0);
        }

        if (destination.Length < size)
        {
            return ParseResult.TooSmall(ParseError.BadHash, 0);
        }

        ReadOnlySpan<byte> found = default;
        int at = 0;
        while (NextWord(text, ref at, out int start))
        {
            ReadOnlySpan<byte> word = text[start..at];
            bool isHash = word.Length == 2 * size || (size == 4 && word.Length < 8 && start == 0 && text[at..].Trim((byte)' ').IsEmpty);
            if (!isHash || !IsHex(word))
            {
                continue;
            }

            if (!found.IsEmpty && !FtpOctets.Is(found, word))
            {
                return ParseResult.Invalid(ParseError.BadHash, start);
            }

            found = word;
        }

        if (found.IsEmpty)
        {
            return ParseResult.Invalid(ParseError.BadHash, text.Length);
        }

        Span<byte> digits = stackalloc byte[128];
        digits[..(2 * size)].Fill((byte)'0');
        found.CopyTo(digits[((2 * size) - found.Length)..]);
        _ = Convert.FromHexString(digits[..(2 * size)], destination, out _, out written);
        return ParseResult.Done(text.Length);
    }

    private static bool NextWord(ReadOnlySpan<byte> text, ref int at, out int start)
    {
        start = at;
        while (start < text.Length && text[start] == (byte)' ')
        {
            start++;
        }

        at = start;
        while (at < text.Length && text[at] != (byte)' ')
        {
            at++;
        }

        return at > start;
    }

    private static bool IsHex(ReadOnlySpan<byte> word)
    {
        foreach (byte octet in word)
        {
            if (!char.IsAsciiHexDigit((char)octet))
            {
                return false;
            }
        }

        return true;
    }
}
