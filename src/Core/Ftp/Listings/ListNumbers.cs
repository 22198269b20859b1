using System.Buffers.Text;

namespace HiPerf.Ftp;

/// <summary>Reads the numbers of listings: digits alone, nothing around them.</summary>
internal static class ListNumbers
{
    /// <summary>A size, 0 to 2^64-1.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out ulong number) =>
        Utf8Parser.TryParse(text, out number, out int consumed) && consumed == text.Length && IsDigit(text[0]);

    /// <summary>A number of <paramref name="least"/> to <paramref name="most"/> digits, at most nine.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int least, int most, out int number)
    {
        number = 0;
        if (text.Length < least || text.Length > most)
        {
            return false;
        }

        foreach (byte octet in text)
        {
            if (!IsDigit(octet))
            {
                return false;
            }

            number = (number * 10) + (octet - '0');
        }

        return true;
    }

    public static bool AreDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    public static bool IsDigit(byte octet) => (uint)(octet - '0') <= 9;

    public static bool IsLetter(byte octet) => (uint)((octet | 0x20) - 'a') <= 'z' - 'a';
}
